//! The bot knows what it knows, says so when it does not, and never stands between a shopper and a person.

use anyhow::{Result, ensure};

use alap_tests::{
    faq,
    panel_page::PanelPage,
    stage::{self, Screen},
    talk::Line,
    wait,
};

#[tokio::test]
async fn the_bot_says_what_it_does_not_know_and_offers_a_person() -> Result<()> {
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
async fn the_bot_asks_nothing_of_whoever_wants_a_person() -> Result<()> {
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
async fn a_chip_asks_the_bot_its_question_and_gets_its_answer() -> Result<()> {
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

#[tokio::test]
async fn the_bot_has_one_answer_to_one_question_however_it_is_written() -> Result<()> {
    stage::play("writings", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit("/p/nk-001").await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        let ways = [
            ("ক্যাশ অন ডেলিভারি আছে?", "bn"),
            ("cash on delivery ache naki?", "bn"),
            ("Is there cash on delivery?", "en"),
        ];
        for (asked, (question, language)) in ways.into_iter().enumerate() {
            panel.say(question).await?;
            let answer = answer_number(&panel, asked + 1).await?;
            ensure!(answer == faq::answer("cod", language)?, "{question} was answered with: {answer}");
        }
        // A greeting beside it does not hide a question, and the bot speaks in its own name.
        panel.say("hello, dam koto?").await?;
        ensure!(answer_number(&panel, 4).await? == faq::answer("price", "bn")?);
        ensure!(panel.text().await?.contains("মিতা · বট"), "the bot has a name and says what it is");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_short_question_to_the_bot_goes_on_with_the_one_before() -> Result<()> {
    stage::play("follow-up", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit("/p/nk-001").await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        let talks = [
            ("ডেলিভারি চার্জ কত?", "আর ঢাকার বাইরে?", "bn"),
            ("delivery charge koto?", "ar baire?", "bn"),
            ("What does delivery cost?", "and outside Dhaka?", "en"),
        ];
        for (talk, (first, then, language)) in talks.into_iter().enumerate() {
            panel.say(first).await?;
            let answer = answer_number(&panel, 2 * talk + 1).await?;
            ensure!(answer == faq::answer("delivery", language)?, "{first} was answered with: {answer}");
            panel.say(then).await?;
            let answer = answer_number(&panel, 2 * talk + 2).await?;
            ensure!(
                answer == faq::answer("delivery-outside", language)?,
                "{then} was answered with: {answer}"
            );
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn bad_language_is_met_by_the_bot_with_patience_and_a_person() -> Result<()> {
    stage::play("bad-language", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit("/p/nk-001").await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        let patient = "আপনার খারাপ লেগেছে বুঝতে পারছি, দুঃখিত। আমাদের একজন মানুষ আপনার কথা শুনবেন, চাইলে এখনই জানাই।";
        for (said, words) in ["হারামি", "harami"].into_iter().enumerate() {
            panel.say(words).await?;
            ensure!(answer_number(&panel, said + 1).await? == patient);
            wait::until_true("a person is offered", async || panel.has(".offer .button").await).await?;
        }
        Ok(())
    })
    .await
}

/// Waits until the bot has said so many things; the last of them.
async fn answer_number(panel: &PanelPage, number: usize) -> Result<String> {
    let by_bot = |lines: &[Line]| lines.iter().filter(|line| line.by == "bot").count();
    let lines =
        wait::until_like("an answer", async || panel.lines().await, |lines| by_bot(lines) == number).await?;
    Ok(lines.into_iter().rfind(|line| line.by == "bot").map(|line| line.words).unwrap_or_default())
}
