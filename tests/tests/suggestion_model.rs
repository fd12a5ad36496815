//! What sessions have taught: suggested with that reason, and missed by nobody where it cannot be had.

use std::{fs, process::Command};

use anyhow::{Result, ensure};

use alap_tests::{
    browsing::{KANTHAS, browse, open, shopper},
    faq, places,
    shop_folder::ShopFolder,
    stage::{self, Screen},
};

/// Whoever looked at the baby's kantha looked at the gamcha too: nothing but a model tells that the two go together.
fn teach(folder: &ShopFolder) -> Result<()> {
    let sessions = (0..20).flat_map(|session| {
        ["NK-015", "NK-026"].map(|sku| format!("s{session},{sku},{},view\n", 1_795_000_000 + session * 3_600))
    });
    let log = folder.path().join("sessions.csv");
    fs::write(&log, format!("session,sku,time,type\n{}", sessions.collect::<String>()))?;
    let built = Command::new(places::alap()?)
        .args(["model", "build", "--events"])
        .arg(&log)
        .arg("--shop")
        .arg(folder.path())
        .output()?;
    ensure!(built.status.success(), "alap model build: {}", String::from_utf8_lossy(&built.stderr));
    Ok(())
}

#[tokio::test]
async fn what_others_looked_at_together_is_suggested_with_that_reason() -> Result<()> {
    stage::play_in("model", teach, async |stage| {
        let (_, panel) = shopper(stage, Screen::Phone).await?;
        let fits = panel.row("for-you").await?;
        let gamcha = fits.products.iter().find(|product| product.sku == "NK-026");
        ensure!(gamcha.is_some_and(|it| it.why == "একসাথে অনেকের পছন্দ: শিশুর নকশি কাঁথা"), "{fits:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_model_damaged_on_its_way_takes_nothing_with_it() -> Result<()> {
    stage::play_in("model-damaged", teach, async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        let damage = "const whole = window.fetch;
            window.fetch = async (...asked) => {
                const answer = await whole(...asked);
                if (!/\\/model\\?/.test(answer.url)) return answer;
                const bytes = new Uint8Array(await answer.arrayBuffer());
                return new Response(bytes.map((byte, place) => place % 3 ? byte : ~byte));
            }";
        shop.browser.before_every_page(damage).await?;
        browse(&shop, &KANTHAS).await?;
        open(&shop, &panel).await?;
        let fits = panel.row("for-you").await?;
        ensure!(fits.skus().contains(&"NK-016") && !fits.skus().contains(&"NK-026"), "{fits:?}");
        panel.row("last-viewed").await?;
        let complaints = panel.browser.complaints().await?;
        ensure!(
            complaints.iter().any(|it| it.contains("the suggestion model cannot be used")),
            "{complaints:?}"
        );
        panel.say("ডেলিভারি চার্জ কত?").await?;
        panel.said("bot", &faq::answer("delivery", "bn")?).await.map(|_| ())
    })
    .await
}
