//! `alap openapi`

use std::process::ExitCode;

use super::Failure;
use crate::system::openapi::document;

pub(super) fn run() -> Result<ExitCode, Failure> {
    let document = document().to_pretty_json().map_err(|error| Failure::new(error.to_string()))?;
    println!("{document}");
    Ok(ExitCode::SUCCESS)
}
