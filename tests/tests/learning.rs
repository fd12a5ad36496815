//! The shop learns: what the bot did not know, a person answers once; the next shopper gets it from the bot.

use anyhow::{Context as _, Result, ensure};

use alap_tests::{
    audit, faq,
    inbox_page::InboxPage,
    panel_page::PanelPage,
    server::{RIMA, TAREK},
    shots,
    stage::{self, Screen, Stage},
    wait,
};

const IN_BANGLA: &str = "আপনাদের এখানে চাকরির সুযোগ আছে?";
const IN_BANGLISH: &str = "apnader ekhane chakri ache?";
const ANSWER: &str = "জি, প্রতি মাসে নতুন কারিগর নেওয়া হয়।";

#[tokio::test]
async fn learning_from_two_shoppers_the_bot_answers_the_third() -> Result<()> {
    stage::play("learning", async |stage| {
        let first = asks(stage, IN_BANGLA).await?;
        let second = asks(stage, IN_BANGLISH).await?;
        let seller = stage.seller("seller", Screen::Desktop).await?;
        seller.log_in(RIMA).await?;
        seller.open_questions().await?;
        seller.questions_are("none before anybody chose to send them", Vec::is_empty).await?;
        let metrics = stage.support.get("/metrics").await?;
        ensure!(!metrics.contains("alap_messages_total"), "a question left the device");

        hands_over(&first).await?;
        hands_over(&second).await?;
        first.delivered(IN_BANGLA).await?;
        second.delivered(IN_BANGLISH).await?;
        seller.browser.reload().await?;
        let both = seller.questions_are("both together", |cards| cards.len() == 1).await?;
        ensure!(both[0].questions.len() == 2, "{both:?}");
        ensure!(both[0].answer.is_empty(), "nobody has answered: {both:?}");

        // From the card to the conversation, an answer, and back: now it is proposed.
        seller.press(".question-link").await?;
        seller.say(ANSWER).await?;
        seller.browser.go_back().await?;
        seller.questions_are("the answer is proposed", |cards| cards[0].answer == ANSWER).await?;
        shots::keep(&seller.browser, "questions-desktop-en").await?;
        audit::passes(&seller.browser, "the questions").await?;
        seller.press(".question-add").await?;
        seller.questions_are("none is left", Vec::is_empty).await?;
        seller.tells("Added. From the next visit on, the bot answers it by itself.").await?;
        let focus = "return document.activeElement.classList.contains('questions-title')";
        wait::until_true("the focus stays near", async || seller.browser.run(focus, &[]).await).await?;
        shots::keep(&seller.browser, "questions-learnt-desktop-en").await?;

        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit("/p/nk-018").await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        panel.say("chakri ache apnader ekhane?").await?;
        panel.said("bot", ANSWER).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn learning_on_a_phone_with_second_thoughts_and_in_two_languages() -> Result<()> {
    stage::play("learning-phone", async |stage| {
        for question in ["আপনাদের এখানে চাকরির সুযোগ আছে?", "insurance kora jabe?"]
        {
            hands_over(&asks(stage, question).await?).await?;
        }
        let seller = stage.seller("seller", Screen::Phone).await?;
        seller.log_in(RIMA).await?;
        seller.switch_language().await?;
        seller.browser.reload().await?;
        wait::until_like(
            "the count in the head",
            async || seller.browser.text(".head-questions .filter-count").await,
            |count| count == "২",
        )
        .await?;
        shots::keep(&seller.browser, "questions-head-phone-bn").await?;
        seller.open_questions().await?;
        seller.questions_are("two questions", |cards| cards.len() == 2).await?;
        fits(&seller).await?;
        audit::passes(&seller.browser, "the questions on a phone").await?;
        shots::keep(&seller.browser, "questions-phone-bn").await?;

        // Not for the FAQ; then it is, after all.
        seller.press(".question-dismiss").await?;
        let left = seller.questions_are("one is left", |cards| cards.len() == 1).await?;
        shots::keep(&seller.browser, "questions-dismissed-phone-bn").await?;
        seller.press(".questions-note .link").await?;
        seller.questions_are("both again", |cards| cards.len() == 2).await?;
        seller.press(".question-dismiss").await?;
        seller.questions_are("one is left again", |cards| *cards == left).await?;
        seller.browser.reload().await?;
        seller.questions_are("dismissed for good", |cards| *cards == left).await?;

        seller.browser.prefer_dark(true).await?;
        shots::keep(&seller.browser, "questions-dark-phone-bn").await?;
        seller.browser.prefer_dark(false).await?;

        // Without an answer nothing is added, and the seller hears why.
        seller.press(".question-add").await?;
        seller.shows(".question-fault", "উত্তরটি অন্তত একটি ভাষায় লিখুন।").await?;
        seller.fill(".question-card textarea[lang=bn]", "এখন নেওয়া হচ্ছে না।").await?;
        seller.press(".question-card .entry-language:nth-child(2) summary").await?;
        seller.fill(".question-card input[lang=en]", "Are you hiring?").await?;
        seller.fill(".question-card textarea[lang=en]", "Not at the moment.").await?;
        seller.press(".question-add").await?;
        seller.questions_are("none is left", Vec::is_empty).await?;

        // What was learnt can be put right, and taken away.
        seller.press(".learnt-edit").await?;
        seller.fill(".learnt-form textarea[lang=en]", "Not this year.").await?;
        fits(&seller).await?;
        shots::keep(&seller.browser, "questions-edit-phone-bn").await?;
        seller.press(".learnt-form .button[type=submit]").await?;
        seller.tells("বদলানো হয়েছে। এরপর যাঁরা আসবেন, তাঁরা নতুনটি পাবেন।").await?;
        let pack = stage.support.get("/api/v1/shops/nokshi/pack").await?;
        ensure!(pack.contains("Not this year.") && !pack.contains("Not at the moment."));
        seller.shows(".learnt-question", &left[0].questions[0]).await?;
        shots::keep(&seller.browser, "questions-learnt-phone-bn").await?;
        audit::passes(&seller.browser, "what was learnt").await?;
        seller.press(".learnt-remove").await?;
        seller.press(".learnt-remove-yes").await?;
        seller.tells("মুছে ফেলা হয়েছে। বট আর এই উত্তর দেবে না।").await?;
        let pack = stage.support.get("/api/v1/shops/nokshi/pack").await?;
        ensure!(!pack.contains("Not this year."));
        seller.press(".questions .talk-back").await?;
        seller.list_is("the list again", |list| list.len() == 2).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn learning_another_way_of_asking_what_is_known() -> Result<()> {
    stage::play("learning-same", async |stage| {
        hands_over(&asks(stage, IN_BANGLISH).await?).await?;
        let seller = stage.seller("seller", Screen::Phone).await?;
        seller.log_in(RIMA).await?;
        seller.open_questions().await?;
        seller.questions_are("one question", |cards| cards.len() == 1).await?;
        seller.press(".question-like summary").await?;
        let choose = "document.querySelector('.question-like select').value = 'showroom'";
        seller.browser.run::<()>(choose, &[]).await?;
        fits(&seller).await?;
        shots::keep(&seller.browser, "questions-same-phone-en").await?;
        seller.press(".question-like-add").await?;
        seller.questions_are("none is left", Vec::is_empty).await?;
        let known = async || seller.browser.text(".learnt-entry").await;
        wait::until_like("a way of asking", known, |known| known.contains("Other ways of asking: 1")).await?;

        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit("/p/nk-018").await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        panel.say(IN_BANGLISH).await?;
        panel.said("bot", &faq::answer("showroom", "bn")?).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn learning_once_though_two_people_tap() -> Result<()> {
    stage::play("learning-race", async |stage| {
        hands_over(&asks(stage, IN_BANGLA).await?).await?;
        let rima = stage.seller("rima", Screen::Desktop).await?;
        let tarek = stage.seller("tarek", Screen::Desktop).await?;
        for (seller, agent) in [(&rima, RIMA), (&tarek, TAREK)] {
            seller.log_in(agent).await?;
            seller.open_questions().await?;
            seller.questions_are("one question", |cards| cards.len() == 1).await?;
            seller.fill(".question-card textarea[lang=bn]", ANSWER).await?;
        }
        rima.press(".question-add").await?;
        rima.questions_are("none is left", Vec::is_empty).await?;
        tarek.press(".question-add").await?;
        tarek.tells("Somebody was faster with this one. Here is the list as it stands now.").await?;
        tarek.questions_are("none is left for the other", Vec::is_empty).await?;
        let pack = stage.support.get("/api/v1/shops/nokshi/pack").await?;
        ensure!(pack.matches(ANSWER).count() == 1, "it is there once");
        Ok(())
    })
    .await
}

/// A shopper whose question the bot has no answer to.
async fn asks(stage: &mut Stage, question: &str) -> Result<PanelPage> {
    let (shop, panel) = stage.shopper(Screen::Phone).await?;
    shop.visit("/p/nk-018").await?;
    shop.press_launcher().await?;
    panel.ready().await?;
    panel.say(question).await?;
    let lines = wait::until_like("what the bot says", async || panel.lines().await, |lines| lines.len() == 2);
    let said = lines.await?.pop().context("the bot says something")?;
    ensure!(said.words.contains("জানা নেই"), "the bot knows it: {said:?}");
    Ok(panel)
}

/// The shopper takes the offer of a person, and says yes to what that means.
async fn hands_over(panel: &PanelPage) -> Result<()> {
    panel.press(".offer .button:not(.button-quiet)").await?;
    wait::until_true("what a person would get", async || panel.has(".offer p:nth-of-type(2)").await).await?;
    panel.confirm().await
}

/// Nothing sticks out to the side.
async fn fits(inbox: &InboxPage) -> Result<()> {
    let widths = "return ['html', '.questions-body'].map(it => document.querySelector(it).scrollWidth)";
    let widths: Vec<u32> = inbox.browser.run(widths, &[]).await?;
    ensure!(widths.iter().all(|width| *width <= 390), "{widths:?}");
    Ok(())
}
