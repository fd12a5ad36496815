//! `alap model`: learning from sessions what goes together.

mod build;
mod near;
mod show;

use std::{path::Path, process::ExitCode};

use alap_suggest::build::Trained;
use clap::{Args, Subcommand};

use super::Failure;
use crate::shop::model;

/// `alap model …`
#[derive(Debug, Args)]
pub struct ModelCommand {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Learn from event logs or order exports which products go together
    Build(build::Build),
    /// Say what is in a trained model
    Show(show::Show),
    /// Print what a product's page carries of the model: the content of its <meta name="alap:near">
    Near(near::NearCommand),
}

impl ModelCommand {
    /// Runs it. Takes a while: nothing else may wait on this thread.
    pub(super) fn run(self) -> Result<ExitCode, Failure> {
        match self.what {
            What::Build(build) => build.run(),
            What::Show(show) => show.run(),
            What::Near(near) => near.run(),
        }
    }
}

/// A trained model that has to be there.
fn trained(file: &Path) -> Result<Trained, Failure> {
    match model::trained(file) {
        Ok(Some(trained)) => Ok(trained),
        Ok(None) => Err(Failure::new(format!("{}: there is no such file", file.display()))),
        Err(problem) => Err(Failure::new(format!("{}: {problem}", file.display()))),
    }
}
