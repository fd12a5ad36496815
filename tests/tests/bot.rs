//! The bot knows what it knows, says so when it does not, and never stands between a shopper and a person.

use anyhow::{Result, ensure};

use alap_tests::{
    faq,
    stage::{self, Screen},
    wait,
};

#[tokio::test]
async fn what_it_does_not_know_it_says_and_offers_a_person() -> Result<()> {
    stage::play("unknown", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit("/p/nk-030").await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        let unknown = [
            ("xyzzy plugh qwrt", "bn"),
            ("ফ্রান্সের রাজধানী কোথায়?", "bn"),
            ("What is the capital of France?", "en"),
        ];
        for (asked, (question, language)) in unknown.into_iter().enumerate() {
            panel.say(question).await?;
            panel.said("shopper", question).await?;
            let lines = wait::until_like(
                "an answer",
                async || panel.lines().await,
                |lines| lines.len() == 2 * (asked + 1),
            )
            .await?;
            let answer = lines.last().map(|line| line.words.as_str()).unwrap_or_default();
            let honest = if language == "bn" {
                "এটা আমার ঠিক জানা নেই, আন্দাজে বলতে চাই না। আমাদের কাউকে জিজ্ঞেস করে দেব?"
            } else {
                "I don't know this one for sure, and I would rather not guess. Shall I ask somebody of ours?"
            };
            ensure!(answer == honest, "{question} was answered with: {answer}");
            ensure!(panel.has(".offer .button").await?, "a person is offered");
        }
        let metrics = stage.support.get("/metrics").await?;
        ensure!(!metrics.contains("conversations"), "a question left the device");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn whoever_asks_for_a_person_is_asked_nothing_else() -> Result<()> {
    stage::play("wants-person", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit("/p/nk-031").await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        for words in ["manush er sathe kotha bolte chai", "মানুষের সাথে কথা বলতে চাই", "I want to talk to a human"]
        {
            panel.say(words).await?;
            panel.said("shopper", words).await?;
            wait::until_true("the way to a person", async || panel.has(".offer .button").await).await?;
        }
        // What was asked before is what the person gets; nothing is asked again.
        panel.confirm().await?;
        panel.delivered("I want to talk to a human").await?;
        ensure!(!panel.has("input").await?, "no form stands in between");
        // From here on people talk.
        panel.say("ডেলিভারি চার্জ কত?").await?;
        panel.delivered("ডেলিভারি চার্জ কত?").await?;
        ensure!(panel.lines().await?.iter().all(|line| line.by == "shopper"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_chip_asks_its_question_and_gets_its_answer() -> Result<()> {
    stage::play("chips", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit("/p/nk-032?lang=en").await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        ensure!(panel.language().await? == "en", "the panel speaks as the page does");
        panel.press(".home .chip").await?;
        panel.said("shopper", "What does it cost?").await?;
        panel.said("bot", &faq::answer("price", "en")?).await?;
        panel.say("আসসালামু আলাইকুম").await?;
        panel.said("bot", "ওয়ালাইকুম আস্‌সালাম। কীভাবে সাহায্য করতে পারি?").await.map(|_| ())
    })
    .await
}
