//! Both files of questions, held against the rest of the folder.

use std::{
    collections::{HashMap, HashSet},
    path::Path,
};

use alap_protocol::{
    id::{EntryId, ProductId},
    limits::FAQ_ENTRIES,
    pack::{FaqEntry, Product},
};

use crate::{
    Fault, Place, Problem, faq,
    fault::Faults,
    folder::files,
    nearest::{MOST_GUESSES, nearest},
};

/// Reads both files of questions and checks what they name.
pub(super) fn read(
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
            entry.actions = faq::resolve(&actions, &entry, folder, &mut faults);
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
