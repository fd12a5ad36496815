//! A story's servers and browsers.

use std::panic::{AssertUnwindSafe, resume_unwind};

use anyhow::Result;
use futures::FutureExt as _;

use crate::{
    browser::Browser,
    inbox_page::InboxPage,
    panel_page::PanelPage,
    process::free_port,
    server::Support,
    shop_folder::ShopFolder,
    shop_page::ShopPage,
    shots,
    storefront::{self, Storefront},
};

pub use crate::browser::Screen;

/// Everything that a story needs, ended with it.
pub struct Stage {
    // First, so that they go before what they look at.
    browsers: Vec<Browser>,
    /// The support server.
    pub support: Support,
    /// The shop's own pages.
    pub storefront: Storefront,
    /// The shop's folder.
    pub folder: ShopFolder,
}

/// Plays a story in the demo shop. When it breaks off, pictures of every browser and the server's last words are kept.
pub async fn play(name: &str, story: impl AsyncFnOnce(&mut Stage) -> Result<()>) -> Result<()> {
    play_in(name, |_| Ok(()), story).await
}

/// The same, in a shop that was changed before it opened.
pub async fn play_in(
    name: &str,
    change: impl FnOnce(&ShopFolder) -> Result<()>,
    story: impl AsyncFnOnce(&mut Stage) -> Result<()>,
) -> Result<()> {
    let mut stage = Stage::set(change)?;
    let ended = AssertUnwindSafe(story(&mut stage)).catch_unwind().await;
    if !matches!(ended, Ok(Ok(()))) {
        stage.keep_traces(name).await;
    }
    ended.unwrap_or_else(|panic| resume_unwind(panic))
}

impl Stage {
    fn set(change: impl FnOnce(&ShopFolder) -> Result<()>) -> Result<Self> {
        let port = free_port()?;
        let folder = ShopFolder::copy(&storefront::origin_of(port))?;
        change(&folder)?;
        let support = Support::start(folder.path())?;
        let storefront = Storefront::start(folder.path(), &support.origin(), port)?;
        Ok(Self { browsers: Vec::new(), support, storefront, folder })
    }

    /// A browser of somebody.
    pub async fn browser(&mut self, name: &'static str, screen: Screen) -> Result<Browser> {
        let browser = Browser::start(name, screen).await?;
        self.browsers.push(browser.clone());
        Ok(browser)
    }

    /// A shopper: the shop's page, and the panel in it.
    pub async fn shopper(&mut self, screen: Screen) -> Result<(ShopPage, PanelPage)> {
        let browser = self.browser("shopper", screen).await?;
        Ok((ShopPage::new(browser.clone(), self.storefront.origin()), PanelPage::new(browser)))
    }

    /// Somebody in front of the inbox, not logged in.
    pub async fn seller(&mut self, name: &'static str, screen: Screen) -> Result<InboxPage> {
        let browser = self.browser(name, screen).await?;
        browser.goto(&self.support.inbox()).await?;
        Ok(InboxPage::new(browser))
    }

    /// Ends the browser that was opened last, once whoever else holds it lets go.
    pub fn dismiss_last(&mut self) {
        self.browsers.pop();
    }

    async fn keep_traces(&self, name: &str) {
        for (number, browser) in self.browsers.iter().enumerate() {
            let picture = format!("broken-{name}-{number}-{}", browser.name());
            match shots::keep(browser, &picture).await {
                Ok(()) => eprintln!("see target/screenshots/{picture}.png"),
                Err(error) => eprintln!("no picture of {}: {error:#}", browser.name()),
            }
            let complaints = browser.complaints().await.unwrap_or_default();
            eprintln!("{} complained: {}", browser.name(), complaints.join("\n  "));
        }
        eprintln!("the support server's last words:\n{}", self.support.last_words());
    }
}
