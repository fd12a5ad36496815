//! The demo shop running: the support server, the shop's own page, and how both are stopped.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use signal_hook::consts::{SIGINT, SIGTERM};

use crate::pages::{self, Effort};
use crate::{place, run};

/// The demo agent. The password is no secret: the demo listens on this machine only.
pub(crate) const AGENT: (&str, &str) = ("mita", "demo-password");

/// The port of the page that the demo shop's settings name.
pub(crate) const USUAL_SHOP_PORT: u16 = 8081;

const STARTS_WITHIN: Duration = Duration::from_secs(30);
const STOPS_WITHIN: Duration = Duration::from_secs(5);
const LOOK_EVERY: Duration = Duration::from_millis(100);

/// The packages whose binaries the demo runs.
pub(crate) const PACKAGES: [&str; 4] = ["--package", "alap-api", "--package", "alap-demo"];

/// A program of ours, compiled for this machine.
pub(crate) fn binary(name: &str) -> PathBuf {
    place::target().join("debug").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// Two servers on loopback, stopped when dropped.
pub(crate) struct Demo {
    support: Server,
    shop: Server,
}

impl Demo {
    /// Starts both and waits until they answer.
    pub(crate) fn start(support: u16, shop: u16) -> Result<Self> {
        fs::create_dir_all(place::DEMO_DATA)?;
        for port in [support, shop] {
            TcpListener::bind((Ipv4Addr::LOCALHOST, port)).with_context(|| {
                format!("port {port} is taken: choose others with --port and --shop-port")
            })?;
        }
        add_agent()?;
        let folder = shop_folder(shop)?;
        Ok(Self { support: start_support(support, &folder)?, shop: start_shop(support, shop, &folder)? })
    }

    /// The log files' names, for whoever wants to look.
    pub(crate) fn logs(&self) -> [&str; 2] {
        [&self.support.log, &self.shop.log]
    }

    /// An error once one of the two has ended by itself.
    pub(crate) fn check(&mut self) -> Result<()> {
        self.support.check()?;
        self.shop.check()
    }
}

fn start_support(port: u16, folder: &str) -> Result<Server> {
    let mut alap = alap();
    alap.args(["serve", folder, "--listen", &address(port), "--data", place::DEMO_DATA, "--pages"])
        .arg(pages::folder(Effort::Quick));
    Server::start("alap", alap, port, "/healthz")
}

fn start_shop(support: u16, port: u16, folder: &str) -> Result<Server> {
    let mut shop = Command::new(binary("alap-demo"));
    let support = format!("http://{}", address(support));
    shop.args(["--shop", folder, "--support", &support, "--listen", &address(port)]);
    Server::start("alap-demo", shop, port, "/")
}

/// Makes the demo agent where there is none yet.
fn add_agent() -> Result<()> {
    let shop = shop_id()?;
    let place = ["--shop", &shop, "--data", place::DEMO_DATA];
    let (login, password) = AGENT;
    let known = run::output(alap().args(["agent", "list"]).args(place))
        .is_some_and(|agents| agents.lines().any(|agent| agent.split('\t').next() == Some(login)));
    if known {
        return Ok(());
    }
    let mut add = alap();
    add.args(["agent", "add", "--login", login, "--name", "মিতা", "--password", password]).args(place);
    run::quietly("the demo agent", &mut add)
}

/// The server's program, free of what this person may have set for a server of their own.
fn alap() -> Command {
    let mut alap = Command::new(binary("alap"));
    alap.env_remove("DATABASE_URL").env_remove("ALAP_PUBLIC_URL");
    alap
}

/// The demo shop's folder. It names the page that may show the widget, so another port needs a copy that names another.
fn shop_folder(port: u16) -> Result<String> {
    let settings = fs::read_to_string(format!("{}/shop.toml", place::DEMO_SHOP))?;
    let usual = format!(":{USUAL_SHOP_PORT}\"");
    if port == USUAL_SHOP_PORT {
        return Ok(place::DEMO_SHOP.to_owned());
    }
    let copy = format!("{}/shop", place::DEMO_DATA);
    pages::copy_folder(Path::new(place::DEMO_SHOP), Path::new(&copy))?;
    fs::write(format!("{copy}/shop.toml"), settings.replace(&usual, &format!(":{port}\"")))?;
    Ok(copy)
}

fn shop_id() -> Result<String> {
    let path = format!("{}/shop.toml", place::DEMO_SHOP);
    let settings: toml::Table =
        fs::read_to_string(&path).with_context(|| format!("cannot read {path}"))?.parse()?;
    let id = settings.get("id").and_then(toml::Value::as_str);
    id.map(str::to_owned).with_context(|| format!("{path} names no id"))
}

struct Server {
    name: &'static str,
    child: Child,
    log: String,
}

impl Server {
    fn start(name: &'static str, mut command: Command, port: u16, path: &str) -> Result<Self> {
        let log = format!("{}/{name}.log", place::DEMO_DATA);
        let file = File::create(&log)?;
        command.env("NO_COLOR", "1").stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file);
        let child = command.spawn().with_context(|| format!("cannot start {name}"))?;
        let mut server = Self { name, child, log };
        let started = Instant::now();
        while !answers(port, path) {
            server.check()?;
            if started.elapsed() > STARTS_WITHIN {
                bail!("{name} does not answer on port {port}\n{}", server.last_words());
            }
            thread::sleep(LOOK_EVERY);
        }
        Ok(server)
    }

    fn check(&mut self) -> Result<()> {
        match self.child.try_wait()? {
            Some(status) => bail!("{} ended ({status})\n{}", self.name, self.last_words()),
            None => Ok(()),
        }
    }

    fn last_words(&self) -> String {
        let log = fs::read_to_string(&self.log).unwrap_or_default();
        let lines: Vec<&str> = log.lines().collect();
        lines[lines.len().saturating_sub(20)..].join("\n")
    }
}

impl Drop for Server {
    /// Asks first, so that the server can finish what it writes.
    fn drop(&mut self) {
        let asked = Command::new("kill").arg(self.child.id().to_string()).stderr(Stdio::null()).status();
        let started = Instant::now();
        while asked.is_ok() && started.elapsed() < STOPS_WITHIN {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return;
            }
            thread::sleep(LOOK_EVERY);
        }
        // It may have ended in between, which is what is wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Set once a person pressed Ctrl-C or the task was told to end.
pub(crate) fn stop_flag() -> Result<Arc<AtomicBool>> {
    let stop = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM] {
        signal_hook::flag::register_conditional_shutdown(signal, 130, Arc::clone(&stop))?;
        signal_hook::flag::register(signal, Arc::clone(&stop))?;
    }
    Ok(stop)
}

/// Waits a moment; `true` once the task is to end.
pub(crate) fn pause(stop: &AtomicBool, time: Duration) -> bool {
    let started = Instant::now();
    while started.elapsed() < time && !stop.load(Ordering::Relaxed) {
        thread::sleep(LOOK_EVERY.min(time));
    }
    stop.load(Ordering::Relaxed)
}

fn address(port: u16) -> String {
    format!("127.0.0.1:{port}")
}

fn answers(port: u16, path: &str) -> bool {
    let ask = || -> std::io::Result<String> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_read_timeout(Some(Duration::from_secs(2)))?;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")?;
        let mut start = [0; 12];
        stream.read_exact(&mut start)?;
        Ok(String::from_utf8_lossy(&start).into_owned())
    };
    ask().is_ok_and(|start| start.ends_with(" 200"))
}
