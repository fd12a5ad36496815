//! The shop folder while it is served: read at start, read again when it changes.

pub mod desk;
pub mod model;
pub mod served;
pub mod videos;
pub mod watch;

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use alap_deal::rules::PriceRules;
use alap_protocol::{
    agent::{ShopFault, ShopReport},
    locale::{Locale, Localized},
    pack::{PACK_MEDIA_TYPE, ShopPack},
};
use alap_shop::{Fault, ReadOptions, Severity};
use alap_store::House;

use self::{desk::ServedDesk, model::ServedModel, videos::ServedVideos};
use crate::{
    clock,
    http::document::{Document, DocumentError},
    intake::zone::Zone,
};

/// What shoppers get, and how the folder stands.
#[derive(Clone, Debug)]
pub struct ServedShop {
    /// The last good pack.
    pub pack: Arc<ShopPack>,
    /// The same, as it is sent.
    pub written: Arc<Document>,
    /// What the talk before an order needs.
    pub desk: Arc<ServedDesk>,
    /// What sessions have taught about the pack's products.
    pub model: Option<Arc<ServedModel>>,
    /// What the player fetches of the pack's videos.
    pub videos: Arc<ServedVideos>,
    /// The folder.
    pub folder: PathBuf,
    /// What the server may answer to a proposal by itself.
    rules: PriceRules,
    /// What the price talk needs, on the shop's day on which it was asked for last.
    house: Arc<Mutex<Arc<House>>>,
    /// What is wrong with the folder now.
    pub faults: Vec<Fault>,
    /// False while the folder is broken and an older pack is served.
    pub current: bool,
    /// The folder is sound, but of a shop with another id: that takes a new start.
    pub renamed: bool,
}

/// Why a folder cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum ShopError {
    /// It has errors.
    #[error("the shop folder has errors")]
    Broken(Vec<Fault>),
    /// The pack, or what belongs to it, could not be written down.
    #[error("the shop pack cannot be written: {0}")]
    Unwritten(#[from] DocumentError),
}

impl ServedShop {
    /// Reads a folder. Takes a while: not on a thread that serves.
    pub fn read(folder: PathBuf) -> Result<Self, ShopError> {
        Self::read_after(folder, None)
    }

    /// Reads a folder again that had this model before.
    fn read_after(folder: PathBuf, before: Option<&Arc<ServedModel>>) -> Result<Self, ShopError> {
        let options = ReadOptions { today: Some(clock::today()) };
        let reading = alap_shop::read_folder_with(&folder, &options);
        let sound = reading.is_sound();
        let (desk, rules, videos) = (reading.desk, reading.price_rules, reading.videos);
        let mut faults = reading.faults;
        let mut pack = match reading.pack {
            Some(pack) if sound => pack,
            _ => return Err(ShopError::Broken(faults)),
        };
        let model = model::read(&folder, &pack.products, before).unwrap_or_else(|fault| {
            faults.push(*fault);
            None
        });
        if let Some(model) = &model {
            model::name_in(&mut pack, model);
        }
        let written = written(&pack)?;
        let videos = Arc::new(ServedVideos::new(&pack.videos, videos)?);
        let today = today_in(&pack, clock::now());
        let house = desk::house(&pack, &desk, &rules, today);
        let (pack, desk) = (Arc::new(pack), Arc::new(ServedDesk::new(desk)?));
        let house = Arc::new(Mutex::new(house));
        let (current, renamed) = (true, false);
        Ok(Self { pack, written, desk, model, videos, folder, rules, house, faults, current, renamed })
    }

    /// The same folder, with another pack made of its own.
    pub fn with_pack(&self, pack: ShopPack) -> Result<Self, ShopError> {
        let written = written(&pack)?;
        Ok(Self { pack: Arc::new(pack), written, ..self.clone() })
    }

    /// What the price talk needs of the shop at a moment; made anew when the shop's own day is another one.
    pub fn house(&self, now: i64) -> Arc<House> {
        let today = today_in(&self.pack, now);
        let mut house = self.house.lock().unwrap_or_else(PoisonError::into_inner);
        if house.today != today {
            *house = desk::house(&self.pack, &self.desk.desk, &self.rules, today);
        }
        Arc::clone(&house)
    }

    /// How the folder stands, for its owner.
    pub fn report(&self) -> ShopReport {
        let faults = self.faults.iter().map(|fault| ShopFault {
            file: fault.file.display().to_string(),
            line: fault.line,
            error: fault.severity == Severity::Error,
            sentence: Localized::both(fault.sentence(Locale::Bn), fault.sentence(Locale::En)),
        });
        ShopReport {
            shop: self.pack.shop.id.clone(),
            version: self.pack.version.clone(),
            current: self.current,
            faults: faults.chain(self.renamed.then(renamed)).collect(),
        }
    }
}

/// The shop's own day, as `YYYY-MM-DD`.
fn today_in(pack: &ShopPack, now: i64) -> String {
    Zone::named(&pack.shop.hours.time_zone).today(now).unwrap_or_default()
}

fn written(pack: &ShopPack) -> Result<Arc<Document>, DocumentError> {
    Document::large(PACK_MEDIA_TYPE, &pack.version, pack).map(Arc::new)
}

fn renamed() -> ShopFault {
    let sentence = Localized::both(
        "দোকানের id বদলে গেছে। নতুন id দিয়ে চালাতে হলে সার্ভারটি বন্ধ করে আবার চালু করুন।",
        "The shop's id was changed. Stop the server and start it again to serve the shop under its new id.",
    );
    ShopFault { file: "shop.toml".to_owned(), line: None, error: true, sentence }
}
