//! The talk as it is on the screen, in the panel and in the inbox alike.

use anyhow::Result;
use serde::Deserialize;
use serde_json::json;
use thirtyfour::TypingData;

use crate::{browser::Browser, wait};

/// One line of the talk.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Line {
    /// The message's id.
    pub id: String,
    /// Is it on the side of who looks?
    pub mine: bool,
    /// `shopper`, `bot` or `agent`.
    pub by: String,
    /// What was said, as it is shown.
    pub words: String,
    /// What stands below it about its way: sent, seen, …; empty if nothing does.
    pub state: String,
    /// Is there a warning about hidden marks?
    pub warned: bool,
    /// Addresses that can be followed.
    pub links: Vec<String>,
    /// Products shown with it.
    pub products: Vec<String>,
}

const READ: &str = r"
    const text = (row, name) => row.querySelector(name)?.textContent ?? '';
    return [...document.querySelectorAll('.row')].map(row => ({
        id: row.dataset.clientId,
        mine: row.classList.contains('row-mine'),
        by: /bubble-(\w+)/.exec(row.querySelector('.bubble').className)[1],
        words: text(row, '.words'),
        state: text(row, '.bubble-state'),
        warned: !!row.querySelector('.words-warning'),
        links: [...row.querySelectorAll('.words a')].map(it => it.href),
        products: [...row.querySelectorAll('[data-product]')].map(it => it.dataset.product),
    }))";

/// Every line of the talk in the page or frame that is looked at.
pub async fn read(browser: &Browser) -> Result<Vec<Line>> {
    browser.run(READ, &[]).await
}

/// Types into the field, as fingers do.
pub async fn write(browser: &Browser, words: impl Into<TypingData>) -> Result<()> {
    Ok(browser.find(FIELD).await?.send_keys(words).await?)
}

/// Puts a long text into the field at once, as pasting does.
pub async fn paste(browser: &Browser, words: &str) -> Result<()> {
    let script = "const field = document.querySelector(arguments[0]);
        field.value = arguments[1];
        field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))";
    browser.run::<()>(script, &[json!(FIELD), json!(words)]).await
}

/// What is in the field.
pub async fn draft(browser: &Browser) -> Result<String> {
    browser.run("return document.querySelector(arguments[0]).value", &[json!(FIELD)]).await
}

/// Presses the button beside the field.
pub async fn press_send(browser: &Browser) -> Result<()> {
    Ok(browser.find(".composer-send").await?.click().await?)
}

/// The words below the field.
pub async fn note(browser: &Browser) -> Result<String> {
    browser.run("return document.querySelector('.composer-note').textContent.trim()", &[]).await
}

/// Waits until what was asked for is in the talk, exactly once.
pub async fn said(
    read: impl AsyncFn() -> Result<Vec<Line>>,
    what: &str,
    like: impl Fn(&Line) -> bool,
) -> Result<Line> {
    let once = |lines: &Vec<Line>| lines.iter().filter(|line| like(line)).count() == 1;
    let lines = wait::until_like(what, read, once).await?;
    lines.into_iter().find(|line| like(line)).ok_or_else(|| anyhow::anyhow!("never came: {what}"))
}

/// The living field; the static shell has one of its own until then.
const FIELD: &str = ".composer-field:not(#shell-field)";
