//! The panel in its frame.

use anyhow::{Context as _, Result};

use crate::{
    browser::Browser,
    talk::{self, Line},
    wait,
};

/// The panel as a shopper sees it. Every step looks into the frame anew, wherever the one before looked.
#[derive(Clone)]
pub struct PanelPage {
    /// The shopper's browser.
    pub browser: Browser,
}

impl PanelPage {
    /// The panel in that browser.
    pub fn new(browser: Browser) -> Self {
        Self { browser }
    }

    /// Looks into the frame.
    pub async fn enter(&self) -> Result<()> {
        self.browser.top().await?;
        let frame = "return document.getElementById('alap-host')?.shadowRoot.querySelector('iframe')";
        Ok(self.browser.element(frame).await.context("there is no frame")?.enter_frame().await?)
    }

    /// Waits until the living panel stands with the shop's name in it.
    pub async fn ready(&self) -> Result<()> {
        wait::until_true("the panel", async || self.has("main.panel .home .chip, main.panel .row").await)
            .await
    }

    /// Every line of the talk.
    pub async fn lines(&self) -> Result<Vec<Line>> {
        self.enter().await?;
        talk::read(&self.browser).await
    }

    /// The words of every line, in their order.
    pub async fn words(&self) -> Result<Vec<String>> {
        Ok(self.lines().await?.into_iter().map(|line| line.words).collect())
    }

    /// Types and sends.
    pub async fn say(&self, words: &str) -> Result<()> {
        self.enter().await?;
        talk::write(&self.browser, words).await?;
        talk::press_send(&self.browser).await
    }

    /// Types, without sending.
    pub async fn write(&self, words: &str) -> Result<()> {
        self.enter().await?;
        talk::write(&self.browser, words).await
    }

    /// What is in the field.
    pub async fn draft(&self) -> Result<String> {
        self.enter().await?;
        talk::draft(&self.browser).await
    }

    /// Waits until this line is there, exactly once.
    pub async fn said(&self, by: &str, words: &str) -> Result<Line> {
        let what = format!("“{words}” by the {by} in the panel");
        talk::said(async || self.lines().await, &what, |line| line.by == by && line.words == words).await
    }

    /// Waits until a line of the shopper's has reached the server's disk.
    pub async fn delivered(&self, words: &str) -> Result<()> {
        let what = format!("“{words}” is delivered");
        let delivered = |line: &Line| line.words == words && DELIVERED.contains(&line.state.as_str());
        talk::said(async || self.lines().await, &what, delivered).await.map(|_| ())
    }

    /// Asks for a person and says yes to what that means.
    pub async fn ask_for_a_person(&self) -> Result<()> {
        self.press(".panel-person .button").await?;
        wait::until_true("what a person would get", async || self.has(".offer .button").await).await?;
        self.confirm().await
    }

    /// Says yes to handing over.
    pub async fn confirm(&self) -> Result<()> {
        self.press(".offer .button:not(.button-quiet)").await?;
        wait::until_true("the talk is handed over", async || Ok(!self.has(".offer").await?)).await
    }

    /// Presses an element of the panel.
    pub async fn press(&self, selector: &str) -> Result<()> {
        self.enter().await?;
        Ok(self.browser.find(selector).await?.click().await?)
    }

    /// Is there such an element in the panel?
    pub async fn has(&self, selector: &str) -> Result<bool> {
        self.enter().await?;
        self.browser.has(selector).await
    }

    /// Everything that can be read in the panel.
    pub async fn text(&self) -> Result<String> {
        self.enter().await?;
        self.browser.run("return document.body.innerText", &[]).await
    }

    /// Waits until these words can be read in the panel.
    pub async fn shows(&self, words: &str) -> Result<()> {
        let what = format!("“{words}” in the panel");
        wait::until_like(&what, async || self.text().await, |text| text.contains(words)).await.map(|_| ())
    }

    /// Waits until these words are gone.
    pub async fn shows_no_more(&self, words: &str) -> Result<()> {
        let what = format!("no “{words}” in the panel");
        wait::until_like(&what, async || self.text().await, |text| !text.contains(words)).await.map(|_| ())
    }

    /// The language of the panel.
    pub async fn language(&self) -> Result<String> {
        self.enter().await?;
        self.browser.run("return document.documentElement.lang", &[]).await
    }

    /// Switches to the other language.
    pub async fn switch_language(&self) -> Result<()> {
        let before = self.language().await?;
        self.press(".panel-language").await?;
        wait::until_true("the other language", async || Ok(self.language().await? != before)).await
    }

    /// Closes the panel with its own button.
    pub async fn close(&self) -> Result<()> {
        self.press(".panel-head > .button-icon:last-child").await
    }
}

/// Delivered or seen, in either language.
const DELIVERED: [&str; 4] = ["পৌঁছেছে", "দেখেছেন", "Delivered", "Seen"];
