//! Makes the bot of the pack at hand.

use std::sync::Arc;

use alap_bot::Preparing;
use alap_protocol::pack::ShopPack;
use leptos::{prelude::*, task::spawn_local};

use super::{
    bot,
    state::{BotOfPack, TalkState},
};
use crate::slices::in_slices;

/// Makes a bot for each version of the pack that comes.
pub(super) fn follow(talk: TalkState) {
    Effect::new(move |_| {
        if let Some(pack) = talk.panel.pack.get()
            && talk.bot().is_none()
        {
            spawn_local(prepare(talk, pack));
        }
    });
}

async fn prepare(talk: TalkState, pack: Arc<ShopPack>) {
    let mut preparing = Preparing::new(pack.shop.bot.sureness);
    let made = in_slices(|| {
        if !talk.is_at_hand(&pack.version) {
            return Some(None);
        }
        preparing.step(&pack.faq).map(Some)
    });
    if let Some(bot) = made.await {
        talk.take_bot(BotOfPack { version: pack.version.clone(), bot });
        bot::answer_waiting(talk);
    }
}
