//! The shop's own page, and what `embed.js` puts on it.

use anyhow::{Context as _, Result};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{browser::Browser, wait};

/// The shop as a shopper sees it.
#[derive(Clone)]
pub struct ShopPage {
    /// The shopper's browser.
    pub browser: Browser,
    origin: String,
}

/// A line of the journal on the shop's origin.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Noted {
    /// `view`, `cart` or `purchase`.
    pub kind: String,
    /// The SKU.
    pub product: String,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// For how many seconds; 0 while that is not known.
    #[serde(default)]
    pub dwell: u32,
    /// What the page says of its neighbours.
    pub near: Option<String>,
}

/// Finds what is in the widget's shadow root: `part('.alap-launcher')`.
const PARTS: &str = "const host = document.getElementById('alap-host');
    const part = selector => host?.shadowRoot.querySelector(selector);
    const shown = element => !!element && !element.hidden && element.checkVisibility({ visibilityProperty: true });";

impl ShopPage {
    /// The shop at that origin.
    pub fn new(browser: Browser, origin: String) -> Self {
        Self { browser, origin }
    }

    /// Goes to one of its pages and waits for the launcher.
    pub async fn visit(&self, path: &str) -> Result<()> {
        self.visit_only(path).await?;
        self.launcher_shown().await
    }

    /// Goes to one of its pages.
    pub async fn visit_only(&self, path: &str) -> Result<()> {
        self.browser.goto(&format!("{}{path}", self.origin)).await
    }

    /// Waits for the launcher.
    pub async fn launcher_shown(&self) -> Result<()> {
        wait::until_true("the launcher", async || self.part("return shown(part('.alap-launcher'))").await)
            .await
    }

    /// Taps or clicks the launcher.
    pub async fn press_launcher(&self) -> Result<()> {
        self.browser.top().await?;
        let script = format!("{PARTS} return part('.alap-launcher')");
        Ok(self.browser.element(&script).await?.click().await?)
    }

    /// Is the panel open?
    pub async fn is_open(&self) -> Result<bool> {
        self.part("return !!part('.alap.open')").await
    }

    /// Waits until the panel is open, or closed.
    pub async fn open_is(&self, open: bool) -> Result<()> {
        let what = if open { "an open panel" } else { "a closed panel" };
        wait::until_true(what, async || Ok(self.is_open().await? == open)).await
    }

    /// The number on the launcher, as it is written there.
    pub async fn badge(&self) -> Result<Option<String>> {
        self.part("const badge = part('.alap-badge'); return shown(badge) ? badge.textContent : null").await
    }

    /// What the launcher says to a screen reader.
    pub async fn launcher_label(&self) -> Result<String> {
        self.part("return part('.alap-launcher').getAttribute('aria-label')").await
    }

    /// How many frames the widget has.
    pub async fn frames(&self) -> Result<usize> {
        self.part("return host?.shadowRoot.querySelectorAll('iframe').length ?? 0").await
    }

    /// What stands in the panel when the frame could not be had.
    pub async fn notice(&self) -> Result<String> {
        self.part("return part('.alap-panel > p')?.textContent ?? ''").await
    }

    /// How many widgets are on the page.
    pub async fn widgets(&self) -> Result<usize> {
        self.part("return document.querySelectorAll('#alap-host').length").await
    }

    /// Calls `alap(…)` as the shop's own script would.
    pub async fn call(&self, arguments: &[Value]) -> Result<()> {
        self.browser.top().await?;
        self.browser.run("window.alap(...arguments)", arguments).await
    }

    /// What this page has fetched from an origin.
    pub async fn fetched_from(&self, origin: &str) -> Result<Vec<String>> {
        self.browser.top().await?;
        let script = "return performance.getEntriesByType('resource').map(it => it.name)
            .filter(it => new URL(it).origin === arguments[0])";
        self.browser.run(script, &[json!(origin)]).await
    }

