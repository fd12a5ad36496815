//! `model.alap` of a shop folder: what `alap model build` learnt from sessions.

use std::{
    collections::HashSet,
    fs::File,
    io::{self, Read as _},
    path::{Path, PathBuf},
    sync::Arc,
};

use alap_protocol::pack::{MODEL_MEDIA_TYPE, Product, ShopPack};
use alap_shop::{Fault, Problem};
use alap_suggest::{ModelError, build::Trained};
use sha2::{Digest as _, Sha256};

use crate::http::asset::Asset;

/// The name of the trained model in a shop folder.
pub const FILE: &str = "model.alap";
/// The name of what it was counted from, for building on; never served.
pub const COUNTS: &str = "model.counts";

/// The most bytes of a trained model that are read.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// What the widget gets of the folder's model.
#[derive(Clone, Debug)]
pub struct ServedModel {
    /// Hash of the bytes that are served.
    pub version: String,
    /// Those bytes.
    pub asset: Asset,
    /// Hash of the file and of the products that it was made for.
    made_of: String,
}

/// Reads the folder's model for these products; none where there is none. Pruning a large one takes seconds, so what was
/// `before` is taken where nothing has changed.
pub fn read(
    folder: &Path,
    products: &[Product],
    before: Option<&Arc<ServedModel>>,
) -> Result<Option<Arc<ServedModel>>, Box<Fault>> {
    let Some(bytes) = bytes(&folder.join(FILE)).map_err(fault)? else { return Ok(None) };
    let ids: Vec<&str> = products.iter().map(|product| product.id.as_str()).collect();
    let made_of = hash(&[&bytes, ids.join("\n").as_bytes()]);
    if let Some(before) = before.filter(|before| before.made_of == made_of) {
        return Ok(Some(Arc::clone(before)));
    }
    let trained = sound(&bytes).and_then(|trained| of_shop(trained, &ids)).map_err(fault)?;
    let served = trained.served(&ids, Trained::budget(ids.len()));
    let version = hash(&[&served]);
    let asset = Asset::small(MODEL_MEDIA_TYPE, served).tagged(&version);
    Ok(Some(Arc::new(ServedModel { version, asset, made_of })))
}

/// Why the folder's model would not be served, if there is one and it would not.
pub fn check(folder: &Path, products: &[Product]) -> Option<Fault> {
    let trained = trained(&folder.join(FILE)).transpose()?;
    let ids: Vec<&str> = products.iter().map(|product| product.id.as_str()).collect();
    trained.and_then(|trained| of_shop(trained, &ids)).err().map(|problem| *fault(problem))
}

/// Puts the model's version into the pack, whose own version changes with it.
pub fn name_in(pack: &mut ShopPack, model: &ServedModel) {
    pack.version = hash(&[pack.version.as_bytes(), model.version.as_bytes()]);
    pack.model = Some(model.version.clone());
}

/// A trained model; none where there is no such file.
pub fn trained(file: &Path) -> Result<Option<Trained>, Problem> {
    bytes(file)?.map(|bytes| sound(&bytes)).transpose()
}

fn sound(bytes: &[u8]) -> Result<Trained, Problem> {
    Trained::from_bytes(bytes).map_err(|error| match error {
        ModelError::Version => Problem::ModelVersion {},
        ModelError::OtherCatalogue => Problem::ModelForeign {},
        ModelError::Damaged => Problem::ModelDamaged {},
    })
}

/// Only one that knows something of the shop's products.
fn of_shop(trained: Trained, ids: &[&str]) -> Result<Trained, Problem> {
    let known: HashSet<&str> = trained.skus().collect();
    if ids.iter().any(|id| known.contains(id)) { Ok(trained) } else { Err(Problem::ModelForeign {}) }
}

/// The whole file; none where there is none.
fn bytes(file: &Path) -> Result<Option<Vec<u8>>, Problem> {
    let mut bytes = Vec::new();
    match File::open(file).and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes)) {
        Ok(_) if bytes.len() as u64 > MOST_BYTES => Err(Problem::ModelDamaged {}),
        Ok(_) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(_) => Err(Problem::ModelDamaged {}),
    }
}

fn fault(problem: Problem) -> Box<Fault> {
    Box::new(Fault { file: PathBuf::from(FILE), line: None, severity: problem.severity(), problem })
}

/// The first 16 bytes of the SHA-256 of these, one behind the other.
fn hash(parts: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}
