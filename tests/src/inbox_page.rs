//! The agents' page.

use anyhow::Result;
use serde::Deserialize;

use crate::{
    browser::Browser,
    server::Agent,
    talk::{self, Line},
    wait,
};

/// The inbox as an agent sees it.
#[derive(Clone)]
pub struct InboxPage {
    /// The agent's browser.
    pub browser: Browser,
}

/// One conversation in the list.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Entry {
    /// What it is about.
    pub title: String,
    /// The last words.
    pub last: String,
    /// Waiting and for how long, with whom, or done.
    pub state: String,
    /// Does a shopper wait?
    pub waits: bool,
    /// Is there something that nobody has read?
    pub unread: bool,
}

/// Questions that are asked alike, on one card.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct QuestionCard {
    /// In the shoppers' words, the most typical first.
    pub questions: Vec<String>,
    /// The answer that is in the fields.
    pub answer: String,
}

impl InboxPage {
    /// The inbox in that browser.
    pub fn new(browser: Browser) -> Self {
        Self { browser }
    }

    /// Logs in and waits for the list.
    pub async fn log_in(&self, agent: Agent) -> Result<()> {
        self.try_to_log_in(agent.login, agent.password).await?;
        wait::until_true("the inbox", async || self.browser.has(".list .filters").await).await?;
        let loaded = "return !!document.querySelector('.list') && !document.querySelector('.list-skeleton')";
        wait::until_true("the list", async || self.browser.run(loaded, &[]).await).await
    }

    /// Fills in the form and sends it.
    pub async fn try_to_log_in(&self, login: &str, password: &str) -> Result<()> {
        wait::until_true("the login form", async || self.browser.has("#login-password").await).await?;
        for (field, words) in [("#login-name", login), ("#login-password", password)] {
            let field = self.browser.find(field).await?;
            field.clear().await?;
            field.send_keys(words).await?;
        }
        self.press(".login-form .button").await
    }

    /// The list.
    pub async fn list(&self) -> Result<Vec<Entry>> {
        let script = "const text = (line, name) => line.querySelector(name)?.textContent.trim() ?? '';
            return [...document.querySelectorAll('a.line')].map(line => ({
                title: text(line, '.line-title'),
                last: text(line, '.line-last'),
                state: text(line, '.line-wait') || text(line, '.line-state'),
                waits: line.classList.contains('line-waits'),
                unread: line.classList.contains('line-unread'),
            }))";
        self.browser.run(script, &[]).await
    }

    /// Waits until the list is so.
    pub async fn list_is(&self, what: &str, like: impl Fn(&Vec<Entry>) -> bool) -> Result<Vec<Entry>> {
        wait::until_like(what, async || self.list().await, like).await
    }

    /// Waits until somebody waits, and opens that conversation.
    pub async fn open_who_waits(&self) -> Result<()> {
        self.list_is("a shopper who waits", |list| list.iter().any(|entry| entry.waits)).await?;
        self.press("a.line-waits").await?;
        self.talk_opens().await
    }

    /// Opens the first conversation of the list.
    pub async fn open_first(&self) -> Result<()> {
        self.list_is("a conversation", |list| !list.is_empty()).await?;
        self.press("a.line").await?;
        self.talk_opens().await
    }

    async fn talk_opens(&self) -> Result<()> {
        wait::until_true("the talk", async || self.browser.has(".talk .row").await).await
    }

    /// Every line of the open talk.
    pub async fn lines(&self) -> Result<Vec<Line>> {
        talk::read(&self.browser).await
    }

    /// Types and sends.
    pub async fn say(&self, words: &str) -> Result<()> {
        self.write(words).await?;
        talk::press_send(&self.browser).await
    }

    /// Types, without sending.
    pub async fn write(&self, words: &str) -> Result<()> {
        talk::write(&self.browser, words).await
    }

    /// Waits until this line is there, exactly once.
    pub async fn said(&self, by: &str, words: &str) -> Result<Line> {
        let what = format!("“{words}” by the {by} in the inbox");
        talk::said(async || self.lines().await, &what, |line| line.by == by && line.words == words).await
    }

    /// How the open conversation stands.
    pub async fn state(&self) -> Result<String> {
        self.browser.run("return document.querySelector('.talk-state')?.textContent ?? ''", &[]).await
    }

    /// Waits until the open conversation stands so.
    pub async fn state_is(&self, what: &str, like: impl Fn(&String) -> bool) -> Result<()> {
        wait::until_like(what, async || self.state().await, like).await.map(|_| ())
    }

    /// Takes the open conversation.
    pub async fn take(&self) -> Result<()> {
        self.press(".talk-actions .button:not(.button-quiet)").await
    }

    /// Closes the open conversation.
    pub async fn close(&self) -> Result<()> {
        self.press(".talk-actions .button-quiet").await
    }

    /// Reopens it.
    pub async fn reopen(&self) -> Result<()> {
        self.press(".talk-closed .button").await
    }

    /// Switches to the other language.
    pub async fn switch_language(&self) -> Result<()> {
        let language = async || self.browser.run::<String>("return document.documentElement.lang", &[]).await;
        let before = language().await?;
        self.press(".head-button[lang]").await?;
        wait::until_true("the other language", async || Ok(language().await? != before)).await
    }

    /// Is somebody on the other side typing?
    pub async fn sees_typing(&self) -> Result<bool> {
        self.browser.has(".thread-typing").await
    }

    /// Opens the questions that found no answer.
    pub async fn open_questions(&self) -> Result<()> {
        self.press(".head-questions").await?;
        wait::until_true("the questions", async || self.browser.has(".questions-title").await).await
    }

    /// Waits until the questions came, and are so.
    pub async fn questions_are(
        &self,
        what: &str,
        like: impl Fn(&Vec<QuestionCard>) -> bool,
    ) -> Result<Vec<QuestionCard>> {
        let script = "const body = document.querySelector('.questions-body');
            if (!body || body.querySelector('.talk-skeleton')) throw new Error('they have not come');
            return [...body.querySelectorAll('.question-card')].map(card => ({
                questions: [...card.querySelectorAll('.question-link')].map(it => it.textContent),
                answer: [...card.querySelectorAll('.entry-languages textarea')].map(it => it.value).join(''),
            }))";
        wait::until_like(what, async || self.browser.run(script, &[]).await, like).await
    }

    /// Waits until the page says this of the last thing done.
    pub async fn tells(&self, words: &str) -> Result<()> {
        self.shows(".questions-note [role=status]", words).await
    }

    /// Waits until an element says this.
    pub async fn shows(&self, selector: &str, words: &str) -> Result<()> {
        let said = async || self.browser.text(selector).await;
        wait::until_like(words, said, |said| said == words).await.map(drop)
    }

    /// Puts words into a field in the place of those that are there.
    pub async fn fill(&self, selector: &str, words: &str) -> Result<()> {
        let field = self.browser.find(selector).await?;
        field.clear().await?;
        Ok(field.send_keys(words).await?)
    }

    /// Presses an element, once it can be pressed.
    pub async fn press(&self, selector: &str) -> Result<()> {
        wait::until_true(selector, async || {
            self.browser.find(selector).await?.click().await?;
            Ok(true)
        })
        .await
    }
}
