//! The schema, brought up to date at start. Forward only: a step that has run anywhere is never changed.

use std::{borrow::Cow, sync::Arc};

use sqlx::{
    AnyPool, SqlSafeStr,
    migrate::{MigrateError, Migration, MigrationType, Migrator},
};

use crate::StoreError;

const STEPS: [(i64, &str, &str); 4] = [
    (1, "first", include_str!("../migrations/0001_first.sql")),
    (2, "learning", include_str!("../migrations/0002_learning.sql")),
    (3, "requests", include_str!("../migrations/0003_requests.sql")),
    (4, "videos", include_str!("../migrations/0004_videos.sql")),
];

/// Runs the steps that are still to run; several nodes may do so at once.
pub(crate) async fn migrate(pool: &AnyPool) -> Result<(), StoreError> {
    let steps = STEPS.map(|(version, name, sql)| {
        Migration::new(version, Cow::Borrowed(name), MigrationType::Simple, sql.into_sql_str(), false)
    });
    Migrator::with_migrations(steps.into()).run(pool).await.map_err(|error| match error {
        MigrateError::Execute(error) => error.into(),
        error => StoreError::Schema(Arc::new(error)),
    })
}
