//! The one task that writes conversations. It puts what waits into one transaction, and answers after the commit.

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    sync::Arc,
};

use alap_protocol::id::{ConversationId, ShopId};
use sqlx::{AnyConnection, AnyPool, Row as _};
use tokio::sync::{Mutex, mpsc, oneshot};

use crate::{
    Change, StoreError,
    change::{CHANNEL, Hints},
    error::is_transient,
    requests::lock_shop,
    write::{Hand, Outcome, Write},
};

/// Writes put into one commit.
const BATCH: usize = 128;
/// Writes that may wait. More, and who asks waits before it can hand its write in.
const QUEUE: usize = 1_024;
/// How often a transaction is tried that another one got in the way of.
const TRIES: u32 = 6;

type Answer = Result<Outcome, StoreError>;

struct Job {
    write: Write,
    answer: oneshot::Sender<Answer>,
}

/// The way to the writing task.
#[derive(Clone, Debug)]
pub(crate) struct Writer {
    jobs: mpsc::Sender<Job>,
    ended: Arc<Mutex<mpsc::Receiver<()>>>,
    stop: mpsc::Sender<()>,
}

impl Writer {
    /// Hands a write in; answers when it is on disk, or refused.
    pub(crate) async fn write(&self, write: Write) -> Answer {
        let (answer, answered) = oneshot::channel();
        self.jobs.send(Job { write, answer }).await.map_err(|_| StoreError::Closed)?;
        answered.await.map_err(|_| StoreError::Closed)?
    }

    /// Writes what waits, then ends.
    pub(crate) async fn close(&self) {
        let _already_ended = self.stop.send(()).await;
        self.ended.lock().await.recv().await;
    }
}

/// Starts the task; it ends when every [`Writer`] is gone, or one of them closes it.
pub(crate) fn start_writer(pool: AnyPool, hints: Hints, postgres: bool) -> Writer {
    let (jobs, mut waiting) = mpsc::channel::<Job>(QUEUE);
    let (stop, mut stopped) = mpsc::channel::<()>(1);
    let (running, ended) = mpsc::channel::<()>(1);
    let task = Task { pool, hints, postgres };
    tokio::spawn(async move {
        let _running = running;
        let mut batch = Vec::with_capacity(BATCH);
        loop {
            tokio::select! {
                biased;
                count = waiting.recv_many(&mut batch, BATCH) => match count {
                    0 => return,
                    _ => task.commit_all(std::mem::take(&mut batch)).await,
                },
                _ = stopped.recv() => waiting.close(),
            }
        }
    });
    Writer { jobs, ended: Arc::new(Mutex::new(ended)), stop }
}

struct Task {
    pool: AnyPool,
    hints: Hints,
    postgres: bool,
}

/// What a commit brought about: an answer for each write, and who has to hear of it.
type Committed = (Vec<Answer>, Vec<Change>);

impl Task {
    /// Commits a batch; should the database refuse the whole, each write is tried alone, so that one cannot spoil the rest.
    async fn commit_all(&self, mut batch: Vec<Job>) {
        // By conversation: in one order everywhere, so that two nodes never wait for each other in a ring.
        batch.sort_by_key(|job| job.write.conversation);
        let writes: Vec<&Write> = batch.iter().map(|job| &job.write).collect();
        let answers = match self.commit(&writes).await {
            Ok(committed) => self.announce(committed),
            // The database is away: asking it again for each write would only take longer.
            Err(StoreError::Unavailable(error)) if error.as_database_error().is_none() => {
                tracing::warn!(%error, writes = batch.len(), "nothing could be written");
                vec![Err(StoreError::Unavailable(error)); batch.len()]
            }
            Err(error) => {
                tracing::debug!(%error, writes = batch.len(), "a batch was refused; each write goes alone");
                let mut answers = Vec::with_capacity(batch.len());
                for write in writes {
                    answers.push(self.commit_alone(write).await);
                }
                answers
            }
        };
        for (job, answer) in batch.into_iter().zip(answers) {
            let _asker_left = job.answer.send(answer);
        }
    }

