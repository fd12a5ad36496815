//! Several tabs of one shop: one leads and speaks with the server, all hear of changes.

use alap_protocol::id::ShopId;
use futures::{FutureExt, future::select};
use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{BroadcastChannel, MessageEvent};

use crate::storage::Storage;

/// What is kept on this device's disk for all tabs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kept {
    /// Messages, outbox, the conversation's proof.
    Talk,
    /// What was looked at and bought.
    History,
    /// Forms being filled in or sent, and what is to be done to a request.
    Requests,
}

impl Kept {
    fn name(self) -> &'static str {
        match self {
            Self::Talk => "changed",
            Self::History => "history",
            Self::Requests => "requests",
        }
    }
}

/// The other tabs of this shop.
#[derive(Clone)]
pub(crate) struct Tabs {
    channel: Option<BroadcastChannel>,
    lock: String,
}

impl Tabs {
    /// Joins the tabs of a shop. Where a browser has no channel, each tab stands alone.
    pub(crate) fn open(shop: &ShopId) -> Self {
        let name = format!("alap:{shop}");
        Self { channel: BroadcastChannel::new(&name).ok(), lock: name }
    }

    /// The same, for another thing to lead in.
    pub(crate) fn open_for(shop: &ShopId, lead_in: &str) -> Self {
        let tabs = Self::open(shop);
        Self { lock: format!("{}:{lead_in}", tabs.lock), ..tabs }
    }

    /// Something was written to this device's storage.
    pub(crate) fn tell_changed(&self, kept: Kept) {
        if let Some(channel) = &self.channel {
            // A channel that is closed has nobody to tell.
            let _ = channel.post_message(&JsValue::from_str(kept.name()));
        }
    }

    /// Calls back when another tab, or another part of this one, wrote something.
    pub(crate) fn on_changed(&self, kept: Kept, mut changed: impl FnMut() + 'static) {
        if let Some(channel) = &self.channel {
            let callback = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
                if event.data().as_string().is_some_and(|name| name == kept.name()) {
                    changed();
                }
            });
            channel.set_onmessage(Some(callback.as_ref().unchecked_ref()));
            // The page listens as long as it lives.
            callback.forget();
        }
    }

    /// Returns when this tab leads; it leads until it is closed, or has lost its disk: then nobody else knows of what it
    /// still has to say, and another one leads the others. Without Web Locks every tab leads: the server keeps a message
    /// that comes twice only once.
    pub(crate) async fn lead(&self, storage: &Storage) {
        if let Some(request) = self.request(storage) {
            // A refused lock is like none.
            let _ = select(JsFuture::from(request), storage.lost()).await;
        }
    }

    /// Web Locks by reflection: their binding is not in the stable part of `web-sys`.
    fn request(&self, storage: &Storage) -> Option<Promise> {
        let locks = Reflect::get(&window().navigator(), &"locks".into()).ok()?;
        let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
        let name = JsValue::from_str(&self.lock);
        Some(Promise::new(&mut move |resolve, reject| {
            let lost = storage.lost();
            let granted = Closure::once_into_js(move || {
                let _ = resolve.call0(&JsValue::NULL);
                // The lock is held until this settles, or the page goes.
                future_to_promise(lost.map(|()| Ok(JsValue::NULL)))
            });
            match request.call2(&locks, &name, &granted) {
                Ok(held) => {
                    // A lock that is taken away or refused must not leave the caller waiting.
                    let refused = Closure::<dyn FnMut(JsValue)>::new(move |error| {
                        let _ = reject.call1(&JsValue::NULL, &error);
                    });
                    let _ = Promise::resolve(&held).catch(&refused);
                    refused.forget();
                }
                Err(error) => {
                    let _ = reject.call1(&JsValue::NULL, &error);
                }
            }
        }))
    }
}
