//! The people who answer.

use alap_protocol::id::{AgentId, ShopId};
use sqlx::{Row as _, any::AnyRow};

use crate::{Store, StoreError};

/// A person who answers for a shop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agent {
    /// Which.
    pub id: AgentId,
    /// For whom.
    pub shop: ShopId,
    /// The login name.
    pub login: String,
    /// The name that shoppers see.
    pub name: String,
}

/// A person to be added.
#[derive(Clone)]
pub struct NewAgent {
    /// Who.
    pub agent: Agent,
    /// The password's argon2 hash.
    pub password_hash: String,
}

impl Store {
    /// Adds an agent; the login name must be free in this shop.
    pub async fn add_agent(&self, new: NewAgent, now: i64) -> Result<(), StoreError> {
        let added = sqlx::query(
            "INSERT INTO agents (id, shop, login, name, password_hash, created_at) VALUES ($1, $2, $3, $4, $5, $6) \
             ON CONFLICT (shop, login) DO NOTHING",
        )
        .bind(new.agent.id.to_string())
        .bind(new.agent.shop.as_str())
        .bind(new.agent.login)
        .bind(new.agent.name)
        .bind(new.password_hash)
        .bind(now)
        .execute(&self.pool)
        .await?;
        if added.rows_affected() == 0 { Err(StoreError::LoginTaken) } else { Ok(()) }
    }

    /// Finds an agent by login name, with the password's hash.
    pub async fn agent_by_login(
        &self,
        shop: &ShopId,
        login: &str,
    ) -> Result<Option<(Agent, String)>, StoreError> {
        let row = sqlx::query(
            "SELECT id, shop, login, name, password_hash FROM agents WHERE shop = $1 AND login = $2 AND disabled = 0",
        )
        .bind(shop.as_str())
        .bind(login)
        .fetch_optional(&self.pool)
        .await?;
        row.map(|row| Ok((agent(&row)?, row.try_get("password_hash")?))).transpose()
    }

    /// Who can be assigned, by name.
    pub async fn agents(&self, shop: &ShopId) -> Result<Vec<Agent>, StoreError> {
        let rows = sqlx::query(
            "SELECT id, shop, login, name FROM agents WHERE shop = $1 AND disabled = 0 ORDER BY name, login",
        )
        .bind(shop.as_str())
        .fetch_all(&self.pool)
        .await?;
        rows.iter().map(agent).collect()
    }

    /// Sets a password and ends every session of its agent.
    pub async fn set_password(
        &self,
        shop: &ShopId,
        login: &str,
        password_hash: &str,
    ) -> Result<(), StoreError> {
        let row =
            sqlx::query("UPDATE agents SET password_hash = $1 WHERE shop = $2 AND login = $3 RETURNING id")
                .bind(password_hash)
                .bind(shop.as_str())
                .bind(login)
                .fetch_optional(&self.pool)
                .await?
                .ok_or(StoreError::NotFound)?;
        sqlx::query("DELETE FROM sessions WHERE agent = $1")
            .bind(row.try_get::<String, _>("id")?)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// The shops that this database has agents or conversations of.
    pub async fn shops(&self) -> Result<Vec<ShopId>, StoreError> {
        let rows = sqlx::query("SELECT shop FROM agents UNION SELECT shop FROM conversations ORDER BY shop")
            .fetch_all(&self.pool)
            .await?;
        let shop = |row: &AnyRow| {
            ShopId::parse(row.try_get::<String, _>("shop")?).map_err(|_| StoreError::Corrupt("shop"))
        };
        rows.iter().map(shop).collect()
    }
}

/// Reads a row that has the columns `id, shop, login, name`.
pub(crate) fn agent(row: &AnyRow) -> Result<Agent, StoreError> {
    let corrupt = || StoreError::Corrupt("agent");
    Ok(Agent {
        id: row.try_get::<String, _>("id")?.parse().map_err(|_| corrupt())?,
        shop: ShopId::parse(row.try_get::<String, _>("shop")?).map_err(|_| corrupt())?,
        login: row.try_get("login")?,
        name: row.try_get("name")?,
    })
}
