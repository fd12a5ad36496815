//! `alap openapi`

use std::process::ExitCode;

use super::{Failure, say};
use crate::system::openapi::document;

pub(super) fn run() -> Result<ExitCode, Failure> {
    let document = document().to_pretty_json().map_err(|error| Failure::new(error.to_string()))?;
    say(format_args!("{document}"))?;
    Ok(ExitCode::SUCCESS)
}
