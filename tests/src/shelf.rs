//! The rows of products, and what is kept of a shopper, as they are on the screen.

use anyhow::Result;
use serde::Deserialize;

use crate::{browser::Browser, panel_page::PanelPage, wait};

/// A row of products.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Row {
    /// `for-you`, `new`, …; empty below an answer.
    pub name: String,
    /// Its heading.
    pub heading: String,
    /// What stands in it, the first one first.
    pub products: Vec<Product>,
}

/// A product in a row.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Product {
    /// Its SKU.
    pub sku: String,
    /// Its title.
    pub title: String,
    /// Its price, with the old one.
    pub price: String,
    /// Why it is there.
    pub why: String,
}

impl Row {
    /// The SKUs in it.
    pub fn skus(&self) -> Vec<&str> {
        self.products.iter().map(|product| product.sku.as_str()).collect()
    }
}

const ROWS: &str = r"
    const text = (element, name) => element.querySelector(name)?.textContent ?? '';
    return [...document.querySelectorAll('.shelf')].map(row => ({
        name: row.dataset.row ?? '',
        heading: text(row, 'h2'),
        products: [...row.querySelectorAll('.pick')].map(it => ({
            sku: it.dataset.pick,
            title: text(it, '.pick-title'),
            price: text(it, '.pick-price'),
            why: text(it, '.pick-why'),
        })),
    }))";

/// Every row in the page or frame that is looked at.
pub async fn rows(browser: &Browser) -> Result<Vec<Row>> {
    browser.run(ROWS, &[]).await
}

impl PanelPage {
    /// Every row of products in the panel.
    pub async fn rows(&self) -> Result<Vec<Row>> {
        self.enter().await?;
        rows(&self.browser).await
    }

    /// Waits until the rows are like that.
    pub async fn rows_like(&self, what: &str, like: impl Fn(&[Row]) -> bool) -> Result<Vec<Row>> {
        wait::until_like(what, async || self.rows().await, |rows| like(rows)).await
    }

    /// Waits for a row with something in it.
    pub async fn row(&self, name: &str) -> Result<Row> {
        let there = |rows: &[Row]| rows.iter().any(|row| row.name == name && !row.products.is_empty());
        let rows = self.rows_like(&format!("the row {name}"), there).await?;
        rows.into_iter().find(|row| row.name == name).ok_or_else(|| anyhow::anyhow!("no row {name}"))
    }

    /// Goes to what is kept, from the home view.
    pub async fn open_privacy(&self) -> Result<()> {
        wait::until_true("the way to what is kept", async || self.has(".shelves-privacy").await).await?;
        self.press(".shelves-privacy").await?;
        wait::until_true("what is kept", async || self.has(".privacy").await).await
    }

    /// The SKUs that are kept, newest first.
    pub async fn kept(&self) -> Result<Vec<String>> {
        self.enter().await?;
        let script = "return [...document.querySelectorAll('[data-kept]')].map(it => it.dataset.kept)";
        self.browser.run(script, &[]).await
    }

    /// Waits until exactly these are kept, newest first.
    pub async fn keeps(&self, skus: &[&str]) -> Result<()> {
        wait::until_like("what is kept", async || self.kept().await, |kept| kept == skus).await.map(|_| ())
    }
}
