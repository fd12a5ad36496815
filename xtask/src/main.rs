//! Every task a person runs, one word each. `cargo xtask help` lists them.

mod commands;
mod compress;
mod debian;
mod hls;
mod names;
mod pages;
mod place;
mod progress;
mod run;
mod rust_setup;
mod server;
mod split;
mod tools;
mod videos;
mod wasm;

#[cfg(test)]
mod layout;

use std::process::ExitCode;

fn main() -> ExitCode {
    match place::enter_project_root().and_then(|()| commands::dispatch()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
