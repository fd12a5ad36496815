//! The demo shop's own pages, on an origin of their own.

use std::{
    path::Path,
    process::{Command, Stdio},
};

use anyhow::{Result, ensure};

use crate::{
    places,
    process::{Process, listening_on},
};

/// A running storefront.
pub struct Storefront {
    port: u16,
    _process: Process,
}

impl Storefront {
    /// Serves the shop on that port, with the snippet of the support origin in its pages.
    pub fn start(shop: &Path, support_origin: &str, port: u16) -> Result<Self> {
        let mut command = Command::new(places::storefront()?);
        command
            .arg("--shop")
            .arg(shop)
            .args(["--support", support_origin, "--listen", &format!("127.0.0.1:{port}")])
            .stderr(Stdio::inherit());
        let process = Process::start("alap-demo", &mut command)?;
        let origin = process.line(listening_on)?;
        ensure!(origin == origin_of(port), "{origin} is another address");
        Ok(Self { port, _process: process })
    }

    /// Scheme, host and port, as the shop's settings know it.
    pub fn origin(&self) -> String {
        origin_of(self.port)
    }

    /// The same pages under a name that the shop's settings do not know.
    pub fn foreign_origin(&self) -> String {
        format!("http://localhost:{}", self.port)
    }
}

/// The origin of a storefront on that port.
pub(crate) fn origin_of(port: u16) -> String {
    format!("http://127.0.0.1:{port}")
}
