//! All catalogue files as one list of products.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
};

use alap_protocol::{id::ProductId, pack::Product};
use url::Url;

use crate::{
    CatalogueFile, Fault, Place, Problem, ReadOptions, Reading,
    fault::Faults,
    feed::{MOST_BYTES, MOST_PRODUCTS, read_feed_with},
    folder::{files, on_site},
    media::Media,
};

/// The most catalogue files.
const MOST_FILES: usize = 50;

pub(super) fn read(
    dir: &Path,
    options: &ReadOptions,
    currency: Option<&str>,
    site: Option<&Url>,
    media: &mut Media<'_>,
    reading: &mut Reading,
) -> Vec<Product> {
    let mut names = files::catalogue_names(dir);
    if let Some(name) = names.get(MOST_FILES) {
        let problem = Problem::TooManyFiles { most: MOST_FILES as u64 };
        reading.faults.push(Fault::new(Path::new(name), None, problem));
        names.truncate(MOST_FILES);
    }
    let mut products = Vec::new();
    let mut places: HashMap<ProductId, Place> = HashMap::new();
    let faults_before = reading.faults.len();
    for name in &names {
        let mut faults = Faults::of(name.as_str());
        let Some(bytes) = files::read_bytes(dir, name, MOST_BYTES, &mut faults) else {
            reading.faults.extend(faults.into_list());
            continue;
        };
        let feed = read_feed_with(name, &bytes, options);
        drop(bytes);
        let (format, rows, file) = (feed.format, feed.rows, PathBuf::from(name));
        reading.catalogue.push(CatalogueFile { file, format, rows, products: feed.products.len() });
        for (code, product) in feed.variants {
            reading.variants.entry(code).or_insert(product);
        }
        for (mut product, line) in feed.products.into_iter().zip(feed.lines) {
            if let Some(place) = places.get(&product.id) {
                let problem = Problem::DuplicateSku { sku: product.id.to_string(), place: place.clone() };
                faults.add(line, problem);
                continue;
            }
            if products.len() == MOST_PRODUCTS {
                faults.add(line, Problem::TooManyInAll { most: MOST_PRODUCTS as u64 });
                break;
            }
            places.insert(product.id.clone(), Place { file: Some(name.clone()), line });
            product.image = product.image.and_then(|image| media.picture(image, line, &mut faults));
            product.url = product.url.map(|url| on_site(url, site));
            product.price.currency = product.price.currency.filter(|code| Some(code.as_str()) != currency);
            products.push(product);
        }
        let mut list = feed.faults;
        list.extend(faults.into_list());
        list.sort_by_key(|fault| fault.line);
        reading.faults.extend(list);
    }
    if products.is_empty() && reading.faults.len() == faults_before {
        let file = names.first().map_or("catalogue.csv", String::as_str);
        reading.faults.push(Fault::new(Path::new(file), None, Problem::NoProducts {}));
    }
    products
}
