//! The shop's side of a price talk: coupons, a kind no, two people at once.

use anyhow::{Result, ensure};

use alap_tests::{
    audit,
    desk_page::DeskPage,
    network,
    request_page::RequestPage,
    server::{RIMA, TAREK},
    shots,
    stage::{self, Screen, Stage},
    wait,
};

/// A shopper who has sent a request for the panjabi of 1,650 taka.
async fn asked(stage: &mut Stage) -> Result<RequestPage> {
    let (shop, panel) = stage.shopper(Screen::Phone).await?;
    let form = RequestPage::open(&shop, &panel, "NK-018").await?;
    form.choose("what", "panjabi").await?;
    form.next_asks("like").await?;
    form.next_asks("fabric").await?;
    form.choose("fabric", "voile").await?;
    form.next_asks("colour").await?;
    form.choose("colour", "white").await?;
    form.next_asks("quantity").await?;
    form.write("quantity", "1").await?;
    form.next_asks("size").await?;
    form.choose("size", "40").await?;
    for question in ["sample", "day"] {
        form.next_asks(question).await?;
    }
    let day = time::OffsetDateTime::now_utc().date() + time::Duration::days(30);
    form.write("day", &format!("{day}")).await?;
    for question in ["budget", "note", "name"] {
        form.next_asks(question).await?;
    }
    form.write("name", "Sadia").await?;
    form.next_asks("phone").await?;
    form.write("phone", "01712345678").await?;
    form.next_asks("address").await?;
    form.write("address", "House 7, Road 3").await?;
    form.next_asks("agree").await?;
    form.tick("agree").await?;
    form.next().await?;
    form.reviewed().await?;
    form.send_and_arrive().await?;
    Ok(form)
}

#[tokio::test]
async fn a_coupon_is_made_used_once_and_counted() -> Result<()> {
    stage::play("desk-coupon", async |stage| {
        let form = asked(stage).await?;
        let inbox = stage.seller("seller", Screen::Desktop).await?;
        inbox.log_in(RIMA).await?;
        let desk = DeskPage::open(&inbox).await?;
        desk.tab("coupons").await?;
        shots::keep(&inbox.browser, "desk-coupons-none-en").await?;
        inbox.press(".coupon-make").await?;
        // Where the focus has moved to, fingers write.
        desk.has("#coupon-discount:focus").await?;
        inbox.press(".coupon-form .chip[aria-pressed=false]").await?;
        inbox.fill("#coupon-code", "eid 2027").await?;
        inbox.fill("#coupon-discount", "১০০").await?;
        shots::keep(&inbox.browser, "desk-coupon-form-en").await?;
        inbox.press(".coupon-save").await?;
        desk.has("[data-coupon=EID2027]").await?;
        shots::keep(&inbox.browser, "desk-coupons-en").await?;
        audit::passes(&inbox.browser, "the coupons").await?;

        desk.tab("requests").await?;
        desk.open_who_waits().await?;
        desk.offer("1500", async |_| Ok(())).await?;
        form.to_the_talk().await?;
        form.step("offered").await?;
        form.panel.press(".deal-coupon summary").await?;
        form.fill("coupon", "NOSUCH1").await?;
        form.act("coupon").await?;
        let told = async || {
            form.panel.enter().await?;
            form.panel.browser.text(".deal-coupon .read-back").await
        };
        let refused = wait::until_like("a kind word about the code", told, |told| !told.is_empty()).await?;
        form.fill("coupon", "eid-২০২৭").await?;
        form.act("coupon").await?;
        wait::until_like("what it takes off", told, |told| *told != refused && told.contains("৳১০০")).await?;
        shots::keep(&form.panel.browser, "deal-coupon-bn").await?;
        form.act("accept").await?;
        form.step("accepted").await?;
        form.panel.shows("৳১,৪০০").await?;

        desk.tab("coupons").await?;
        desk.says("[data-coupon=EID2027]", "Used 1 of 50").await?;
        inbox.press("[data-coupon=EID2027] .coupon-end").await?;
        inbox.press(".coupon-end-yes").await?;
        desk.has("[data-coupon=EID2027].coupon-over").await
    })
    .await
}

#[tokio::test]
async fn of_two_people_who_answer_one_is_told_that_the_other_was_faster() -> Result<()> {
    stage::play_in(
        "desk-two",
        |folder| folder.edit("price-rules.toml", |_| "# A person answers.\n".to_owned()),
        async |stage| {
            let form = asked(stage).await?;
            form.to_the_talk().await?;
            form.act("propose").await?;
            form.fill("price", "1000").await?;
            form.act("propose-send").await?;
            form.step("proposed").await?;

            let (rima, tarek) =
                (stage.seller("rima", Screen::Desktop).await?, stage.seller("tarek", Screen::Desktop).await?);
            rima.log_in(RIMA).await?;
            tarek.log_in(TAREK).await?;
            let (hers, his) = (DeskPage::open(&rima).await?, DeskPage::open(&tarek).await?);
            hers.open_who_waits().await?;
            his.open_who_waits().await?;
            his.has("[data-act=accept]").await?;
            // He does not hear of it in time.
            network::cut(&tarek.browser, true).await?;
            hers.act("decline").await?;
            hers.has("#no-words").await?;
            shots::keep(&rima.browser, "desk-decline-en").await?;
            hers.act("decline-send").await?;
            hers.has_no("[data-act=accept]").await?;
            form.step("declined").await?;
            shots::keep(&form.panel.browser, "deal-declined-bn").await?;
            form.panel.shows_no_more("৳১,০০০ তে রাজি").await?;

            network::cut(&tarek.browser, false).await?;
            // Whatever is on his screen by now: he sees that it was declined, and cannot accept it any more.
            his.has_no("[data-act=accept]").await?;
            let count = "return document.querySelectorAll('[data-step=accepted]').length";
            form.panel.enter().await?;
            ensure!(form.panel.browser.run::<usize>(count, &[]).await? == 0);
            Ok(())
        },
    )
    .await
}

#[tokio::test]
async fn below_the_floor_a_rule_declines_kindly_and_says_nothing_of_it() -> Result<()> {
    stage::play("desk-rule", async |stage| {
        let form = asked(stage).await?;
        form.to_the_talk().await?;
        for (price, step) in [("900", "declined"), ("1400", "offered")] {
            form.act("propose").await?;
            form.fill("price", price).await?;
            form.act("propose-send").await?;
            form.step(step).await?;
        }
        shots::keep(&form.panel.browser, "deal-rule-bn").await?;
        let text = form.panel.text().await?;
        // By the form's estimate one comes to 1,500: 88 % of it is the floor, from 95 % on it is accepted.
        form.panel.shows("৳১,৪৪০").await?;
        for secret in ["1320", "1,320", "১,৩২০", "1425", "1,425", "১,৪২৫", "88", "৮৮"] {
            ensure!(!text.contains(secret), "{secret} in {text}");
        }
        for path in ["/api/v1/shops/nokshi/pack", "/api/v1/shops/nokshi/desk"] {
            let answer = stage.support.get(path).await?;
            ensure!(!answer.contains("floor_percent") && !answer.contains("accept_percent"), "{path}");
        }
        Ok(())
    })
    .await
}