    /// What is noted on the shop's origin, and no frame has taken yet.
    pub async fn journal(&self) -> Result<Vec<Noted>> {
        self.browser.top().await?;
        let script = "return JSON.parse(localStorage.getItem('alap:nokshi:journal') ?? '[]')";
        self.browser.run(script, &[]).await
    }

    /// Has a row of that name been found, so that its room is kept?
    pub async fn has_row(&self, name: &str) -> Result<bool> {
        self.row(name, "return !!row?.shadowRoot").await
    }

    /// How many frames the rows of the page have.
    pub async fn row_frames(&self) -> Result<usize> {
        let script = "return [...document.querySelectorAll('[data-alap-row]')]
            .reduce((sum, row) => sum + (row.shadowRoot?.querySelectorAll('iframe').length ?? 0), 0)";
        self.part(script).await
    }

    /// How much of the page's height a row takes, in pixels.
    pub async fn row_height(&self, name: &str) -> Result<u32> {
        self.row(name, "return Math.round(row.getBoundingClientRect().height)").await
    }

    /// Scrolls until a row is in the middle of the screen.
    pub async fn scroll_to_row(&self, name: &str) -> Result<()> {
        wait::until_true("the row", async || self.has_row(name).await).await?;
        self.row(name, "row.scrollIntoView({ block: 'center', behavior: 'instant' })").await
    }

    /// Scrolls until a row begins that many pixels below the screen.
    pub async fn scroll_above_row(&self, name: &str, pixels: u32) -> Result<()> {
        wait::until_true("the row", async || self.has_row(name).await).await?;
        let script = format!(
            "scrollBy({{ top: row.getBoundingClientRect().top - innerHeight - {pixels}, behavior: 'instant' }})"
        );
        self.row(name, &script).await
    }

    /// Waits until a row has something to show.
    pub async fn row_shown(&self, name: &str) -> Result<()> {
        let script = "const frame = row.shadowRoot.querySelector('iframe');
            return !!frame && frame.checkVisibility({ visibilityProperty: true }) && frame.offsetHeight > 0";
        wait::until_true("a row with something in it", async || self.row(name, script).await).await
    }

    /// Looks into the frame of a row.
    pub async fn enter_row(&self, name: &str) -> Result<()> {
        self.browser.top().await?;
        let frame = format!(
            "return document.querySelector('[data-alap-row={name}]')?.shadowRoot.querySelector('iframe')"
        );
        Ok(self.browser.element(&frame).await.context("the row has no frame")?.enter_frame().await?)
    }

    /// Runs a function body that may use `row`.
    async fn row<T: serde::de::DeserializeOwned>(&self, name: &str, script: &str) -> Result<T> {
        self.part(&format!("const row = document.querySelector('[data-alap-row={name}]'); {script}")).await
    }

    /// Does the shop's own button still do what it is there for? Counts up the cart and says so.
    pub async fn cart_works(&self) -> Result<bool> {
        self.browser.top().await?;
        let count = "return document.getElementById('cart-count').textContent";
        let before: String = self.browser.run(count, &[]).await?;
        self.browser.find(".buy").await?.click().await?;
        let after: String = self.browser.run(count, &[]).await?;
        Ok(before != after)
    }

    /// From the next page on, notes what the shop's content policy refuses.
    pub async fn note_violations(&self) -> Result<()> {
        let note = "window.violations = [];
            addEventListener('securitypolicyviolation', event =>
                window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`))";
        self.browser.before_every_page(note).await
    }

    /// What was refused on this page.
    pub async fn violations(&self) -> Result<Vec<String>> {
        self.browser.top().await?;
        self.browser.run("return window.violations", &[]).await
    }

    /// Runs a function body that may use `part(selector)` and `shown(element)`.
    pub async fn part<T: serde::de::DeserializeOwned>(&self, script: &str) -> Result<T> {
        self.browser.top().await?;
        self.browser.run(&format!("{PARTS} {script}"), &[]).await
    }
}
