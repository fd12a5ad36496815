//! A headless Chromium with a profile of its own, driven over WebDriver.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
    process::{Command, Stdio},
    rc::Rc,
    time::Duration,
};

use anyhow::{Context, Result};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::prelude::*;
use thirtyfour::{ChromeCapabilities, LoggingPrefsLogLevel, WindowHandle};

use crate::process::Process;

/// What the person holds in hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// 390 × 844, touched with fingers.
    Phone,
    /// 1280 × 800, with mouse and keyboard.
    Desktop,
}

/// A browser. Clones are the same browser; it ends with the last of them.
#[derive(Clone)]
pub struct Browser(Rc<Inner>);

struct Inner {
    name: &'static str,
    driver: WebDriver,
    port: u16,
    process_id: Option<u64>,
    program: Process,
    _profile: TempDir,
}

impl Browser {
    /// Starts a browser that has never seen any page.
    pub async fn start(name: &'static str, screen: Screen) -> Result<Self> {
        let profile = TempDir::with_prefix("alap-profile-")?;
        let mut command = Command::new("chromedriver");
        command.args(["--port=0", "--log-level=SEVERE"]).stderr(Stdio::null());
        let program = Process::start("chromedriver", &mut command)?;
        let port = program.line(|line| {
            line.split_once("started successfully on port ")?.1.trim_end_matches('.').parse().ok()
        })?;
        let capabilities = capabilities(screen, &profile)?;
        let driver = WebDriver::builder(format!("http://127.0.0.1:{port}"), capabilities)
            .request_timeout(Duration::from_secs(60))
            .connect()
            .await
            .with_context(|| format!("the browser of the {name} does not start"))?;
        let process_id = driver.capabilities().get("goog:processID").and_then(Value::as_u64);
        Ok(Self(Rc::new(Inner { name, driver, port, process_id, program, _profile: profile })))
    }

    /// Whose it is.
    pub fn name(&self) -> &'static str {
        self.0.name
    }

    /// The WebDriver session.
    pub fn driver(&self) -> &WebDriver {
        &self.0.driver
    }

    /// Goes to an address.
    pub async fn goto(&self, address: &str) -> Result<()> {
        Ok(self.driver().goto(address).await?)
    }

    /// Loads the page again.
    pub async fn reload(&self) -> Result<()> {
        self.top().await?;
        Ok(self.driver().refresh().await?)
    }

    /// Looks at the page itself, not at a frame in it.
    pub async fn top(&self) -> Result<()> {
        Ok(self.driver().enter_default_frame().await?)
    }

    /// Runs a function body in the page or frame that is looked at.
    pub async fn run<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> Result<T> {
        Ok(self.driver().execute(script, arguments.to_vec()).await?.convert()?)
    }

    /// The element that a function body returns.
    pub async fn element(&self, script: &str) -> Result<WebElement> {
        Ok(self.driver().execute(script, Vec::new()).await?.element()?)
    }

    /// The one element that is meant by this selector.
    pub async fn find(&self, selector: &str) -> Result<WebElement> {
        self.driver().find(By::Css(selector)).await.with_context(|| format!("no {selector}"))
    }

    /// What an element says.
    pub async fn text(&self, selector: &str) -> Result<String> {
        Ok(self.find(selector).await?.text().await?)
    }

    /// Is there such an element?
    pub async fn has(&self, selector: &str) -> Result<bool> {
        self.run("return !!document.querySelector(arguments[0])", &[json!(selector)]).await
    }

    /// Runs a script in every page and frame before anything of theirs runs.
    pub async fn before_every_page(&self, script: &str) -> Result<()> {
        let source = json!({ "source": script });
        self.driver().cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", source).await?;
        Ok(())
    }

    /// Asks for dark or light colours, as the device's setting does.
    pub async fn prefer_dark(&self, dark: bool) -> Result<()> {
        let scheme = json!({ "name": "prefers-color-scheme", "value": if dark { "dark" } else { "light" } });
        self.driver().cdp().send_raw("Emulation.setEmulatedMedia", json!({ "features": [scheme] })).await?;
        Ok(())
    }

    /// Goes one step back in the history, as the phone's button does.
    pub async fn go_back(&self) -> Result<()> {
        self.top().await?;
        Ok(self.driver().back().await?)
    }

    /// Opens another tab and looks at it.
    pub async fn new_tab(&self) -> Result<WindowHandle> {
        let tab = self.driver().new_tab().await?;
        self.look_at(&tab).await?;
        Ok(tab)
    }

    /// The tab that is looked at.
    pub async fn tab(&self) -> Result<WindowHandle> {
        Ok(self.driver().window().await?)
    }

    /// Looks at another tab.
    pub async fn look_at(&self, tab: &WindowHandle) -> Result<()> {
        Ok(self.driver().switch_to_window(tab.clone()).await?)
    }

    /// What pages complained of since the last time it was asked: errors, refusals of the content policy.
    pub async fn complaints(&self) -> Result<Vec<String>> {
        let lines = self.driver().browser_log().await?;
        Ok(lines.into_iter().map(|line| line.message).collect())
    }
}

impl Drop for Inner {
    /// Chromedriver closes its browser when it is told to shut down; should it not, the browser is ended by its id.
    fn drop(&mut self) {
        // The session ends here, not when the last handle of it goes.
        let _ = self.driver.clone().leak();
        let closed = shut_down(self.port).is_ok() && self.program.ends_by_itself();
        if let (false, Some(id)) = (closed, self.process_id) {
            let _ = Command::new("kill").args(["-KILL", &id.to_string()]).stderr(Stdio::null()).status();
        }
    }
}

fn shut_down(port: u16) -> Result<()> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    write!(stream, "GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
    // The answer does not matter, only that it came.
    let _ = stream.read(&mut [0; 64])?;
    Ok(())
}

fn capabilities(screen: Screen, profile: &TempDir) -> Result<ChromeCapabilities> {
    let mut capabilities = ChromeCapabilities::new();
    for argument in [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--disable-sync",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
        "--no-default-browser-check",
        "--hide-scrollbars",
        "--force-color-profile=srgb",
        &format!("--user-data-dir={}", profile.path().display()),
    ] {
        capabilities.add_arg(argument)?;
    }
    capabilities.set_logging_prefs("browser", LoggingPrefsLogLevel::All)?;
    let metrics = match screen {
        Screen::Phone => {
            json!({ "width": 390, "height": 844, "pixelRatio": 2, "touch": true, "mobile": true })
        }
        Screen::Desktop => {
            json!({ "width": 1280, "height": 800, "pixelRatio": 1, "touch": false, "mobile": false })
        }
    };
    capabilities.add_experimental_option("mobileEmulation", json!({ "deviceMetrics": metrics }))?;
    Ok(capabilities)
}
