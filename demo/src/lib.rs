#![doc = include_str!("../README.md")]

mod json_ld;
mod list;
mod measures;
mod missing;
mod page;
mod product;
mod routes;
mod shop;
mod words;

use std::path::Path;

use alap_shop::{Fault, read_folder};
use axum::Router;
use url::Url;

use crate::shop::Shop;

rust_i18n::i18n!("locales");

/// The shop in this folder, as a website that carries the snippet of the support origin.
pub fn storefront(folder: impl AsRef<Path>, support_origin: &str) -> Result<Router, StorefrontError> {
    let support = Url::parse(support_origin)
        .ok()
        .map(|url| url.origin())
        .filter(|origin| origin.is_tuple())
        .ok_or_else(|| StorefrontError::Support(support_origin.to_owned()))?;
    let reading = read_folder(folder.as_ref());
    let sound = reading.is_sound();
    let pack = reading.pack.filter(|_| sound).ok_or(StorefrontError::Folder(reading.faults))?;
    Ok(routes::router(Shop::new(pack, support.ascii_serialization()), &folder.as_ref().join("media")))
}

/// Why there is no storefront.
#[derive(Debug, thiserror::Error)]
pub enum StorefrontError {
    /// The folder has mistakes that keep it from being served.
    #[error("the shop folder cannot be served:\n{}", lines(.0))]
    Folder(Vec<Fault>),
    /// The support address is none.
    #[error("`{0}` is not an address like https://support.example")]
    Support(String),
}

fn lines(faults: &[Fault]) -> String {
    faults.iter().map(|fault| format!("  {fault}\n")).collect()
}
