//! The history's part: a line of JSON for each thing that was done.

use indexed_db_futures::error::Error;

use super::{
    Storage,
    database::{Database, HISTORY, delete, put, texts},
};

impl Storage {
    /// Every line of the history; `None` where nothing is kept.
    pub(crate) async fn read_history(&self) -> Option<Vec<String>> {
        self.give_up(self.database()?.read_history().await)
    }

    /// Writes and takes out lines, all of it or nothing: keys with texts, and keys.
    pub(crate) async fn change_history(&self, put: &[(String, String)], gone: &[String]) {
        // What is to go has to go, even where nothing more is kept.
        let database = if put.is_empty() { self.database_again().await } else { self.database() };
        let Some(database) = database else { return };
        self.give_up(database.change_history(put, gone).await);
    }

    /// Forgets all of it, what this tab does not know of too.
    pub(crate) async fn erase_history(&self) {
        let Some(database) = self.database_again().await else { return };
        self.give_up(database.erase_history().await);
    }
}

impl Database {
    async fn read_history(&self) -> Result<Vec<String>, Error> {
        let transaction = self.reading(&[HISTORY])?;
        texts(&transaction.object_store(HISTORY)?).await
    }

    async fn change_history(&self, lines: &[(String, String)], gone: &[String]) -> Result<(), Error> {
        let transaction = self.writing(&[HISTORY])?;
        let store = transaction.object_store(HISTORY)?;
        for (key, text) in lines {
            put(&store, key, text).await?;
        }
        for key in gone {
            delete(&store, key).await?;
        }
        transaction.commit().await
    }

    async fn erase_history(&self) -> Result<(), Error> {
        let transaction = self.writing(&[HISTORY])?;
        transaction.object_store(HISTORY)?.clear()?.await?;
        transaction.commit().await
    }
}
