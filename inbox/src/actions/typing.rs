//! Tells the shopper that somebody types: seldom enough, and not for longer than it is true.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use alap_protocol::{id::ConversationId, socket::AgentFrame};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

use crate::state::Inbox;

/// Said again at most this often.
const AGAIN_MS: f64 = 3_000.0;
/// Stopped, when nothing was typed for so long.
const IDLE_MS: u32 = 5_000;

/// The typing notice of one conversation's field.
#[derive(Clone)]
pub(crate) struct TypingNotice(Rc<Inner>);

struct Inner {
    inbox: Inbox,
    conversation: ConversationId,
    /// When it was last said, by the device's clock; nothing while it is off.
    said: Cell<Option<f64>>,
    idle: RefCell<Option<Timeout>>,
}

impl TypingNotice {
    pub(crate) fn new(inbox: Inbox, conversation: ConversationId) -> Self {
        let (said, idle) = (Cell::new(None), RefCell::new(None));
        Self(Rc::new(Inner { inbox, conversation, said, idle }))
    }

    /// A key was hit.
    pub(crate) fn typed(&self) {
        let now = js_sys::Date::now();
        if self.0.said.get().is_none_or(|said| now - said >= AGAIN_MS) {
            self.0.said.set(Some(now));
            self.0.say(true);
        }
        let weak = Rc::downgrade(&self.0);
        let idle = Timeout::new(IDLE_MS, move || {
            if let Some(inner) = weak.upgrade() {
                inner.stop();
            }
        });
        self.0.idle.replace(Some(idle));
    }

    /// The message went, or the field was left.
    pub(crate) fn stop(&self) {
        self.0.idle.take();
        self.0.stop();
    }
}

impl Inner {
    fn stop(&self) {
        if self.said.take().is_some() {
            self.say(false);
        }
    }

    fn say(&self, on: bool) {
        let frame = AgentFrame::Typing { conversation: self.conversation, on };
        self.inbox.socket.with_value(|socket| {
            if let Some(socket) = socket {
                socket.send(&frame);
            }
        });
    }
}
