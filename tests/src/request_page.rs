//! Forms and deals in the panel, as a shopper fills them in and answers them.

use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::json;

use crate::{browser::Browser, panel_page::PanelPage, shop_page::ShopPage, wait};

/// A form in the panel.
#[derive(Clone)]
pub struct RequestPage {
    /// The panel around it.
    pub panel: PanelPage,
}

impl RequestPage {
    /// Taps "talk first" on a product's page, and waits for the first question.
    pub async fn open(shop: &ShopPage, panel: &PanelPage, sku: &str) -> Result<Self> {
        shop.visit(&format!("/p/{}", sku.to_lowercase())).await?;
        shop.browser.find("[data-alap-request]").await?.click().await?;
        let page = Self { panel: panel.clone() };
        page.asked().await?;
        Ok(page)
    }

    /// Opens the panel on a page without a product, and there the form of that name.
    pub async fn open_named(shop: &ShopPage, panel: &PanelPage, form: &str) -> Result<Self> {
        shop.visit("/").await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        let page = Self { panel: panel.clone() };
        panel.press(&format!("[data-form='{form}']")).await?;
        page.asked().await?;
        Ok(page)
    }

    fn browser(&self) -> &Browser {
        &self.panel.browser
    }

    /// Waits for questions, and gives their names.
    pub async fn asked(&self) -> Result<Vec<String>> {
        let questions = async || self.questions().await;
        wait::until_like("a question", questions, |questions| !questions.is_empty()).await
    }

    /// The questions on the screen.
    pub async fn questions(&self) -> Result<Vec<String>> {
        self.panel.enter().await?;
        let script = "return [...document.querySelectorAll('.request-form [data-question]')].map(it => it.dataset.question)";
        self.browser().run(script, &[]).await
    }

    /// Waits until this question stands there.
    pub async fn asks(&self, question: &str) -> Result<()> {
        let questions = async || self.questions().await;
        let what = format!("the question “{question}”");
        wait::until_like(&what, questions, |asked| asked.iter().any(|name| name == question)).await.map(drop)
    }

    /// Types an answer in the place of what is there.
    pub async fn write(&self, question: &str, words: &str) -> Result<()> {
        self.asks(question).await?;
        let field =
            self.browser().find(&format!("[data-question='{question}'] :is(input, textarea).field")).await?;
        field.clear().await?;
        Ok(field.send_keys(words).await?)
    }

    /// What stands in its field.
    pub async fn written(&self, question: &str) -> Result<String> {
        self.asks(question).await?;
        let script = "return document.querySelector(arguments[0]).value";
        let field = format!("[data-question='{question}'] :is(input, textarea).field");
        self.browser().run(script, &[json!(field)]).await
    }

    /// Chooses one of its list.
    pub async fn choose(&self, question: &str, choice: &str) -> Result<()> {
        self.asks(question).await?;
        self.panel.press(&format!("[data-question='{question}'] [data-choice='{choice}']")).await
    }

    /// Which of its list are chosen.
    pub async fn chosen(&self, question: &str) -> Result<Vec<String>> {
        self.asks(question).await?;
        let script = "return [...document.querySelectorAll(arguments[0])].map(it => it.closest('[data-choice]').dataset.choice)";
        let ticked = format!("[data-question='{question}'] [data-choice] input:checked");
        self.browser().run(script, &[json!(ticked)]).await
    }

    /// Ticks its box.
    pub async fn tick(&self, question: &str) -> Result<()> {
        self.asks(question).await?;
        self.panel.press(&format!("[data-question='{question}'] label.choice")).await
    }

    /// Attaches a photo.
    pub async fn attach(&self, question: &str, photo: &Path) -> Result<()> {
        self.asks(question).await?;
        let input = self.browser().find(&format!("[data-question='{question}'] input[type=file]")).await?;
        Ok(input.send_keys(photo.to_str().context("a path")?).await?)
    }

