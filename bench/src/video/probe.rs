//! What is looked at in the panel's page.

use alap_tests::{panel_page::PanelPage, wait};
use anyhow::Result;
use serde_json::json;

use super::{Came, Taken};

/// Waits for the poster, drawn.
pub(crate) async fn poster(panel: &PanelPage, video: &str) -> Result<()> {
    let script = "const picture = document.querySelector(`button[data-video=\"${arguments[0]}\"] img`);
        picture?.scrollIntoView({ block: 'center', behavior: 'instant' });
        return !!picture && picture.complete && picture.naturalWidth > 0";
    wait::until_true("the poster", async || {
        panel.enter().await?;
        panel.browser.run(script, &[json!(video)]).await
    })
    .await
}

/// Waits until nothing new has been fetched for a second.
pub(crate) async fn quiet(panel: &PanelPage) -> Result<()> {
    let script = "const last = performance.getEntriesByType('resource').reduce((last, it) => Math.max(last, it.responseEnd), 0);
        return performance.now() - last > 1000";
    wait::until_true("a quiet line", async || {
        panel.enter().await?;
        panel.browser.run(script, &[]).await
    })
    .await
}

/// How many files of the video were asked for so far: neither poster nor stills.
pub(crate) async fn fetched(panel: &PanelPage, video: &str) -> Result<u32> {
    panel.enter().await?;
    let script = "return performance.getEntriesByType('resource').map(it => new URL(it.name).pathname)
        .filter(it => it.includes(`/videos/${arguments[0]}`) && !/\\.(jpe?g|webp|avif)$/.test(it)).length";
    panel.browser.run(script, &[json!(video)]).await
}

/// From here on notes the first tap, and the first picture of any video.
pub(crate) async fn watch(panel: &PanelPage) -> Result<()> {
    panel.enter().await?;
    let script = "const bench = window.bench = { tap: null, first: null };
        performance.clearResourceTimings();
        performance.setResourceTimingBufferSize(5000);
        addEventListener('click', event => { bench.tap ??= event.timeStamp }, true);
        const seen = new WeakSet();
        const look = () => document.querySelectorAll('video').forEach(video => {
            if (seen.has(video)) return;
            seen.add(video);
            video.requestVideoFrameCallback((now, frame) => {
                bench.first ??= {
                    at: frame.presentationTime,
                    lines: Math.min(frame.width, frame.height),
                    came: performance.getEntriesByType('resource').map(it => [
                        new URL(it.name).pathname.split('/').slice(-2).join('/'),
                        it.startTime - bench.tap, it.responseEnd - bench.tap, it.transferSize,
                    ]),
                };
            });
        });
        new MutationObserver(look).observe(document, { childList: true, subtree: true });";
    panel.browser.run(script, &[]).await
}

/// Waits for the first picture.
pub(crate) async fn first_frame(panel: &PanelPage, before: u32) -> Result<Taken> {
    let script = "const { tap, first } = window.bench;
        return first && [first.at - tap, first.lines, first.came]";
    let (first_frame_ms, lines, came): (f64, u32, Vec<Came>) = wait::until("the first picture", async || {
        panel.enter().await?;
        panel.browser.run(script, &[]).await
    })
    .await?;
    Ok(Taken { first_frame_ms, lines, before, came })
}
