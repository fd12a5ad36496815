//! Makes the bot of the pack at hand, in slices between which the page draws and answers taps.

use std::sync::Arc;

use alap_bot::Preparing;
use alap_protocol::pack::ShopPack;
use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};

use super::{
    bot,
    state::{BotOfPack, TalkState},
};

/// So long at a time: half a frame.
const SLICE_MILLISECONDS: f64 = 8.0;

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
    while talk.is_at_hand(&pack.version) {
        let until = js_sys::Date::now() + SLICE_MILLISECONDS;
        while js_sys::Date::now() < until {
            if let Some(bot) = preparing.step(&pack.faq) {
                talk.take_bot(BotOfPack { version: pack.version.clone(), bot });
                bot::answer_waiting(talk);
                return;
            }
        }
        TimeoutFuture::new(0).await;
    }
}
