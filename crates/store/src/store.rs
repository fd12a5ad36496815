//! The store itself: opening, closing, and what everything else hangs on.

use std::time::Duration;

use alap_protocol::id::ConversationId;
use sqlx::{
    AnyPool, ConnectOptions, Executor,
    any::{AnyConnectOptions, AnyPoolOptions},
    postgres::{PgListener, PgPoolOptions},
    sqlite::SqliteConnectOptions,
};
use tokio::sync::broadcast;

use crate::{
    Change, StoreAddress, StoreError, TokenHash,
    change::{CHANNEL, Hints},
    migrate::migrate,
    writer::{Writer, start_writer},
};

/// Proof that a device may see a conversation: its id, and the hash of the secret that only the device knows.
#[derive(Clone, Debug)]
pub struct ShopperKey {
    /// Which conversation.
    pub conversation: ConversationId,
    /// The hash of its secret.
    pub secret: TokenHash,
}

/// Everything the server keeps. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Store {
    pub(crate) pool: AnyPool,
    pub(crate) writer: Writer,
    pub(crate) hints: Hints,
    postgres: Option<sqlx::PgPool>,
}

impl Store {
    /// Opens the database, makes it when it is a file that is not there, and brings its schema up to date.
    pub async fn connect(address: &StoreAddress) -> Result<Self, StoreError> {
        sqlx::any::install_default_drivers();
        let pool = match address {
            StoreAddress::File(path) => {
                let options = SqliteConnectOptions::new().filename(path).create_if_missing(true);
                let options = AnyConnectOptions::from_url(&options.to_url_lossy())?;
                sqlite_pool().connect_with(quiet(options)).await?
            }
            StoreAddress::Postgres(url) => {
                let options: AnyConnectOptions = url.parse()?;
                AnyPoolOptions::new()
                    .max_connections(10)
                    .acquire_timeout(Duration::from_secs(10))
                    .connect_with(quiet(options))
                    .await?
            }
        };
        migrate(&pool).await?;
        let hints = Hints::new();
        let postgres = match address {
            StoreAddress::File(_) => None,
            StoreAddress::Postgres(url) => Some(hear_other_nodes(url, hints.clone()).await?),
        };
        let writer = start_writer(pool.clone(), hints.clone(), postgres.is_some());
        Ok(Self { pool, writer, hints, postgres })
    }

    /// Does the database answer?
    pub async fn ping(&self) -> Result<(), StoreError> {
        sqlx::query("SELECT 1").execute(&self.pool).await?;
        Ok(())
    }

    /// Hints that something changed, from now on.
    pub fn changes(&self) -> broadcast::Receiver<Change> {
        self.hints.subscribe()
    }

    /// Passes a hint on that is not stored, such as who types: to this node at once, to others as well as it goes.
    pub async fn announce(&self, change: Change) {
        let note = self.hints.note(&change);
        self.hints.tell(change);
        if let (Some(postgres), Some(note)) = (&self.postgres, note) {
            let sent =
                sqlx::query("SELECT pg_notify($1, $2)").bind(CHANNEL).bind(note).execute(postgres).await;
            if let Err(error) = sent {
                tracing::debug!(%error, "a hint did not reach the other nodes");
            }
        }
    }

    pub(crate) fn is_postgres(&self) -> bool {
        self.postgres.is_some()
    }

    /// Finishes what was begun and lets go of the database.
    pub async fn close(&self) {
        self.writer.close().await;
        if let Some(postgres) = &self.postgres {
            postgres.close().await;
        }
        self.pool.close().await;
    }
}

/// `synchronous=FULL`: what was acknowledged outlives a power cut.
fn sqlite_pool() -> AnyPoolOptions {
    AnyPoolOptions::new()
        .max_connections(5)
        .test_before_acquire(false)
        .idle_timeout(None)
        .max_lifetime(None)
        .after_connect(|connection, _| {
            Box::pin(async move {
                for pragma in [
                    "PRAGMA busy_timeout = 10000",
                    "PRAGMA journal_mode = WAL",
                    "PRAGMA synchronous = FULL",
                    "PRAGMA foreign_keys = ON",
                ] {
                    connection.execute(pragma).await?;
                }
                Ok(())
            })
        })
}

/// A statement's parameters are people's words: they belong in no log.
fn quiet(options: AnyConnectOptions) -> AnyConnectOptions {
    options.disable_statement_logging()
}

async fn hear_other_nodes(url: &str, hints: Hints) -> Result<sqlx::PgPool, StoreError> {
    let pool = PgPoolOptions::new().max_connections(2).connect(url).await?;
    let mut listener = PgListener::connect_with(&pool).await?;
    listener.ignore_pool_close_event(false);
    listener.listen(CHANNEL).await?;
    tokio::spawn(hints.listen(listener));
    Ok(pool)
}
