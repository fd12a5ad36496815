//! A folder with a folder for each set.

use std::{error::Error, fs, path::Path};

use super::set::Set;

/// All sets of a folder, with their names, in the order of these.
pub(crate) fn sets(folder: &Path) -> Result<Vec<(String, Set)>, Box<dyn Error>> {
    let mut found = Vec::new();
    for place in fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))? {
        let place = place?;
        let (faq, queries) = (place.path().join("faq.k5.jsonl"), place.path().join("queries.jsonl"));
        if faq.is_file() && queries.is_file() {
            found.push((place.file_name().to_string_lossy().into_owned(), Set::read(&faq, &queries)?));
        }
    }
    if found.is_empty() {
        return Err(
            format!("{} has no set: a folder with faq.k5.jsonl and queries.jsonl", folder.display()).into()
        );
    }
    found.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(found)
}
