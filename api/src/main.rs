//! The binary `alap`: reads the command line and hands it to the library.

use std::process::ExitCode;

use alap_api::cli::{Cli, run};
use clap::Parser as _;

#[tokio::main]
async fn main() -> ExitCode {
    run(Cli::parse()).await
}
