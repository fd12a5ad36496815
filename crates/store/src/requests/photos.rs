//! Photos of a conversation.

use std::collections::HashSet;

use alap_protocol::{
    id::{ConversationId, PhotoId, ShopId},
    limits::CONVERSATION_PHOTOS,
};
use sqlx::{AnyConnection, Row as _};

use super::Photo;
use crate::{ShopperKey, Store, StoreError, hash::bytes_hash, read::Standing, transaction::Step};

/// Refuses a photo that this conversation does not have; those it has are kept for good.
pub(super) async fn must_have(
    connection: &mut AnyConnection,
    conversation: ConversationId,
    named: &[PhotoId],
) -> Result<(), StoreError> {
    if named.is_empty() {
        return Ok(());
    }
    let rows = sqlx::query("SELECT id FROM photos WHERE conversation = $1")
        .bind(conversation.to_string())
        .fetch_all(&mut *connection)
        .await?;
    let held: HashSet<String> = rows.iter().map(|row| row.try_get("id")).collect::<Result<_, _>>()?;
    if !named.iter().all(|photo| held.contains(&photo.to_string())) {
        return Err(StoreError::NoPhoto);
    }
    for photo in named {
        sqlx::query("UPDATE photos SET named = 1 WHERE conversation = $1 AND id = $2")
            .bind(conversation.to_string())
            .bind(photo.to_string())
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

impl Store {
    /// Keeps a picture of the conversation. The same again is fine, another one under its id a conflict; more than
    /// [`CONVERSATION_PHOTOS`] are [`StoreError::Full`].
    pub async fn add_photo(
        &self,
        key: &ShopperKey,
        id: PhotoId,
        photo: Photo,
        now: i64,
    ) -> Result<(), StoreError> {
        let hash = bytes_hash(&photo.bytes);
        self.take(&Add { key, id, photo: &photo, hash, now }, None).await
    }

    /// Lets go of the pictures that came before this moment and that no request and no payment names; how many.
    pub async fn prune_photos(&self, before: i64) -> Result<u64, StoreError> {
        let gone = sqlx::query("DELETE FROM photos WHERE named = 0 AND created_at < $1")
            .bind(before)
            .execute(&self.pool)
            .await?;
        Ok(gone.rows_affected())
    }

    /// A picture, for the shopper.
    pub async fn photo(&self, key: &ShopperKey, id: PhotoId) -> Result<Photo, StoreError> {
        self.prove(key).await?;
        self.read_photo(key.conversation, id).await
    }

    /// A picture, for the shop.
    pub async fn photo_for_shop(
        &self,
        shop: &ShopId,
        conversation: ConversationId,
        id: PhotoId,
    ) -> Result<Photo, StoreError> {
        let standing = Standing::read(&self.pool, conversation).await?;
        if standing.row.shop == *shop {
            self.read_photo(conversation, id).await
        } else {
            Err(StoreError::NotFound)
        }
    }

    async fn read_photo(&self, conversation: ConversationId, id: PhotoId) -> Result<Photo, StoreError> {
        let row = sqlx::query("SELECT mime, bytes FROM photos WHERE conversation = $1 AND id = $2")
            .bind(conversation.to_string())
            .bind(id.to_string())
            .fetch_optional(&self.pool)
            .await?
            .ok_or(StoreError::NotFound)?;
        Ok(Photo { mime: row.try_get("mime")?, bytes: row.try_get("bytes")? })
    }
}

struct Add<'a> {
    key: &'a ShopperKey,
    id: PhotoId,
    photo: &'a Photo,
    hash: String,
    now: i64,
}

impl Step for Add<'_> {
    type Done = ();

    async fn run(&self, connection: &mut AnyConnection) -> Result<(), StoreError> {
        let conversation = self.key.conversation.to_string();
        // Locks the conversation: two nodes count its photos one after the other.
        let talk = sqlx::query("UPDATE conversations SET head = head WHERE id = $1 RETURNING secret_hash")
            .bind(conversation.clone())
            .fetch_optional(&mut *connection)
            .await?
            .ok_or(StoreError::NotFound)?;
        if !self.key.secret.is(&talk.try_get::<String, _>("secret_hash")?) {
            return Err(StoreError::NotFound);
        }
        let same = sqlx::query("SELECT mime, bytes_hash FROM photos WHERE conversation = $1 AND id = $2")
            .bind(conversation.clone())
            .bind(self.id.to_string())
            .fetch_optional(&mut *connection)
            .await?;
        if let Some(same) = same {
            let (mime, hash): (String, String) = (same.try_get("mime")?, same.try_get("bytes_hash")?);
            let is_same = mime == self.photo.mime && hash == self.hash;
            return if is_same { Ok(()) } else { Err(StoreError::Conflict) };
        }
        let held = sqlx::query("SELECT COUNT(*) AS held FROM photos WHERE conversation = $1")
            .bind(conversation.clone())
            .fetch_one(&mut *connection)
            .await?;
        if held.try_get::<i64, _>("held")? >= i64::from(CONVERSATION_PHOTOS) {
            return Err(StoreError::Full);
        }
        sqlx::query(
            "INSERT INTO photos (conversation, id, mime, bytes, bytes_hash, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .bind(conversation)
        .bind(self.id.to_string())
        .bind(self.photo.mime.clone())
        .bind(self.photo.bytes.clone())
        .bind(self.hash.clone())
        .bind(self.now)
        .execute(connection)
        .await?;
        Ok(())
    }
}
