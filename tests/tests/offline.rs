//! Nothing that was written is lost, whatever goes away.

use anyhow::{Result, ensure};

use alap_tests::{
    network,
    panel_page::PanelPage,
    server::RIMA,
    shots,
    stage::{self, Screen, Stage},
    wait,
};

#[tokio::test]
async fn what_is_written_while_the_server_is_away_goes_out_once_it_is_back() -> Result<()> {
    stage::play("server-away", async |stage| {
        let panel = shopper_with_a_person(stage, Screen::Phone, "প্রথম").await?;
        stage.support.stop()?;
        panel.shows("এখন পৌঁছানো যাচ্ছে না। আপনার লেখা রাখা আছে").await?;
        for words in ["দ্বিতীয়", "তৃতীয়"] {
            panel.say(words).await?;
            panel.said("shopper", words).await?;
        }
        ensure!(panel.lines().await?.last().is_some_and(|line| line.state == "পাঠানো হচ্ছে"));
        shots::keep(&panel.browser, "widget-server-away-bn").await?;
        panel.write("চতুর্থ").await?;

        stage.support.start_again()?;
        panel.delivered("তৃতীয়").await?;
        panel.shows_no_more("এখন পৌঁছানো যাচ্ছে না").await?;
        ensure!(panel.draft().await? == "চতুর্থ", "what was being written is still there");
        the_seller_has(stage, &["প্রথম", "দ্বিতীয়", "তৃতীয়"]).await
    })
    .await
}

#[tokio::test]
async fn without_a_network_the_panel_says_so_and_sends_later() -> Result<()> {
    stage::play("no-network", async |stage| {
        let panel = shopper_with_a_person(stage, Screen::Phone, "আছেন?").await?;
        network::cut(&panel.browser, true).await?;
        panel.shows("ইন্টারনেট নেই। লিখে রাখুন, ফিরলেই পাঠিয়ে দেব।").await?;
        panel.say("ট্রেনে আছি").await?;
        panel.said("shopper", "ট্রেনে আছি").await?;
        network::cut(&panel.browser, false).await?;
        panel.delivered("ট্রেনে আছি").await?;
        panel.shows_no_more("ইন্টারনেট নেই").await?;
        the_seller_has(stage, &["আছেন?", "ট্রেনে আছি"]).await
    })
    .await
}

#[tokio::test]
async fn a_draft_and_unsent_words_survive_a_reload() -> Result<()> {
    stage::play("draft", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit("/p/nk-003").await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        panel.say("ধন্যবাদ").await?;
        panel.said("shopper", "ধন্যবাদ").await?;
        panel.write("লাল রঙেরটা").await?;
        let kept = async || {
            panel.enter().await?;
            panel.browser.run::<String>("return localStorage.getItem('alap:nokshi:draft') ?? ''", &[]).await
        };
        wait::until_like("the draft on the device's disk", kept, |draft| draft.contains("লাল রঙেরটা")).await?;
        shop.browser.reload().await?;
        shop.launcher_shown().await?;
        shop.press_launcher().await?;
        wait::until_like("the draft", async || panel.draft().await, |draft| draft == "লাল রঙেরটা").await?;
        wait::until_true("the way back to the talk", async || panel.has(".home > .button").await).await?;
        panel.press(".home > .button").await?;
        panel.said("shopper", "ধন্যবাদ").await.map(|_| ())
    })
    .await
}

#[tokio::test]
async fn where_the_browser_keeps_nothing_it_works_from_memory_and_says_so() -> Result<()> {
    stage::play("blocked", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.browser
            .before_every_page(
                "IDBFactory.prototype.open = () => { throw new DOMException('blocked here', 'SecurityError') };
                Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })",
            )
            .await?;
        shop.visit("/p/nk-004").await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        panel.say("ডেলিভারি চার্জ কত?").await?;
        panel.said("bot", &alap_tests::faq::answer("delivery", "bn")?).await?;
        panel.shows("এই ব্রাউজার কিছু জমা রাখতে দিচ্ছে না।").await?;
        shots::keep(&panel.browser, "widget-storage-blocked-bn").await?;
        panel.ask_for_a_person().await?;
        panel.say("কেউ আছেন?").await?;
        panel.delivered("কেউ আছেন?").await?;

        let inbox = stage.seller("seller", Screen::Desktop).await?;
        inbox.log_in(RIMA).await?;
        inbox.open_who_waits().await?;
        inbox.said("shopper", "কেউ আছেন?").await?;
        inbox.say("জি আছি").await?;
        panel.said("agent", "জি আছি").await.map(|_| ())
    })
    .await
}

#[tokio::test]
async fn two_tabs_are_one_shopper_and_every_word_goes_out_once() -> Result<()> {
    stage::play("two-tabs", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Desktop).await?;
        let browser = shop.browser.clone();
        let first = browser.tab().await?;
        shop.visit("/p/nk-005").await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        panel.ask_for_a_person().await?;
        panel.say("এক").await?;
        panel.delivered("এক").await?;

        let second = browser.new_tab().await?;
        shop.visit("/p/nk-006").await?;
        shop.press_launcher().await?;
        panel.said("shopper", "এক").await?;
        panel.say("দুই").await?;
        panel.delivered("দুই").await?;

        browser.look_at(&first).await?;
        panel.said("shopper", "দুই").await?;
        panel.say("তিন").await?;
        panel.delivered("তিন").await?;

        // The tab that spoke with the server goes; the other takes over.
        browser.driver().close_window().await?;
        browser.look_at(&second).await?;
        panel.said("shopper", "তিন").await?;
        panel.say("চার").await?;
        panel.delivered("চার").await?;
        ensure!(panel.words().await? == ["এক", "দুই", "তিন", "চার"]);
        the_seller_has(stage, &["এক", "দুই", "তিন", "চার"]).await
    })
    .await
}

/// A shopper who has asked for a person and said something that has arrived.
async fn shopper_with_a_person(stage: &mut Stage, screen: Screen, words: &str) -> Result<PanelPage> {
    let (shop, panel) = stage.shopper(screen).await?;
    shop.visit("/p/nk-001").await?;
    shop.press_launcher().await?;
    panel.ready().await?;
    panel.ask_for_a_person().await?;
    panel.say(words).await?;
    panel.delivered(words).await?;
    Ok(panel)
}

/// The inbox has exactly these words, in this order.
async fn the_seller_has(stage: &mut Stage, words: &[&str]) -> Result<()> {
    let inbox = stage.seller("seller", Screen::Desktop).await?;
    inbox.log_in(RIMA).await?;
    inbox.open_who_waits().await?;
    let like = |lines: &Vec<alap_tests::talk::Line>| {
        lines.iter().map(|line| line.words.as_str()).eq(words.iter().copied())
    };
    wait::until_like("every word once, in its order", async || inbox.lines().await, like).await.map(|_| ())
}
