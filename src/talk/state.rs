//! What the talk needs and the rest of the panel does not.

use std::{cell::RefCell, collections::HashSet, rc::Rc, sync::Arc};

use alap_bot::Bot;
use alap_protocol::{
    conversation::{ConversationState, ConversationView},
    id::{ClientId, ConversationId, Sequence},
    message::NewMessage,
};
use alap_thread::Thread;
use futures::channel::mpsc::UnboundedSender;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{courier::Command, storage::Storage, tabs::Tabs};
use crate::panel::Panel;

/// What stands below the last message.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum After {
    #[default]
    Nothing,
    /// Entries of the pack to choose from.
    Choose(Vec<usize>),
    /// A person is offered.
    Person,
    /// What a person would get is told, and waits for a yes.
    Confirm,
}

/// The conversation that this device opened, and what proves it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Credentials {
    pub(super) conversation: ConversationId,
    pub(super) secret: String,
}

/// The talk, as signals. Copied into whatever needs it.
#[derive(Clone, Copy)]
pub(super) struct TalkState {
    pub(super) panel: Panel,
    pub(super) bot: Memo<Option<Arc<SameBot>>>,
    pub(super) thread: RwSignal<Thread>,
    pub(super) after: RwSignal<After>,
    pub(super) credentials: RwSignal<Option<Credentials>>,
    pub(super) conversation: RwSignal<Option<ConversationView>>,
    /// Who of the shop is typing.
    pub(super) typing: RwSignal<Option<String>>,
    /// How far the shopper has read.
    pub(super) seen: RwSignal<Sequence>,
    pub(super) tabs: StoredValue<Tabs, LocalStorage>,
    storage: StoredValue<Storage, LocalStorage>,
    commands: StoredValue<UnboundedSender<Command>>,
    /// Written a moment ago and not yet on this device's disk: not to be sent before it is.
    pub(super) unsaved: StoredValue<Rc<RefCell<HashSet<ClientId>>>, LocalStorage>,
}

/// The bot of one version of the pack.
pub(super) struct SameBot {
    version: String,
    pub(super) bot: Bot,
}

impl PartialEq for SameBot {
    fn eq(&self, other: &Self) -> bool {
        self.version == other.version
    }
}

impl TalkState {
    pub(super) fn new(panel: Panel, storage: Storage, commands: UnboundedSender<Command>) -> Self {
        let bot = Memo::new(move |_| {
            let pack = panel.pack.get()?;
            Some(Arc::new(SameBot { version: pack.version.clone(), bot: Bot::new(&pack) }))
        });
        Self {
            panel,
            bot,
            thread: RwSignal::new(Thread::default()),
            after: RwSignal::new(After::Nothing),
            credentials: RwSignal::new(None),
            conversation: RwSignal::new(None),
            typing: RwSignal::new(None),
            seen: RwSignal::new(Sequence(0)),
            tabs: StoredValue::new_local(Tabs::open(&panel.shop.get_value())),
            storage: StoredValue::new_local(storage),
            commands: StoredValue::new(commands),
            unsaved: StoredValue::new_local(Rc::default()),
        }
    }

    pub(super) fn storage(self) -> Storage {
        self.storage.get_value()
    }

    /// Tells the courier.
    pub(super) fn command(self, command: Command) {
        // The courier lives as long as the page.
        let _ = self.commands.with_value(|commands| commands.unbounded_send(command));
    }

    /// Is a person expected to act, or acting? The bot leaves them the floor.
    pub(super) fn is_open_with_person(self) -> bool {
        self.credentials.with_untracked(Option::is_some)
            && self
                .conversation
                .with_untracked(|view| view.as_ref().is_none_or(|v| v.state != ConversationState::Closed))
    }

    /// The next message that may leave: written down on this device, in its order.
    pub(super) fn next_to_send(self) -> Option<NewMessage> {
        let unsaved = self.unsaved.get_value();
        self.thread.with_untracked(|thread| {
            thread.next_to_send().filter(|message| !unsaved.borrow().contains(&message.client_id)).cloned()
        })
    }
}

/// A new random id; `None` where the browser has no randomness to give.
pub(super) fn new_id() -> Option<uuid::Uuid> {
    let mut bytes = [0; 16];
    random(&mut bytes)?;
    Some(uuid::Builder::from_random_bytes(bytes).into_uuid())
}

/// Fills bytes with randomness fit for secrets.
pub(super) fn random(bytes: &mut [u8]) -> Option<()> {
    window().crypto().ok()?.get_random_values_with_u8_array(bytes).ok().map(|_| ())
}
