//! The whole folder: finds its files, reads them, checks what they say of each other.

mod catalogue;
mod files;

use std::{
    collections::{HashMap, HashSet},
    path::{Path, PathBuf},
};

use alap_protocol::{
    id::{EntryId, ProductId},
    limits::FAQ_ENTRIES,
    pack::{FaqEntry, Image, PACK_FORMAT, Product, Shop, ShopPack},
};
use serde::Serialize;
use sha2::{Digest, Sha256};
use url::Url;

use crate::{
    Fault, FeedFormat, Place, Problem, ReadOptions, Severity, faq,
    fault::Faults,
    media::Media,
    nearest::{MOST_GUESSES, nearest},
    settings,
};

/// What a shop folder holds, and what is wrong with it.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The pack; none if `shop.toml` lacks what no shop can be without. Serve it only if the folder [is sound](Self::is_sound).
    pub pack: Option<ShopPack>,
    /// Every mistake, file by file.
    pub faults: Vec<Fault>,
    /// The pictures and videos that are named and are there, relative to the folder: what the server may show of it.
    pub media: Vec<PathBuf>,
    /// The codes that variants have of their own, each with its product: an order names the variant.
    pub variants: HashMap<String, ProductId>,
    /// The catalogue files, in the order in which they were read.
    pub catalogue: Vec<CatalogueFile>,
}

/// What was read from a catalogue file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogueFile {
    /// Relative to the folder.
    pub file: PathBuf,
    /// Told by its content.
    pub format: FeedFormat,
    /// Its rows or items.
    pub rows: usize,
    /// The products that they make.
    pub products: usize,
}

impl Reading {
    /// May this be served?
    pub fn is_sound(&self) -> bool {
        self.pack.is_some() && self.count(Severity::Error) == 0
    }

    /// How many mistakes of this kind there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.faults.iter().filter(|fault| fault.severity == severity).count()
    }
}

/// Reads a shop folder. Sale prices hold whatever their dates.
pub fn read_folder(dir: &Path) -> Reading {
    read_folder_with(dir, &ReadOptions::default())
}

/// Reads a shop folder.
pub fn read_folder_with(dir: &Path, options: &ReadOptions) -> Reading {
    let mut reading = Reading {
        pack: None,
        faults: Vec::new(),
        media: Vec::new(),
        variants: HashMap::new(),
        catalogue: Vec::new(),
    };
    if !dir.is_dir() {
        reading.faults.push(Fault::new(dir, None, Problem::NoFolder {}));
        return reading;
    }
    let mut settings_faults = Faults::of("shop.toml");
    let settings = files::read_text(dir, "shop.toml", files::SETTINGS_BYTES, &mut settings_faults);
    if settings.is_none() && !dir.join("shop.toml").exists() {
        settings_faults.add(None, Problem::NoFile {});
    }
    let settings = settings.and_then(|text| settings::read(&text, &mut settings_faults));
    let shop_id = settings.as_ref().map(|settings| &settings.shop.id);
    let site = settings.as_ref().and_then(|settings| settings.url.as_ref());
    let mut media = Media::new(dir, shop_id, site);

    let avatar = settings.as_ref().and_then(|settings| {
        let (src, line) = settings.avatar.clone()?;
        let image = Image { src, width: None, height: None };
        media.picture(image, line, &mut settings_faults).map(|image| image.src)
    });

    let currency = settings.as_ref().map(|settings| settings.shop.currency.as_str());
    let products = catalogue::read(dir, options, currency, site, &mut media, &mut reading);
    let clearance = settings.as_ref().map(|settings| settings.clearance.as_slice()).unwrap_or_default();
    let clearance = in_catalogue(clearance, &products, &mut settings_faults);
    reading.faults.splice(0..0, settings_faults.into_list());
    let channels = settings.as_ref().map(|settings| settings.shop.channels.as_slice());
    let mut folder = faq::Folder { channels, site, media: &mut media };
    let faq = faq_of(dir, &products, &mut folder, &mut reading.faults);
    reading.media = media.into_found();
    reading.pack = settings.map(|settings| {
        let mut shop = settings.shop;
        shop.bot.avatar = avatar;
        shop.suggestions.clearance = clearance;
        pack(shop, faq, products)
    });
    reading
}