    async fn commit_alone(&self, write: &Write) -> Answer {
        let mut tries = 0;
        loop {
            tries += 1;
            match self.commit(&[write]).await {
                Ok(committed) => return self.announce(committed).pop().unwrap_or(Err(StoreError::Closed)),
                Err(StoreError::Unavailable(error)) if is_transient(&error) && tries < TRIES => {
                    tokio::time::sleep(std::time::Duration::from_millis(5 << tries)).await;
                }
                Err(error) => return Err(error),
            }
        }
    }

    fn announce(&self, (answers, changes): Committed) -> Vec<Answer> {
        for change in changes {
            self.hints.tell(change);
        }
        answers
    }

    /// One transaction. An error means that nothing of it was kept.
    async fn commit(&self, writes: &[&Write]) -> Result<Committed, StoreError> {
        // SQLite: the lock is taken at once, or a reader's old view could not be turned into a writer's.
        let begin = if self.postgres { "BEGIN" } else { "BEGIN IMMEDIATE" };
        let mut transaction = self.pool.begin_with(begin).await?;
        if self.postgres {
            lock_in_order(&mut transaction, to_lock(writes)).await?;
        }
        let mut answers = Vec::with_capacity(writes.len());
        let mut changed = HashSet::new();
        for group in writes.chunk_by(|one, other| one.conversation == other.conversation) {
            let hand = apply_group(&mut transaction, group, &mut answers).await?;
            changed.extend(hand);
        }
        let changes: Vec<Change> = changed
            .into_iter()
            .map(|(shop, conversation)| Change::Conversation { shop, conversation })
            .collect();
        if self.postgres {
            for note in changes.iter().filter_map(|change| self.hints.note(change)) {
                sqlx::query("SELECT 1 FROM pg_notify($1, $2)")
                    .bind(CHANNEL)
                    .bind(note)
                    .execute(&mut *transaction)
                    .await?;
            }
        }
        transaction.commit().await?;
        Ok((answers, changes))
    }
}

/// The conversations of a batch, each with whether something is done there that its shop's conversations share; none where no
/// such thing is done.
fn to_lock(writes: &[&Write]) -> BTreeMap<ConversationId, bool> {
    let mut shared = BTreeMap::new();
    if writes.iter().any(|write| write.what.shares_shop()) {
        for write in writes {
            *shared.entry(write.conversation).or_default() |= write.what.shares_shop();
        }
    }
    shared
}

/// What the conversations of a shop share is locked after all conversations of the batch, and in one order everywhere: or two
/// nodes could wait for each other in a ring. SQLite has one lock for everything.
async fn lock_in_order(
    connection: &mut AnyConnection,
    conversations: BTreeMap<ConversationId, bool>,
) -> Result<(), StoreError> {
    let mut shops = BTreeSet::new();
    for (conversation, shared) in conversations {
        let row = sqlx::query("SELECT shop FROM conversations WHERE id = $1 FOR UPDATE")
            .bind(conversation.to_string())
            .fetch_optional(&mut *connection)
            .await?;
        if let Some(row) = row.filter(|_| shared) {
            shops.insert(row.try_get::<String, _>("shop")?);
        }
    }
    for shop in shops {
        lock_shop(connection, &shop).await?;
    }
    Ok(())
}

/// Everything for one conversation, in the order in which it came.
async fn apply_group(
    connection: &mut AnyConnection,
    group: &[&Write],
    answers: &mut Vec<Answer>,
) -> Result<Option<(ShopId, ConversationId)>, StoreError> {
    let mut hand = Hand { connection, row: None, changed: false };
    for write in group {
        match hand.apply(write).await {
            Err(error @ (StoreError::Unavailable(_) | StoreError::Closed)) => return Err(error),
            answer => answers.push(answer),
        }
    }
    hand.save().await?;
    Ok(hand.row.filter(|_| hand.changed).map(|row| (row.shop, row.id)))
}
