//! `alap model show`

use std::{path::PathBuf, process::ExitCode};

use alap_suggest::build::Trained;
use clap::Args;
use time::OffsetDateTime;

use crate::cli::{Failure, say};

/// `alap model show …`
#[derive(Debug, Args)]
pub(super) struct Show {
    /// The trained model: model.alap
    file: PathBuf,
}

impl Show {
    pub(super) fn run(self) -> Result<ExitCode, Failure> {
        let trained = super::trained(&self.file)?;
        say(format_args!("{}: {}", self.file.display(), summary(&trained)))?;
        let newest = OffsetDateTime::from_unix_timestamp(trained.until().into()).map(OffsetDateTime::date);
        if let Ok(newest) = newest {
            say(format_args!("the newest event is of {newest}"))?;
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// What it holds, in a few words.
pub(super) fn summary(trained: &Trained) -> String {
    let (products, pairs, floor) = (trained.products(), trained.pairs(), trained.floor());
    format!("{products} products, {pairs} times one leads to another, each from {floor} or more sessions")
}