/// What of the clearance can be suggested: products that are sold out may have left the catalogue before their line.
fn in_catalogue(skus: &[(ProductId, u32)], products: &[Product], faults: &mut Faults) -> Vec<ProductId> {
    if skus.is_empty() {
        return Vec::new();
    }
    let known: HashSet<&ProductId> = products.iter().map(|product| &product.id).collect();
    let (mut found, mut guesses) = (Vec::new(), 0);
    for (sku, line) in skus {
        if !known.contains(sku) {
            guesses += 1;
            let guess = (guesses <= MOST_GUESSES)
                .then(|| nearest(sku.as_str(), known.iter().map(|id| id.as_str())))
                .flatten();
            faults.add(*line, Problem::UnknownClearance { sku: sku.to_string(), guess });
        } else if !found.contains(sku) {
            found.push(sku.clone());
        }
    }
    found
}

/// Reads both files of questions and checks what they name.
fn faq_of(
    dir: &Path,
    products: &[Product],
    folder: &mut faq::Folder<'_, '_>,
    all: &mut Vec<Fault>,
) -> Vec<FaqEntry> {
    let known: HashSet<&ProductId> = products.iter().map(|product| &product.id).collect();
    let mut places: HashMap<EntryId, Place> = HashMap::new();
    let mut entries = Vec::new();
    let (mut is_named, mut guesses) = (false, 0);
    for (name, read) in
        [("faq.md", faq::read_markdown as fn(&str, &mut Faults) -> _), ("faq.csv", faq::read_csv)]
    {
        let mut faults = Faults::of(name);
        let text = files::read_text(dir, name, files::FAQ_BYTES, &mut faults);
        let found: Vec<faq::Entry> = text.map(|text| read(&text, &mut faults)).unwrap_or_default();
        for faq::Entry { mut entry, line, products_line, actions } in found {
            if let Some(place) = places.get(&entry.id) {
                faults.add(line, Problem::DuplicateEntry { id: entry.id.to_string(), place: place.clone() });
                continue;
            }
            if entries.len() == FAQ_ENTRIES {
                faults.add(line, Problem::TooManyEntries { most: FAQ_ENTRIES as u64 });
                break;
            }
            places.insert(entry.id.clone(), Place { file: Some(name.to_owned()), line });
            for id in entry.products.iter().filter(|id| !known.contains(id)) {
                guesses += 1;
                let guess = (guesses <= MOST_GUESSES)
                    .then(|| nearest(id.as_str(), known.iter().map(|id| id.as_str())));
                let guess = guess.flatten();
                faults.add(products_line, Problem::UnknownProduct { sku: id.to_string(), guess });
            }
            entry.actions = faq::resolve(&actions, entry.id.as_str(), folder, &mut faults);
            entries.push(entry);
        }
        let faults = faults.into_list();
        is_named |= !faults.is_empty();
        all.extend(faults);
    }
    if entries.is_empty() && !is_named {
        all.push(Fault::new(Path::new("faq.md"), None, Problem::NoEntries {}));
    }
    entries
}

/// A path on the shop's own site, as a whole address where that is known.
pub(crate) fn on_site(url: String, site: Option<&Url>) -> String {
    match site {
        Some(site) if url.starts_with('/') => site.join(&url).map_or(url, Into::into),
        _ => url,
    }
}

/// The pack with the hash of its content.
fn pack(shop: Shop, faq: Vec<FaqEntry>, products: Vec<Product>) -> ShopPack {
    let mut pack = ShopPack { format: PACK_FORMAT, version: String::new(), shop, faq, products, model: None };
    pack.version = version(&pack);
    pack
}

/// The first 16 bytes of the SHA-256 of the pack without its version.
fn version(pack: &impl Serialize) -> String {
    let json = serde_json::to_vec(pack).unwrap_or_default();
    Sha256::digest(json).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}
