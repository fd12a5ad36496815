//! `alap faq`: what was learnt from questions, for the folder.

use std::{path::PathBuf, process::ExitCode};

use alap_protocol::{
    learning::{LearntEntry, LearntKind, LearntStanding},
    locale::Locale,
    pack::ShopPack,
};
use alap_store::Learnt;
use clap::{Args, Subcommand};

use super::{Failure, check::print_faults, place, place::Place, say};
use crate::{
    learning::{in_folder, markdown, view},
    shop::{ServedShop, ShopError},
};

/// `alap faq …`
#[derive(Debug, Args)]
pub struct FaqCommand {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Print what the shop has learnt from questions, as faq.md has it; lines for entries that are there already go to
    /// standard error
    Export {
        /// The shop folder: what it has already is left out
        dir: Option<PathBuf>,
        /// The shop's id
        #[arg(long, value_name = "ID")]
        shop: Option<String>,
        #[command(flatten)]
        place: Place,
    },
}

impl FaqCommand {
    /// Runs it.
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        let What::Export { dir, shop, place } = self.what;
        let folder = dir.map(read).transpose()?;
        let named = shop.or_else(|| folder.as_ref().map(|pack| pack.shop.id.to_string()));
        let store = place.open().await?;
        let learnt = match place::shop(&store, named.as_deref()).await {
            Ok(shop) => store.learnt(&shop).await.map_err(|error| Failure::new(error.to_string())),
            Err(failure) => Err(failure),
        };
        store.close().await;
        let mut learnt = learnt?;
        learnt.sort_by(|a, b| a.entry.cmp(&b.entry));
        let missing: Vec<_> = learnt.into_iter().filter_map(|one| missing(folder.as_ref(), one)).collect();
        let entries = markdown::entries(&missing);
        if !entries.is_empty() {
            say(format_args!("{}", entries.trim_end()))?;
        }
        // Not among the entries: they may go straight to the end of a file.
        eprint!("{}", markdown::lines_for_others(&missing));
        Ok(ExitCode::SUCCESS)
    }
}

/// What of it the folder does not have yet.
fn missing(folder: Option<&ShopPack>, mut learnt: Learnt) -> Option<LearntEntry> {
    let Some(folder) = folder else {
        let (entry, kind, by, at) = (learnt.entry, learnt.kind, learnt.by, learnt.at);
        let standing = LearntStanding::Served;
        return Some(LearntEntry { entry, kind, standing, text: learnt.text, by, at });
    };
    match (learnt.kind, in_folder(folder, &learnt.entry)) {
        (LearntKind::Entry, Some(_)) => return None,
        (LearntKind::Variants, Some(entry)) => {
            learnt.text.variants.retain(|variant| !entry.variants.contains(variant));
            if learnt.text.variants.is_empty() {
                return None;
            }
        }
        (LearntKind::Entry | LearntKind::Variants, None) => {}
    }
    Some(view(folder, learnt))
}

fn read(dir: PathBuf) -> Result<ShopPack, Failure> {
    match ServedShop::read(dir) {
        Ok(served) => Ok(ShopPack::clone(&served.pack)),
        Err(ShopError::Broken(faults)) => {
            print_faults(&faults, Locale::En)?;
            Err(Failure::new("the shop folder has errors"))
        }
        Err(error) => Err(Failure::new(error.to_string())),
    }
}
