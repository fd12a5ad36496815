//! A request at hand: each of its steps is a message, a change of its row, and something to tell webhooks.

use alap_deal::Party;
use alap_protocol::{
    deal::Step,
    id::{ClientId, Sequence},
    limits::CONVERSATION_MESSAGES,
    message::{Author, Body, NewMessage},
    request::Standing,
};
use sqlx::AnyConnection;

use super::{book, coupons, outbox, payments, row::Request};
use crate::{StoreError, conversation::Conversation, hash::message_hash, messages};

/// A request in its conversation; both are locked while the transaction lasts.
pub(super) struct AtHand<'a> {
    pub(super) connection: &'a mut AnyConnection,
    pub(super) talk: &'a mut Conversation,
    pub(super) request: Request,
    pub(super) now: i64,
}

impl AtHand<'_> {
    /// Are there places for so many more messages?
    pub(super) fn has_room(&self, messages: u64) -> bool {
        has_room(self.talk, messages)
    }

    /// Takes a step, if it may follow.
    pub(super) async fn take(
        &mut self,
        (by, author): (Party, &Author),
        step: Step,
        client_id: ClientId,
    ) -> Result<(), StoreError> {
        if !self.has_room(1) {
            return Err(StoreError::Full);
        }
        self.request.deal.follow(by, &step, self.now)?;
        self.request.settle(self.now);
        match &step {
            Step::Paid { payment } => {
                payments::note(self.connection, &self.request, payment, self.now).await?
            }
            Step::PaymentChecked { payment, received, .. } => {
                payments::check(self.connection, &self.request, *payment, *received).await?;
            }
            Step::Cancelled { .. } => {
                book::free(self.connection, self.request.id).await?;
                coupons::give_back(self.connection, &self.request).await?;
            }
            _ => {}
        }
        self.write(author, step, client_id).await
    }

    /// Writes a step that was taken into the conversation.
    pub(super) async fn write(
        &mut self,
        author: &Author,
        step: Step,
        client_id: ClientId,
    ) -> Result<(), StoreError> {
        let body = Body::Step { request: self.request.id, step: Box::new(step) };
        let seq = self.talk.take_message(author, &body, self.now);
        let hash = message_hash(author, &body)?;
        let message = NewMessage { client_id, body };
        messages::insert(self.connection, (self.talk.id, seq), author, &message, hash, self.now).await?;
        let Body::Step { step, .. } = message.body else { return Ok(()) };
        outbox::put(self.connection, &self.request, (seq, author, *step), self.now).await
    }

    /// Writes the row back; how it stands now.
    pub(super) async fn save(self) -> Result<Standing, StoreError> {
        self.request.save(self.connection).await?;
        Ok(self.standing(self.talk.head))
    }

    fn standing(&self, seq: Sequence) -> Standing {
        Standing { request: self.request.id, state: self.request.state(), seq }
    }
}

/// Are there places for so many more messages?
pub(super) fn has_room(talk: &Conversation, messages: u64) -> bool {
    talk.head.0.saturating_add(messages) <= CONVERSATION_MESSAGES
}
