//! Who is logged in. Only the hash of a session's token is kept.

use alap_protocol::id::AgentId;

use crate::{Agent, Store, StoreError, TokenHash, agents::agent};

impl Store {
    /// Begins a session.
    pub async fn add_session(
        &self,
        token: &TokenHash,
        agent: AgentId,
        now: i64,
        expires_at: i64,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO sessions (token_hash, agent, created_at, expires_at) VALUES ($1, $2, $3, $4)",
        )
        .bind(token.as_str())
        .bind(agent.to_string())
        .bind(now)
        .bind(expires_at)
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Whose session this is, if it has not ended.
    pub async fn session(&self, token: &TokenHash, now: i64) -> Result<Option<Agent>, StoreError> {
        let row = sqlx::query(
            "SELECT a.id, a.shop, a.login, a.name FROM sessions s JOIN agents a ON a.id = s.agent \
             WHERE s.token_hash = $1 AND s.expires_at > $2 AND a.disabled = 0",
        )
        .bind(token.as_str())
        .bind(now)
        .fetch_optional(&self.pool)
        .await?;
        row.as_ref().map(agent).transpose()
    }

    /// Ends a session.
    pub async fn end_session(&self, token: &TokenHash) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM sessions WHERE token_hash = $1")
            .bind(token.as_str())
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Drops the sessions that have ended.
    pub async fn purge_sessions(&self, now: i64) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM sessions WHERE expires_at <= $1").bind(now).execute(&self.pool).await?;
        Ok(())
    }
}
