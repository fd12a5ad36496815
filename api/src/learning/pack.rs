//! The folder's pack with what was learnt in it.

use alap_protocol::{
    learning::LearntKind,
    locale::Localized,
    pack::{FaqEntry, ShopPack},
};
use alap_store::Learnt;
use sha2::{Digest as _, Sha256};

use super::in_folder;

/// Learnt entries stand behind the folder's; learnt variants are added to their entry. Where the folder has an entry of the
/// same id, the folder's counts. `None` where nothing that was learnt changes the pack.
pub fn merged(folder: &ShopPack, learnt: &[Learnt]) -> Option<ShopPack> {
    let mut faq = folder.faq.clone();
    let mut new = Vec::new();
    for one in learnt {
        match one.kind {
            LearntKind::Entry if in_folder(folder, &one.entry).is_none() => new.push(entry(one)),
            LearntKind::Entry => {}
            LearntKind::Variants => {
                if let Some(entry) = faq.iter_mut().find(|entry| entry.id == one.entry) {
                    add_variants(entry, &one.text.variants);
                }
            }
        }
    }
    // The same order on every node, whatever changed last.
    new.sort_by(|a, b| a.id.cmp(&b.id));
    faq.extend(new);
    if faq == folder.faq {
        return None;
    }
    let mut pack = ShopPack { faq, version: String::new(), ..folder.clone() };
    pack.version = version(&folder.version, &pack.faq)?;
    Some(pack)
}

fn entry(learnt: &Learnt) -> FaqEntry {
    FaqEntry {
        id: learnt.entry.clone(),
        question: learnt.text.question.clone(),
        answer: learnt.text.answer.clone(),
        variants: learnt.text.variants.clone(),
        products: Vec::new(),
        chip: Localized::default(),
        actions: Vec::new(),
    }
}

fn add_variants(entry: &mut FaqEntry, variants: &[String]) {
    for variant in variants {
        if !entry.variants.contains(variant) {
            entry.variants.push(variant.clone());
        }
    }
}

/// Changes with the folder, and with every word that was learnt.
fn version(folder: &str, faq: &[FaqEntry]) -> Option<String> {
    let mut hasher = Sha256::new();
    hasher.update(folder);
    hasher.update(serde_json::to_vec(faq).ok()?);
    Some(hasher.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect())
}
