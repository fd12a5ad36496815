//! Requests in the inbox: the list, one of them beside its talk, payments, calls, coupons.

use anyhow::Result;

use crate::{inbox_page::InboxPage, wait};

/// The requests as an agent sees them.
#[derive(Clone)]
pub struct DeskPage {
    /// The inbox around them.
    pub inbox: InboxPage,
}

impl DeskPage {
    /// Opens the list of requests.
    pub async fn open(inbox: &InboxPage) -> Result<Self> {
        inbox.press(".head-requests").await?;
        let desk = Self { inbox: inbox.clone() };
        wait::until_true("the requests", async || inbox.browser.has(".requests").await).await?;
        Ok(desk)
    }

    /// Waits for a request that waits for the shop, and opens it beside its talk.
    pub async fn open_who_waits(&self) -> Result<()> {
        self.has(".requests a.line-waits").await?;
        self.inbox.press(".requests a.line-waits").await?;
        self.has(".request-panel .request-title").await
    }

    /// Goes to a tab: `requests`, `payments`, `calls` or `coupons`.
    pub async fn tab(&self, name: &str) -> Result<()> {
        self.inbox.press(&format!(".desk-tab[href='#{name}']")).await?;
        self.has(&format!(".{name}")).await
    }

    /// Waits until there is such an element.
    pub async fn has(&self, selector: &str) -> Result<()> {
        wait::until_true(selector, async || self.inbox.browser.has(selector).await).await
    }

    /// Waits until there is none.
    pub async fn has_no(&self, selector: &str) -> Result<()> {
        wait::until_true(selector, async || Ok(!self.inbox.browser.has(selector).await?)).await
    }

    /// Waits until an element says this among other things.
    pub async fn says(&self, selector: &str, words: &str) -> Result<()> {
        let said = async || self.inbox.browser.text(selector).await;
        wait::until_like(words, said, |said| said.contains(words)).await.map(drop)
    }

    /// Taps what can be done.
    pub async fn act(&self, act: &str) -> Result<()> {
        let selector = format!("[data-act='{act}']:not([aria-disabled=true])");
        self.has(&selector).await?;
        let button = self.inbox.browser.find(&selector).await?;
        button.scroll_into_view().await?;
        Ok(button.click().await?)
    }

    /// Makes an offer of this price a piece, with the rest as it stands in the form, after `change`.
    pub async fn offer(&self, price: &str, change: impl AsyncFnOnce(&Self) -> Result<()>) -> Result<()> {
        self.act("offer").await?;
        self.has("#offer-price").await?;
        self.inbox.fill("#offer-price", price).await?;
        change(self).await?;
        self.act("offer-send").await?;
        self.has_no(".offer-form").await
    }
}
