//! `alap model near`

use std::{borrow::Cow, path::PathBuf, process::ExitCode};

use alap_suggest::near_text;
use clap::Args;

use crate::{
    cli::{Failure, say},
    shop::model,
};

/// `alap model near …`
#[derive(Debug, Args)]
pub(super) struct NearCommand {
    /// The trained model
    #[arg(long, value_name = "FILE", default_value = model::FILE)]
    model: PathBuf,
    /// For this product
    #[arg(long, value_name = "SKU", required_unless_present = "all", conflicts_with = "all")]
    sku: Option<String>,
    /// For every product, as CSV: sku,near
    #[arg(long)]
    all: bool,
}

impl NearCommand {
    pub(super) fn run(self) -> Result<ExitCode, Failure> {
        let trained = super::trained(&self.model)?;
        let Some(sku) = self.sku else {
            let lines: String =
                trained.near_texts().map(|(sku, near)| format!("\n{},{near}", cell(sku))).collect();
            say(format_args!("sku,near{lines}"))?;
            return Ok(ExitCode::SUCCESS);
        };
        let near = trained.near(&sku);
        if near.is_empty() {
            return Err(Failure::new(format!("the model knows nothing that goes with {sku}")));
        }
        say(format_args!("{}", near_text(near)))?;
        Ok(ExitCode::SUCCESS)
    }
}

/// As a cell of a table: in quotation marks where it has signs in it that mean something there.
fn cell(sku: &str) -> Cow<'_, str> {
    if sku.contains([',', '"', ';']) {
        format!("\"{}\"", sku.replace('"', "\"\"")).into()
    } else {
        sku.into()
    }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn a_code_with_signs_of_a_table_in_it_stays_one_cell() {
        assert_eq!(["A-1", "A,1", "5\" pipe"].map(cell), ["A-1", "\"A,1\"", "\"5\"\" pipe\""]);
    }
}
