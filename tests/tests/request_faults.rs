//! A wrong answer gets a sentence beside its question, in the shopper's language, and costs nothing.

use anyhow::{Result, ensure};

use alap_tests::{
    audit,
    request_page::RequestPage,
    shots,
    stage::{self, Screen},
};

#[tokio::test]
async fn each_wrong_answer_is_told_beside_its_question_and_stays_to_be_mended() -> Result<()> {
    stage::play("request-faults", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        let form = RequestPage::open(&shop, &panel, "NK-018").await?;
        form.asks("what").await?;
        form.next().await?;
        form.says_beside("what", "এটা একটু জানিয়ে দিন।").await?;
        shots::keep(&panel.browser, "form-fault-bn").await?;
        audit::passes(&panel.browser, "a fault beside its question").await?;
        form.choose("what", "blouse").await?;
        form.next_asks("like").await?;
        form.next_asks("fabric").await?;
        form.choose("fabric", "silk").await?;
        form.next_asks("colour").await?;
        for colour in ["indigo", "madder", "leaf"] {
            form.choose("colour", colour).await?;
        }
        form.next().await?;
        form.says_beside("colour", "সর্বোচ্চ ২টি").await?;
        form.choose("colour", "leaf").await?;
        form.next_asks("quantity").await?;
        for (typed, told) in [("অনেক", "একটা সংখ্যা লিখুন"), ("২১", "সর্বোচ্চ ২০"), ("-3", "অন্তত ১")]
        {
            form.write("quantity", typed).await?;
            form.next().await?;
            form.says_beside("quantity", told).await?;
            ensure!(form.written("quantity").await? == typed, "what was typed stays");
        }
        // As people write it.
        form.write("quantity", "৪টা").await?;
        form.next_asks("size").await?;

        // The shop's own check names two answers; in the other language it is told anew.
        form.choose("size", "custom").await?;
        form.next_asks("chest").await?;
        form.write("chest", "৩৬").await?;
        form.next_asks("waist").await?;
        form.write("waist", "৫০").await?;
        form.next().await?;
        form.says_beside("waist", "আরেকবার মেপে দেখবেন?").await?;
        panel.switch_language().await?;
        form.says_beside("waist", "Would you measure once more?").await?;
        shots::keep(&panel.browser, "form-own-check-en").await?;
        form.write("waist", "30 inches").await?;
        form.next_asks("length").await?;
        form.write("length", "15").await?;
        form.next_asks("sample").await?;
        form.next_asks("day").await?;
        form.write("day", "1/1/2020").await?;
        form.next().await?;
        form.says_beside("day", "or later").await?;
        ensure!(form.questions().await? == ["day"]);
        Ok(())
    })
    .await
}
