//! What the talk needs and the rest of the panel does not.

use std::{cell::RefCell, collections::HashSet, rc::Rc, sync::Arc};

use alap_bot::{About, Bot};
use alap_protocol::{
    conversation::{ConversationState, ConversationView},
    id::{ClientId, EntryId, Sequence},
    message::NewMessage,
};
use alap_thread::{LastAnswer, Thread};
use futures::channel::mpsc::UnboundedSender;
use leptos::prelude::*;

use super::courier::Command;
use crate::{credentials::Credentials, later::AskedMoment, panel::Panel, storage::Storage, tabs::Tabs};

/// What stands below the last message.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum After {
    #[default]
    Nothing,
    /// Entries of the pack to choose from.
    Choose(Vec<usize>),
    /// Entries that may have been meant where an answer did not help.
    Instead(Vec<usize>),
    /// A person is offered.
    Person,
    /// What a person would get is told, and waits for a yes.
    Confirm,
}

/// The talk, as signals. Copied into whatever needs it.
#[derive(Clone, Copy)]
pub(super) struct TalkState {
    pub(super) panel: Panel,
    bot: RwSignal<Option<Arc<BotOfPack>>>,
    /// Questions that wait for the bot to be ready.
    pub(super) waiting: StoredValue<Vec<Asked>>,
    /// What the shopper's next words are about.
    pub(super) moment: RwSignal<Option<AskedMoment>>,
    pub(super) thread: RwSignal<Thread>,
    pub(super) after: RwSignal<After>,
    pub(super) credentials: RwSignal<Option<Credentials>>,
    pub(super) conversation: RwSignal<Option<ConversationView>>,
    /// Who of the shop is typing.
    pub(super) typing: RwSignal<Option<String>>,
    /// A form was sent, or something done to a request: there is a conversation, whoever speaks in it.
    pub(super) requested: StoredValue<bool>,
    /// How far the shopper has read.
    pub(super) seen: RwSignal<Sequence>,
    pub(super) tabs: StoredValue<Tabs, LocalStorage>,
    storage: StoredValue<Storage, LocalStorage>,
    commands: StoredValue<UnboundedSender<Command>>,
    /// Written a moment ago and not yet on this device's disk: not to be sent before it is.
    pub(super) unsaved: StoredValue<Rc<RefCell<HashSet<ClientId>>>, LocalStorage>,
}

/// A question that the bot is to answer.
pub(super) struct Asked {
    pub(super) question: String,
    /// The answer that it may lean on.
    pub(super) before: Option<LastAnswer>,
    /// What it is about.
    pub(super) about: Option<About>,
}

/// The bot of one version of the pack.
pub(super) struct BotOfPack {
    pub(super) version: String,
    pub(super) bot: Bot,
}

impl TalkState {
    pub(super) fn new(panel: Panel, storage: Storage, commands: UnboundedSender<Command>) -> Self {
        Self {
            panel,
            bot: RwSignal::new(None),
            waiting: StoredValue::new(Vec::new()),
            moment: RwSignal::new(None),
            thread: RwSignal::new(Thread::default()),
            after: RwSignal::new(After::Nothing),
            credentials: RwSignal::new(None),
            conversation: RwSignal::new(None),
            typing: RwSignal::new(None),
            requested: StoredValue::new(false),
            seen: RwSignal::new(Sequence(0)),
            tabs: StoredValue::new_local(Tabs::open(&panel.shop.get_value())),
            storage: StoredValue::new_local(storage),
            commands: StoredValue::new(commands),
            unsaved: StoredValue::new_local(Rc::default()),
        }
    }

    /// The bot of the pack at hand, once it is ready.
    pub(super) fn bot(self) -> Option<Arc<BotOfPack>> {
        self.bot.get_untracked().filter(|bot| self.is_at_hand(&bot.version))
    }

    /// What asks here is asked again when the bot is ready.
    pub(super) fn follow_bot(self) {
        self.bot.track();
    }

    /// The bot is ready.
    pub(super) fn take_bot(self, bot: BotOfPack) {
        self.bot.set(Some(Arc::new(bot)));
    }

    /// Is this the version of the pack that the panel shows?
    pub(super) fn is_at_hand(self, version: &str) -> bool {
        self.panel.pack.with_untracked(|pack| pack.as_ref().is_some_and(|pack| pack.version == version))
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

    /// The same, the other way round, and followed as it changes.
    pub(super) fn bot_has_the_floor(self) -> bool {
        self.credentials.with(Option::is_none)
            || self
                .conversation
                .with(|view| view.as_ref().is_some_and(|v| v.state == ConversationState::Closed))
    }

    /// Where an entry stands in the pack.
    pub(super) fn entry_place(self, id: &EntryId) -> Option<usize> {
        self.panel.pack.with_untracked(|pack| pack.as_ref()?.faq.iter().position(|entry| entry.id == *id))
    }

    /// The next message that may leave: written down on this device, in its order.
    pub(super) fn next_to_send(self) -> Option<NewMessage> {
        let unsaved = self.unsaved.get_value();
        self.thread.with_untracked(|thread| {
            thread.next_to_send().filter(|message| !unsaved.borrow().contains(&message.client_id)).cloned()
        })
    }
}
