//! What a shopper's device may do. Every step takes the conversation's secret; a wrong one finds nothing.

use alap_protocol::{
    conversation::{ConversationView, PageContext},
    id::{Sequence, ShopId},
    locale::Locale,
    message::{Ack, Author, Body, NewMessage},
    shopper::MessagePage,
};

use crate::{
    Film, ShopperKey, Store, StoreError,
    conversation::Side,
    read::Standing,
    write::{Outcome, What, Who, Write},
};

impl Store {
    /// Opens a conversation. The same id with the same secret finds it open already.
    pub async fn open_conversation(
        &self,
        shop: &ShopId,
        key: &ShopperKey,
        locale: Locale,
        page: Option<PageContext>,
        now: i64,
    ) -> Result<ConversationView, StoreError> {
        self.as_shopper(key, What::Open { shop: shop.clone(), locale, page }, now).await?;
        self.view(key).await
    }

    /// Writes the shopper's words or the bot's answer; who spoke is told by the kind of the body.
    pub async fn append_from_shopper(
        &self,
        key: &ShopperKey,
        message: NewMessage,
        now: i64,
    ) -> Result<Ack, StoreError> {
        self.append_moment(key, message, None, now).await
    }

    /// The same of a message that is about a moment of a video. If the shop has that video, the moment is counted, and what was
    /// watched before it; sent again, it is counted once.
    pub async fn append_moment(
        &self,
        key: &ShopperKey,
        message: NewMessage,
        film: Option<Film>,
        now: i64,
    ) -> Result<Ack, StoreError> {
        let author = match message.body {
            Body::Answer { .. } => Author::Bot {},
            Body::Text { .. }
            | Body::Feedback { .. }
            | Body::Viewed { .. }
            | Body::Moment { .. }
            | Body::Event { .. }
            | Body::Step { .. } => Author::Shopper {},
        };
        match self.as_shopper(key, What::Append { author, message, film }, now).await? {
            Outcome::Ack(ack) => Ok(ack),
            Outcome::Done | Outcome::Standing(_) => Err(StoreError::Corrupt("acknowledgement")),
        }
    }

    /// How the conversation stands.
    pub async fn view(&self, key: &ShopperKey) -> Result<ConversationView, StoreError> {
        Ok(self.standing(key).await?.view())
    }

    /// Whose conversation it is, if the secret is right.
    pub async fn prove(&self, key: &ShopperKey) -> Result<ShopId, StoreError> {
        Ok(self.standing(key).await?.row.shop)
    }

    /// The messages after a cursor. A cursor past the head starts from the first and says so.
    pub async fn messages(&self, key: &ShopperKey, after: Sequence) -> Result<MessagePage, StoreError> {
        self.standing(key).await?.page(&self.pool, after).await
    }

    /// "The shopper has read so far."
    pub async fn shopper_seen(&self, key: &ShopperKey, up_to: Sequence, now: i64) -> Result<(), StoreError> {
        self.as_shopper(key, What::Seen { side: Side::Shopper, up_to }, now).await?;
        Ok(())
    }

    pub(crate) async fn standing(&self, key: &ShopperKey) -> Result<Standing, StoreError> {
        let standing = Standing::read(&self.pool, key.conversation).await?;
        if key.secret.is(&standing.row.secret_hash) { Ok(standing) } else { Err(StoreError::NotFound) }
    }

    pub(crate) async fn as_shopper(
        &self,
        key: &ShopperKey,
        what: What,
        now: i64,
    ) -> Result<Outcome, StoreError> {
        let who = Who::Shopper(key.secret.clone());
        self.writer.write(Write { conversation: key.conversation, who, what, now }).await
    }
}
