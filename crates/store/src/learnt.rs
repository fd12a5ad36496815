//! What a shop has learnt from questions: entries of its own, and more ways of asking for entries of its folder.

use std::collections::HashSet;

use alap_protocol::{
    id::{EntryId, ShopId},
    learning::{EntryText, LearntKind, QuestionKey, checked_variants},
    limits::SHOP_LEARNT,
};
use sqlx::AnyConnection;

use crate::{
    Agent, Change, Store, StoreError,
    learnt_rows::{insert, kind_of, learnt, words_of, write},
    missed::QuestionState,
    questions::settle,
    transaction::Step,
};

/// Something learnt, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Learnt {
    /// Its id; where only variants were learnt, the id of the folder's entry.
    pub entry: EntryId,
    /// An entry of its own, or variants for one of the folder.
    pub kind: LearntKind,
    /// What it says; question and answer are empty where only variants were learnt.
    pub text: EntryText,
    /// Who taught it last, by the name shown.
    pub by: String,
    /// When it was changed last, in milliseconds since 1970 UTC.
    pub at: i64,
}

/// Where a lesson goes.
#[derive(Clone, Debug)]
pub enum Place<'a> {
    /// A new entry of this name, or of this name with the first number behind it that is free.
    New {
        /// The name.
        name: EntryId,
        /// Names that are taken: those of the folder.
        taken: &'a HashSet<EntryId>,
    },
    /// More ways of asking for an entry of the folder.
    Folder(EntryId),
    /// More ways of asking for an entry that was learnt.
    Learnt(EntryId),
}

impl Store {
    /// What was learnt, the latest changed first.
    pub async fn learnt(&self, shop: &ShopId) -> Result<Vec<Learnt>, StoreError> {
        let rows = sqlx::query(
            "SELECT l.entry, l.kind, l.question_bn, l.question_en, l.answer_bn, l.answer_en, l.variants, l.changed_at, \
             a.name FROM learnt_entries l JOIN agents a ON a.id = l.agent WHERE l.shop = $1 \
             ORDER BY l.changed_at DESC, l.entry",
        )
        .bind(shop.as_str())
        .fetch_all(&self.pool)
        .await?;
        rows.iter().map(learnt).collect()
    }

    /// Settles questions by what they teach: all in one step, or nothing. Gives the id under which it is kept. Who comes second
    /// with a question that is settled already is told so.
    pub async fn learn(
        &self,
        agent: &Agent,
        questions: &[QuestionKey],
        place: &Place<'_>,
        text: &EntryText,
        now: i64,
    ) -> Result<EntryId, StoreError> {
        let change = Change::Learnt { shop: agent.shop.clone() };
        self.take(&Teach { agent, questions, place, text, now }, Some(change)).await
    }

    /// Changes the words of what was learnt.
    pub async fn change_learnt(
        &self,
        agent: &Agent,
        entry: &EntryId,
        text: &EntryText,
        now: i64,
    ) -> Result<(), StoreError> {
        let change = Change::Learnt { shop: agent.shop.clone() };
        self.take(&Reword { agent, entry, text, now }, Some(change)).await
    }

    /// Forgets what was learnt.
    pub async fn forget_learnt(&self, shop: &ShopId, entry: &EntryId) -> Result<(), StoreError> {
        self.take(&Forget { shop, entry }, Some(Change::Learnt { shop: shop.clone() })).await
    }
}

struct Teach<'a> {
    agent: &'a Agent,
    questions: &'a [QuestionKey],
    place: &'a Place<'a>,
    text: &'a EntryText,
    now: i64,
}

impl Step for Teach<'_> {
    type Done = EntryId;

    async fn run(&self, connection: &mut AnyConnection) -> Result<EntryId, StoreError> {
        let (agent, text, now) = (self.agent, self.text, self.now);
        let open = [QuestionState::Open; 2];
        settle(connection, &agent.shop, self.questions, open, QuestionState::Learnt).await?;
        match self.place {
            Place::New { name, taken } => add(connection, agent, name, taken, text, now).await,
            Place::Folder(entry) => add_variants(connection, agent, entry, true, text, now).await,
            Place::Learnt(entry) => add_variants(connection, agent, entry, false, text, now).await,
        }
    }
}

struct Reword<'a> {
    agent: &'a Agent,
    entry: &'a EntryId,
    text: &'a EntryText,
    now: i64,
}

impl Step for Reword<'_> {
    type Done = ();

    async fn run(&self, connection: &mut AnyConnection) -> Result<(), StoreError> {
        let kind = kind_of(connection, &self.agent.shop, self.entry).await?.ok_or(StoreError::NotFound)?;
        write(connection, self.agent, self.entry, kind, self.text, self.now).await
    }
}

struct Forget<'a> {
    shop: &'a ShopId,
    entry: &'a EntryId,
}

impl Step for Forget<'_> {
    type Done = ();

    async fn run(&self, connection: &mut AnyConnection) -> Result<(), StoreError> {
        let forgotten = sqlx::query("DELETE FROM learnt_entries WHERE shop = $1 AND entry = $2")
            .bind(self.shop.as_str())
            .bind(self.entry.as_str())
            .execute(connection)
            .await?;
        if forgotten.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }
}

/// Adds an entry under the first free name.
async fn add(
    connection: &mut AnyConnection,
    agent: &Agent,
    name: &EntryId,
    taken: &HashSet<EntryId>,
    text: &EntryText,
    now: i64,
) -> Result<EntryId, StoreError> {
    let corrupt = |_| StoreError::Corrupt("entry");
    for number in 1..=u64::from(SHOP_LEARNT) + taken.len() as u64 + 1 {
        let id = if number == 1 {
            name.clone()
        } else {
            EntryId::parse(format!("{name}-{number}")).map_err(corrupt)?
        };
        if !taken.contains(&id) && insert(connection, agent, &id, LearntKind::Entry, text, now).await? {
            return Ok(id);
        }
    }
    Err(StoreError::TooMuchLearnt)
}

/// Adds ways of asking to those that are known. In the folder's place, an older entry of ours of the same id says nothing any
/// more: only the new words count.
async fn add_variants(
    connection: &mut AnyConnection,
    agent: &Agent,
    entry: &EntryId,
    in_folder: bool,
    text: &EntryText,
    now: i64,
) -> Result<EntryId, StoreError> {
    let new = EntryText { variants: text.variants.clone(), ..EntryText::default() };
    if in_folder && insert(connection, agent, entry, LearntKind::Variants, &new, now).await? {
        return Ok(entry.clone());
    }
    let kept = kind_of(connection, &agent.shop, entry).await?.ok_or(StoreError::NotFound)?;
    let (kind, mut text) = if in_folder && kept == LearntKind::Entry {
        (LearntKind::Variants, EntryText::default())
    } else {
        (kept, words_of(connection, &agent.shop, entry).await?)
    };
    text.variants.extend(new.variants);
    text.variants = checked_variants(text.variants).map_err(|_| StoreError::TooMuchLearnt)?;
    write(connection, agent, entry, kind, &text, now).await?;
    Ok(entry.clone())
}
