//! The support server, with a data folder of its own: can be stopped, and started again on the same port and data.

use std::{
    fs::{self, OpenOptions},
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

use crate::{
    places,
    process::{Process, listening_on},
};

/// A person who answers, as the inbox wants to know them.
#[derive(Clone, Copy, Debug)]
pub struct Agent {
    /// What they log in with.
    pub login: &'static str,
    /// The name that shoppers see.
    pub name: &'static str,
    /// Known to the tests only.
    pub password: &'static str,
}

/// The two people of the tests' shop.
pub const RIMA: Agent = Agent { login: "rima", name: "রিমা", password: "kantha-and-jamdani" };
/// The other one.
pub const TAREK: Agent = Agent { login: "tarek", name: "তারেক", password: "panjabi-and-fatua" };

/// A running support server.
pub struct Support {
    address: String,
    shop: PathBuf,
    data: TempDir,
    process: Option<Process>,
}

impl Support {
    /// Starts it on a free port.
    pub fn start(shop: &Path) -> Result<Self> {
        let mut support = Self {
            address: "127.0.0.1:0".to_owned(),
            shop: shop.to_owned(),
            data: TempDir::with_prefix("alap-data-")?,
            process: None,
        };
        for agent in [RIMA, TAREK] {
            support.add_agent(agent)?;
        }
        let origin = support.run()?;
        support.address = origin.trim_start_matches("http://").to_owned();
        Ok(support)
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The agents' page.
    pub fn inbox(&self) -> String {
        format!("{}/inbox/", self.origin())
    }

    /// Ends it, as a service manager would, and makes sure that it ended well.
    pub fn stop(&mut self) -> Result<()> {
        let mut process = self.process.take().context("the support server does not run")?;
        ensure!(
            process.ask_to_end() && process.ends_by_itself(),
            "the support server does not end when asked"
        );
        Ok(())
    }

    /// Starts it again, with the same address and data.
    pub fn start_again(&mut self) -> Result<()> {
        let origin = self.run()?;
        ensure!(origin == self.origin(), "{origin} is another address");
        Ok(())
    }

    /// The answer to a plain request, head and body.
    pub async fn get(&self, path: &str) -> Result<String> {
        let mut stream = TcpStream::connect(&self.address).await?;
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address);
        stream.write_all(request.as_bytes()).await?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await?;
        Ok(answer)
    }

    /// The last lines of its log.
    pub fn last_words(&self) -> String {
        let log = fs::read_to_string(self.log()).unwrap_or_default();
        let lines: Vec<&str> = log.lines().collect();
        lines[lines.len().saturating_sub(30)..].join("\n")
    }

    fn run(&mut self) -> Result<String> {
        let log = OpenOptions::new().create(true).append(true).open(self.log())?;
        let mut command = program()?;
        command
            .arg("serve")
            .arg(&self.shop)
            .args(["--listen", &self.address])
            .arg("--data")
            .arg(self.data.path())
            .arg("--pages")
            .arg(places::pages()?)
            .stderr(log);
        let process = Process::start("alap serve", &mut command)?;
        let origin = process.line(listening_on).with_context(|| self.last_words())?;
        self.process = Some(process);
        Ok(origin)
    }

    fn add_agent(&self, agent: Agent) -> Result<()> {
        let added = program()?
            .args(["agent", "add", "--shop", "nokshi", "--login", agent.login, "--name", agent.name])
            .args(["--password", agent.password, "--data"])
            .arg(self.data.path())
            .output()?;
        ensure!(added.status.success(), "alap agent add: {}", String::from_utf8_lossy(&added.stderr));
        Ok(())
    }

    fn log(&self) -> PathBuf {
        self.data.path().join("alap.log")
    }
}

/// The program, free of what this person may have set for a server of their own.
fn program() -> Result<Command> {
    let mut command = Command::new(places::alap()?);
    for variable in ["ALAP_DATA", "ALAP_LISTEN", "ALAP_PUBLIC_URL", "DATABASE_URL"] {
        command.env_remove(variable);
    }
    Ok(command)
}
