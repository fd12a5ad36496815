//! Pictures of what is on the screen, to be looked at.

use std::fs;

use anyhow::Result;

use crate::{browser::Browser, places};

/// Keeps a picture of the browser as `target/screenshots/NAME.png`.
pub async fn keep(browser: &Browser, name: &str) -> Result<()> {
    let folder = places::screenshots();
    fs::create_dir_all(&folder)?;
    // What moves in takes a fifth of a second; a picture of the way there shows nothing.
    let still = "const done = arguments[0];
        Promise.all(document.getAnimations().map(it => it.effect.getComputedTiming().endTime === Infinity || it.finished.catch(() => null)))
            .then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";
    browser.driver().execute_async(still, Vec::new()).await?;
    fs::write(folder.join(format!("{name}.png")), browser.driver().screenshot_as_png().await?)?;
    Ok(())
}
