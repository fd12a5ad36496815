//! Several statements as one step, for what does not belong to one conversation: those go through [`crate::writer`].

use sqlx::AnyConnection;

use crate::{Change, Store, StoreError, change::CHANNEL, error::is_transient};

/// How often a transaction is tried that another one got in the way of.
const TRIES: u32 = 6;

/// Something that is done in one transaction. Kept as it is until it is done, so that it can be tried again.
pub(crate) trait Step {
    /// What comes of it.
    type Done;

    /// Does it. After an error nothing of it is kept.
    fn run(
        &self,
        connection: &mut AnyConnection,
    ) -> impl Future<Output = Result<Self::Done, StoreError>> + Send;
}

impl Store {
    /// Does a step: all of it, or nothing. Tried again when another transaction got in the way. What changed by it is told to
    /// every node.
    pub(crate) async fn take<S: Step>(
        &self,
        step: &S,
        change: Option<Change>,
    ) -> Result<S::Done, StoreError> {
        // SQLite: the lock is taken at once, or a reader's old view could not be turned into a writer's.
        let begin = if self.is_postgres() { "BEGIN" } else { "BEGIN IMMEDIATE" };
        let mut tries = 0;
        loop {
            tries += 1;
            let mut transaction = self.pool.begin_with(begin).await?;
            let done = match step.run(&mut transaction).await {
                Ok(done) => {
                    self.notify(&mut transaction, change.as_ref()).await?;
                    transaction.commit().await.map(|()| done).map_err(StoreError::from)
                }
                Err(error) => {
                    transaction.rollback().await?;
                    Err(error)
                }
            };
            match done {
                Ok(done) => {
                    change.into_iter().for_each(|change| self.hints.tell(change));
                    return Ok(done);
                }
                Err(StoreError::Unavailable(error)) if is_transient(&error) && tries < TRIES => {
                    tokio::time::sleep(std::time::Duration::from_millis(5 << tries)).await;
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// Tells the other nodes when the transaction commits.
    async fn notify(
        &self,
        connection: &mut AnyConnection,
        change: Option<&Change>,
    ) -> Result<(), StoreError> {
        let note = change.filter(|_| self.is_postgres()).and_then(|change| self.hints.note(change));
        if let Some(note) = note {
            let notify = sqlx::query("SELECT 1 FROM pg_notify($1, $2)").bind(CHANNEL).bind(note);
            notify.execute(connection).await?;
        }
        Ok(())
    }
}