    /// Chooses a free time by its place in the list of the second free day, and gives it in milliseconds. The first may be today,
    /// with little left of it.
    pub async fn book(&self, question: &str, place: usize) -> Result<i64> {
        self.asks(question).await?;
        let days = "return document.querySelectorAll('[data-day]').length";
        let read = async || {
            self.panel.enter().await?;
            self.browser().run::<usize>(days, &[]).await
        };
        wait::until_like("free days", read, |days| *days > 1).await?;
        self.panel.enter().await?;
        let second = self.browser().element("return document.querySelectorAll('[data-day]')[1]").await?;
        second.click().await?;
        let times = "return [...document.querySelectorAll('[data-slot]')].map(it => Number(it.dataset.slot))";
        let read = async || {
            self.panel.enter().await?;
            self.browser().run::<Vec<i64>>(times, &[]).await
        };
        let times = wait::until_like("free times", read, |times| times.len() > place).await?;
        let time = times[place];
        self.panel.press(&format!("[data-slot='{time}']")).await?;
        Ok(time)
    }

    /// Goes on.
    pub async fn next(&self) -> Result<()> {
        self.panel.press("[data-move=next]").await
    }

    /// Goes on, and waits for this question.
    pub async fn next_asks(&self, question: &str) -> Result<()> {
        self.next().await?;
        self.asks(question).await
    }

    /// What is said beside a question.
    pub async fn fault(&self, question: &str) -> Result<String> {
        self.panel.enter().await?;
        let script = "return document.querySelector(arguments[0])?.textContent ?? ''";
        self.browser().run(script, &[json!(format!("[data-question='{question}'] .question-fault"))]).await
    }

    /// Waits until this is said beside a question.
    pub async fn says_beside(&self, question: &str, words: &str) -> Result<()> {
        let fault = async || self.fault(question).await;
        wait::until_like(words, fault, |fault| fault.contains(words)).await.map(drop)
    }

    /// Waits for the review.
    pub async fn reviewed(&self) -> Result<()> {
        wait::until_true("the review", async || self.panel.has(".request-review").await).await
    }

    /// What was answered, as the review or the summary says it.
    pub async fn answer(&self, question: &str) -> Result<String> {
        self.panel.enter().await?;
        let script = "return document.querySelector(arguments[0]).textContent";
        self.browser().run(script, &[json!(format!("[data-answer='{question}'] .summary-value"))]).await
    }

    /// Sends it.
    pub async fn send(&self) -> Result<()> {
        self.panel.press("[data-move=send]").await
    }

    /// Sends it, and waits until the server has it.
    pub async fn send_and_arrive(&self) -> Result<()> {
        self.send().await?;
        wait::until_true("it has arrived", async || self.panel.has(".request-sent").await).await
    }

    /// From what came of a form, a summary or the payment to the talk.
    pub async fn to_the_talk(&self) -> Result<()> {
        for way in [".request-sent .button:not(.button-quiet)", "[data-act=talk]", ".payment > .link"] {
            if self.panel.has(way).await? {
                self.panel.press(way).await?;
                break;
            }
        }
        wait::until_true("the talk", async || self.panel.has(".thread").await).await
    }

    /// Waits for a step in the talk.
    pub async fn step(&self, name: &str) -> Result<()> {
        let what = format!("the step “{name}”");
        wait::until_true(&what, async || self.panel.has(&format!("[data-step={name}]")).await).await
    }

    /// Taps what can be done to the offer that stands.
    pub async fn act(&self, act: &str) -> Result<()> {
        let selector = format!("[data-act='{act}']:not([disabled])");
        wait::until_true(act, async || self.panel.has(&selector).await).await?;
        self.panel.enter().await?;
        // Of several cards the last one stands.
        let script =
            format!("const all = document.querySelectorAll(\"{selector}\"); return all[all.length - 1]");
        let button = self.browser().element(&script).await?;
        button.scroll_into_view().await?;
        Ok(button.click().await?)
    }

    /// Fills in a field of a card, the last one of that name.
    pub async fn fill(&self, field: &str, words: &str) -> Result<()> {
        let selector = format!("[data-field='{field}']");
        wait::until_true(field, async || self.panel.has(&selector).await).await?;
        self.panel.enter().await?;
        let script =
            format!("const all = document.querySelectorAll(\"{selector}\"); return all[all.length - 1]");
        let found = self.browser().element(&script).await?;
        found.clear().await?;
        Ok(found.send_keys(words).await?)
    }
}
