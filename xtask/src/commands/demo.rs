//! `cargo xtask demo`: from nothing to a shop in which a shopper and a seller can talk.

use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow};

use super::Ports;
use crate::pages::{self, Effort};
use crate::server::{self, Demo};
use crate::{debian, progress, run, rust_setup, videos};

pub(super) fn run(ports: &Ports) -> Result<()> {
    let stop = server::stop_flag()?;
    build()?;
    let mut demo = Demo::start(ports.support, ports.shop)?;
    greet(ports, &demo);
    println!("  Ctrl-C ends it.");
    while !server::pause(&stop, Duration::from_secs(1)) {
        demo.check()?;
    }
    println!("\nStopped. What was said is kept in .data/demo; remove that folder to start anew.");
    Ok(())
}

/// Installs what is missing and builds the pages and the servers side by side.
pub(super) fn build() -> Result<()> {
    let started = Instant::now();
    println!("Building the demo: about 6 minutes on 2 cores the first time, seconds after that.");
    rust_setup::wasm_target()?;
    rust_setup::crates()?;
    let arguments: Vec<&str> = ["build"].into_iter().chain(server::PACKAGES).collect();
    let mut servers = run::cargo(&arguments)?;
    thread::scope(|scope| {
        let servers =
            scope.spawn(move || run::quietly("the servers (2 to 4 min the first time)", &mut servers));
        let pages = pages::build(Effort::Quick);
        servers.join().map_err(|_| anyhow!("building the servers broke off"))??;
        pages
    })?;
    // The shop can be tried all the same.
    if let Err(error) = videos::make(debian::for_videos()) {
        eprintln!("{error:#}\nThe demo's videos play as plain files.");
    }
    println!("Built in {}.", progress::seconds(started));
    Ok(())
}

/// Says where to look and how to log in.
pub(super) fn greet(ports: &Ports, demo: &Demo) {
    let (login, password) = server::AGENT;
    let support = format!("http://127.0.0.1:{}", ports.support);
    let [alap, shop] = demo.logs();
    println!();
    println!("  The shop   http://127.0.0.1:{}/", ports.shop);
    println!("  The inbox  {support}/inbox/      login {login}, password {password} (this demo only)");
    println!("  The API    {support}/api/v1/openapi.json");
    println!();
    println!("  Logs: {alap}, {shop}");
}
