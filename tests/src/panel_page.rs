//! The panel in its frame.

use anyhow::{Context as _, Result};

use crate::{
    audit,
    browser::Browser,
    shots,
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
        wait::until_true("the panel", async || {
            self.has("main.panel .home .chip, main.panel .row, main.panel .deal-card").await
        })
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

    /// The questions offered above the field.
    pub async fn suggestions(&self) -> Result<Vec<String>> {
        self.enter().await?;
        let script = "return [...document.querySelectorAll('.hints .chip')].map(it => it.textContent)";
        self.browser.run(script, &[]).await
    }

    /// The buttons and links below the answers: what they say, and where they lead.
    pub async fn actions(&self) -> Result<Vec<(String, Option<String>)>> {
        self.enter().await?;
        let script = "return [...document.querySelectorAll('.actions > *')]
            .map(it => [it.textContent.trim(), it.getAttribute('href')])";
        self.browser.run(script, &[]).await
    }

    /// Whether the last answer helped, as the pressed button says.
    pub async fn helped(&self) -> Result<Option<bool>> {
        self.enter().await?;
        let script = "const pressed = [...document.querySelectorAll('.helped-button')]
                .map(it => it.getAttribute('aria-pressed') === 'true');
            return pressed[0] ? true : pressed[1] ? false : null";
        self.browser.run(script, &[]).await
    }

    /// Says whether the last answer helped, and waits until that is kept.
    pub async fn tell_helped(&self, helped: bool) -> Result<()> {
        wait::until_true("“Did that help?”", async || self.has(".helped").await).await?;
        self.press(if helped { ".helped-button:nth-of-type(1)" } else { ".helped-button:nth-of-type(2)" })
            .await?;
        wait::until_true("a pressed button", async || Ok(self.helped().await? == Some(helped))).await
    }

    /// The notes between the messages.
    pub async fn notes(&self) -> Result<Vec<String>> {
        self.enter().await?;
        let script = "return [...document.querySelectorAll('.thread-event')].map(it => it.textContent)";
        self.browser.run(script, &[]).await
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

    /// Keeps a picture by day and by night, as `NAME-light` and `NAME-dark`, with the audit over each.
    pub async fn in_both_lights(&self, name: &str) -> Result<()> {
        for (dark, light) in [(false, "light"), (true, "dark")] {
            self.browser.prefer_dark(dark).await?;
            self.enter().await?;
            let name = format!("{name}-{light}");
            shots::keep(&self.browser, &name).await?;
            audit::passes(&self.browser, &name).await?;
        }
        self.browser.prefer_dark(false).await
    }

    /// Closes the panel with its own button.
    pub async fn close(&self) -> Result<()> {
        self.press(".panel-head > .button-icon:last-child").await
    }
}

/// Delivered or seen, in either language.
const DELIVERED: [&str; 4] = ["পৌঁছেছে", "দেখেছেন", "Delivered", "Seen"];
