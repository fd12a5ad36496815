//! What the page shows, in one place. `actions` change it; the views only read it and call actions.

use std::collections::{HashMap, HashSet};

use alap_protocol::{
    agent::{AgentView, ShopReport},
    conversation::ConversationSummary,
    id::{AgentId, ConversationId, Sequence},
    pack::ShopPack,
};
use alap_thread::{Shown, Thread};
use alap_ui::device_time;
use leptos::prelude::*;

use crate::{
    client::socket::Socket,
    conversations::{Conversations, Filter},
    learning::Learning,
    requests::Requests,
    videos::Videos,
};

/// Who looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Session {
    /// Not known yet.
    Unknown,
    /// Nobody: the login form is shown.
    Out,
    /// A person of the shop.
    In(AgentView),
}

/// The way to the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// Not tried yet.
    Connecting,
    /// Pushes arrive.
    Up,
    /// It is tried again and again.
    Away,
    /// The server is of another version: the page must be fetched anew.
    Outdated,
}

/// An open conversation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Talk {
    /// What was said.
    pub(crate) thread: Thread,
    /// The whole history has been here once: from now on a push can be merged.
    pub(crate) fetched: bool,
}

/// What a step needs of the shop to be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ShopView {
    /// The shop's currency.
    pub(crate) currency: String,
    /// How many minutes its clocks are ahead of UTC.
    pub(crate) zone_minutes: i32,
}

/// All that the page knows. Its signals belong to the root and live as long as the page.
#[derive(Clone, Copy)]
pub(crate) struct Inbox {
    pub(crate) session: RwSignal<Session>,
    pub(crate) agents: RwSignal<Vec<AgentView>>,
    pub(crate) conversations: RwSignal<Conversations>,
    /// The list has been here once.
    pub(crate) listed: RwSignal<bool>,
    pub(crate) filter: RwSignal<Filter>,
    /// The conversation on the screen.
    pub(crate) open: RwSignal<Option<ConversationId>>,
    /// The customer's column is shown in the talk's place, where there is no room for both.
    pub(crate) customer_shown: RwSignal<bool>,
    pub(crate) talks: RwSignal<HashMap<ConversationId, Talk>>,
    /// Shoppers who type, each with the moment until which that is believed.
    pub(crate) typing: RwSignal<HashMap<ConversationId, i64>>,
    pub(crate) link: RwSignal<Link>,
    pub(crate) pack: RwSignal<Option<ShopPack>>,
    /// How the shop folder stands.
    pub(crate) report: RwSignal<Option<ShopReport>>,
    /// Questions that found no answer.
    pub(crate) learning: Learning,
    /// Requests, payments, calls and coupons.
    pub(crate) requests: Requests,
    /// How the videos are watched.
    pub(crate) videos: Videos,
    /// A sentence of the catalogue that tells why the last action did nothing.
    pub(crate) trouble: RwSignal<Option<&'static str>>,
    /// The device's time, moved on each second.
    pub(crate) tick: RwSignal<i64>,
    /// The server's time minus the device's.
    pub(crate) clock_offset: RwSignal<i64>,
    /// What is being written, for browsers that keep nothing.
    pub(crate) drafts: StoredValue<HashMap<(AgentId, ConversationId), String>>,
    /// Conversations whose history is being fetched, and whether it has to be fetched once more.
    pub(crate) fetching: StoredValue<HashMap<ConversationId, bool>>,
    pub(crate) sending: StoredValue<HashSet<ConversationId>>,
    pub(crate) socket: StoredValue<Option<Socket>, LocalStorage>,
}

impl Inbox {
    pub(crate) fn new() -> Self {
        Self {
            session: RwSignal::new(Session::Unknown),
            agents: RwSignal::default(),
            conversations: RwSignal::default(),
            listed: RwSignal::new(false),
            filter: RwSignal::default(),
            open: RwSignal::new(None),
            customer_shown: RwSignal::new(false),
            talks: RwSignal::default(),
            typing: RwSignal::default(),
            link: RwSignal::new(Link::Connecting),
            pack: RwSignal::new(None),
            report: RwSignal::new(None),
            learning: Learning::new(),
            requests: Requests::new(),
            videos: Videos::new(),
            trouble: RwSignal::new(None),
            tick: RwSignal::new(device_time::now()),
            clock_offset: RwSignal::new(0),
            drafts: StoredValue::default(),
            fetching: StoredValue::default(),
            sending: StoredValue::default(),
            socket: StoredValue::new_local(None),
        }
    }

    /// The agent who looks.
    pub(crate) fn me(self) -> Option<AgentView> {
        match self.session.get() {
            Session::In(me) => Some(me),
            Session::Unknown | Session::Out => None,
        }
    }

    /// The same, without following changes.
    pub(crate) fn me_now(self) -> Option<AgentView> {
        untrack(|| self.me())
    }

    pub(crate) fn my_id(self) -> Option<AgentId> {
        self.me().map(|me| me.id)
    }

    /// The server's time.
    pub(crate) fn server_now(self) -> i64 {
        self.tick.get() + self.clock_offset.get()
    }

    /// The shop's currency.
    pub(crate) fn currency(self) -> String {
        let of = |pack: &ShopPack| pack.shop.currency.clone();
        self.pack.with(|pack| pack.as_ref().map_or_else(|| "BDT".to_owned(), of))
    }

    pub(crate) fn shop_view(self) -> ShopView {
        // The zone's hours change too seldom to be looked at each second.
        ShopView { currency: self.currency(), zone_minutes: untrack(|| self.zone_minutes()) }
    }

    pub(crate) fn summary(self, id: ConversationId) -> Option<ConversationSummary> {
        self.conversations.with(|all| all.get(id).cloned())
    }

    /// The lines of a talk, confirmed and not.
    pub(crate) fn shown(self, id: ConversationId) -> Vec<Shown> {
        self.talks.with(|talks| talks.get(&id).map(|talk| talk.thread.shown()).unwrap_or_default())
    }

    /// The newest message of a talk that is here.
    pub(crate) fn head_here(self, id: ConversationId) -> Sequence {
        self.talks.with_untracked(|talks| talks.get(&id).map(|talk| talk.thread.head()).unwrap_or_default())
    }

    /// Changes a talk, made if it is not here yet.
    pub(crate) fn with_talk<R>(self, id: ConversationId, change: impl FnOnce(&mut Talk) -> R) -> R {
        let mut talks = self.talks.write();
        change(talks.entry(id).or_default())
    }

    pub(crate) fn is_typing(self, id: ConversationId) -> bool {
        let now = self.tick.get();
        self.typing.with(|typing| typing.get(&id).is_some_and(|until| *until > now))
    }
}

/// The state, from the context that the page provides.
pub(crate) fn use_inbox() -> Inbox {
    use_context::<Inbox>().unwrap_or_else(Inbox::new)
}
