//! The whole folder: finds its files, reads them, checks what they say of each other.

mod catalogue;
mod clearance;
mod desk;
pub(crate) mod files;
mod questions;

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
};

use alap_deal::rules::PriceRules;
use alap_protocol::{
    desk::{Desk, DeskHead},
    id::ProductId,
    locale::Locale,
    pack::{FaqEntry, Image, PACK_FORMAT, Product, Shop, ShopPack},
    video::{VideoHead, VideoSheet},
};
use serde::Serialize;
use sha2::{Digest, Sha256};
use url::Url;

use crate::{
    Fault, FeedFormat, Problem, ReadOptions, Severity, faq,
    fault::Faults,
    forms::{self, Surroundings},
    media::Media,
    price_rules,
    settings::{self, VideoSettings},
    videos::{self, Around},
};

/// What a shop folder holds, and what is wrong with it.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The pack; none if `shop.toml` lacks what no shop can be without. Serve it only if the folder [is sound](Self::is_sound).
    pub pack: Option<ShopPack>,
    /// What the talk before an order needs. Serve it only if the folder [is sound](Self::is_sound).
    pub desk: Desk,
    /// What the player fetches of each of the pack's videos, in their order. Serve it only if the folder
    /// [is sound](Self::is_sound).
    pub videos: Vec<ReadVideo>,
    /// What the server may answer to a proposed price. Never leaves the server.
    pub price_rules: PriceRules,
    /// Every mistake, file by file.
    pub faults: Vec<Fault>,
    /// What the seller should know although nothing is wrong: rules that bind where an advance is asked for. To be said when
    /// the folder is checked, not again and again while it is served.
    pub notices: Vec<Fault>,
    /// The pictures and videos that are named and are there, relative to the folder: what the server may show of it. Of a video
    /// that was made, its folder.
    pub media: Vec<PathBuf>,
    /// The codes that variants have of their own, each with its product: an order names the variant.
    pub variants: HashMap<String, ProductId>,
    /// The catalogue files, in the order in which they were read.
    pub catalogue: Vec<CatalogueFile>,
}

/// What was read of a video.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadVideo {
    /// What the player fetches. Its captions stand at `/api/v1/shops/{shop}/videos/{video}/captions/{bn|en}.vtt?v={hash}`.
    pub sheet: VideoSheet,
    /// The texts of its captions, as WebVTT.
    pub captions: Vec<(Locale, String)>,
    /// The day on which it was published, as `YYYY-MM-DD`: only for search engines.
    pub published: Option<String>,
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
        desk: Desk::default(),
        videos: Vec::new(),
        price_rules: PriceRules::default(),
        faults: Vec::new(),
        notices: Vec::new(),
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
    let mut settings = settings.and_then(|text| settings::read(&text, &mut settings_faults));
    let shop_id = settings.as_ref().map(|settings| settings.shop.id.clone());
    let site = settings.as_ref().and_then(|settings| settings.url.clone());
    let currency = settings.as_ref().map(|settings| settings.shop.currency.clone());
    let (site, currency) = (site.as_ref(), currency.as_deref());
    let mut media = Media::new(dir, shop_id.as_ref(), site);

    let avatar = settings.as_ref().and_then(|settings| {
        let (src, line) = settings.avatar.clone()?;
        let image = Image { src, width: None, height: None };
        media.picture(image, line, &mut settings_faults).map(|image| image.src)
    });
    let mut notices = Faults::of("shop.toml");
    let payment = desk::payment(settings.as_mut(), &mut media, &mut settings_faults, &mut notices);
    reading.notices = notices.into_list();

    let products = catalogue::read(dir, options, currency, site, &mut media, &mut reading);
    let clearance = settings.as_ref().map(|settings| settings.clearance.as_slice()).unwrap_or_default();
    let clearance = clearance::in_catalogue(clearance, &products, &mut settings_faults);
    reading.faults.splice(0..0, settings_faults.into_list());

    let advance_percent = payment.ways.advance_percent;
    let mut around = Surroundings { media: &mut media, currency, advance_percent };
    let forms = forms::read(dir, &mut around);
    reading.notices.extend(forms.notices);

    let channels = settings.as_ref().map(|settings| settings.shop.channels.as_slice());
    let usual = VideoSettings::default();
    let video = settings.as_ref().map_or(&usual, |settings| &settings.video);
    let mut around = Around::new(dir, shop_id.as_ref(), video, &products, &mut media);
    let mut videos = videos::read(&mut around);
    let video_faults = std::mem::take(&mut videos.faults);
    let mut folder = faq::Folder {
        channels,
        site,
        media: &mut media,
        forms: &forms.forms,
        form_names: &forms.names,
        videos: &mut videos,
    };
    let faq = questions::read(dir, &products, &mut folder, &mut reading.faults);
    reading.faults.extend(forms.faults);
    reading.faults.extend(video_faults);
    reading.price_rules = rules(dir, &products, currency, &mut reading.faults);
    reading.media = media.into_found();
    let (heads, read) = videos.finish(&products);
    reading.videos = read;
    if let Some(settings) = settings {
        let mut shop = settings.shop;
        shop.bot.avatar = avatar;
        shop.suggestions.clearance = clearance;
        reading.desk = desk::of(forms.forms, payment, settings.proposals);
        reading.pack = Some(pack(shop, faq, products, desk::head(&reading.desk), heads));
    }
    reading
}

fn rules(dir: &Path, products: &[Product], currency: Option<&str>, all: &mut Vec<Fault>) -> PriceRules {
    let mut faults = Faults::of(price_rules::FILE);
    let text = files::read_text(dir, price_rules::FILE, files::SETTINGS_BYTES, &mut faults);
    let rules = text.map(|text| price_rules::read(&text, products, currency, &mut faults));
    all.extend(faults.into_list());
    rules.unwrap_or_default()
}

/// A path on the shop's own site, as a whole address where that is known.
pub(crate) fn on_site(url: String, site: Option<&Url>) -> String {
    match site {
        Some(site) if url.starts_with('/') => site.join(&url).map_or(url, Into::into),
        _ => url,
    }
}

/// The pack with the hash of its content.
fn pack(
    shop: Shop,
    faq: Vec<FaqEntry>,
    products: Vec<Product>,
    desk: DeskHead,
    videos: Vec<VideoHead>,
) -> ShopPack {
    let (format, version) = (PACK_FORMAT, String::new());
    let mut pack = ShopPack { format, version, shop, faq, products, model: None, desk, videos };
    pack.version = self::version(&pack);
    pack
}

/// The first 16 bytes of the SHA-256 of what has no version yet.
pub(crate) fn version(pack: &impl Serialize) -> String {
    hash(&serde_json::to_vec(pack).unwrap_or_default())
}

pub(crate) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}
