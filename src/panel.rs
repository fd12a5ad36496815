//! What the whole panel shares.

use std::{cell::RefCell, collections::HashSet, rc::Rc, sync::Arc};

use alap_bot::Bot;
use alap_protocol::{
    conversation::{ConversationState, ConversationView, PageContext},
    id::{ClientId, ConversationId, Sequence, ShopId},
    locale::Locale,
    message::{Author, Body, NewMessage},
    pack::{Product, ShopPack},
};
use alap_thread::{Changes, Thread};
use alap_ui::device_time;
use futures::channel::mpsc::UnboundedSender;
use leptos::{prelude::*, task::spawn_local};
use serde::{Deserialize, Serialize};

use crate::{
    bridge::Bridge,
    courier::Command,
    lead::Tabs,
    storage::{Slot, Storage},
};

/// What is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum View {
    Home,
    Chat,
}

/// How the way to the server is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// Nothing to send, nothing to hear: no conversation.
    Idle,
    /// Being made.
    Connecting,
    /// Open.
    Online,
    /// The device has no network.
    Offline,
    /// The server does not answer.
    ServerAway,
}

/// What stands below the last message.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum After {
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
pub(crate) struct Credentials {
    pub(crate) conversation: ConversationId,
    pub(crate) secret: String,
}

/// Everything shared, as signals. Copied into whatever needs it.
#[derive(Clone, Copy)]
pub(crate) struct Panel {
    pub(crate) shop: StoredValue<ShopId>,
    pub(crate) locale: RwSignal<Locale>,
    pub(crate) view: RwSignal<View>,
    pub(crate) pack: RwSignal<Option<Arc<ShopPack>>>,
    pub(crate) pack_missing: RwSignal<Option<&'static str>>,
    pub(crate) bot: RwSignal<Option<Arc<Bot>>>,
    pub(crate) thread: RwSignal<Thread>,
    pub(crate) after: RwSignal<After>,
    pub(crate) draft: RwSignal<String>,
    pub(crate) credentials: RwSignal<Option<Credentials>>,
    pub(crate) conversation: RwSignal<Option<ConversationView>>,
    pub(crate) link: RwSignal<Link>,
    pub(crate) typing: RwSignal<Option<String>>,
    pub(crate) seen: RwSignal<Sequence>,
    pub(crate) page: RwSignal<PageContext>,
    pub(crate) visible: RwSignal<bool>,
    pub(crate) outdated: RwSignal<bool>,
    pub(crate) storage: StoredValue<Storage, LocalStorage>,
    pub(crate) tabs: StoredValue<Tabs, LocalStorage>,
    pub(crate) bridge: StoredValue<Bridge, LocalStorage>,
    commands: StoredValue<UnboundedSender<Command>>,
    /// Written a moment ago and not yet on this device's disk: not to be sent before it is.
    unsaved: StoredValue<Rc<RefCell<HashSet<ClientId>>>, LocalStorage>,
}

impl Panel {
    pub(crate) fn new(
        shop: ShopId,
        locale: Locale,
        storage: Storage,
        bridge: Bridge,
        commands: UnboundedSender<Command>,
    ) -> Self {
        let tabs = Tabs::open(&shop);
        Self {
            shop: StoredValue::new(shop),
            locale: RwSignal::new(locale),
            view: RwSignal::new(View::Home),
            pack: RwSignal::new(None),
            pack_missing: RwSignal::new(None),
            bot: RwSignal::new(None),
            thread: RwSignal::new(Thread::default()),
            after: RwSignal::new(After::Nothing),
            draft: RwSignal::new(String::new()),
            credentials: RwSignal::new(None),
            conversation: RwSignal::new(None),
            link: RwSignal::new(Link::Idle),
            typing: RwSignal::new(None),
            seen: RwSignal::new(Sequence(0)),
            page: RwSignal::new(PageContext::default()),
            visible: RwSignal::new(!bridge.is_in_frame()),
            outdated: RwSignal::new(false),
            storage: StoredValue::new_local(storage),
            tabs: StoredValue::new_local(tabs),
            bridge: StoredValue::new_local(bridge),
            commands: StoredValue::new(commands),
            unsaved: StoredValue::new_local(Rc::default()),
        }
    }

    pub(crate) fn storage(self) -> Storage {
        self.storage.get_value()
    }

    /// Has the shopper asked for a person?
    pub(crate) fn is_handed_over(self) -> bool {
        self.credentials.with(Option::is_some)
    }

    /// Is a person expected to act, or acting?
    pub(crate) fn is_open_with_person(self) -> bool {
        self.is_handed_over()
            && self
                .conversation
                .with(|view| view.as_ref().is_none_or(|v| v.state != ConversationState::Closed))
    }

    /// Tells the courier.
    pub(crate) fn command(self, command: Command) {
        // The courier lives as long as the page.
        let _ = self.commands.with_value(|commands| commands.unbounded_send(command));
    }

    /// Changes the talk, writes down what changed, then lets the courier and the other tabs know.
    pub(crate) fn change_thread(self, change: impl FnOnce(&mut Thread)) {
        let before = self.thread.get_untracked();
        let mut after = before.clone();
        change(&mut after);
        self.take_change(&before, after);
    }

    /// Apart from the closure, so that it is compiled once.
    fn take_change(self, before: &Thread, after: Thread) {
        let changes = Changes::between(before, &after);
        if changes.is_empty() {
            return;
        }
        let new: Vec<_> = changes.pending.iter().map(|pending| pending.message.client_id).collect();
        let unsaved = self.unsaved.get_value();
        unsaved.borrow_mut().extend(new.iter().copied());
        self.thread.set(after);
        spawn_local(async move {
            self.storage().write_changes(&changes).await;
            for id in &new {
                unsaved.borrow_mut().remove(id);
            }
            self.command(Command::Wake);
            self.tabs.with_value(Tabs::tell_changed);
        });
    }

    /// Keeps a value on this device, in the background.
    pub(crate) fn keep(self, slot: Slot, value: &impl Serialize) {
        if let Ok(text) = serde_json::to_string(value) {
            self.keep_text(slot, text);
        }
    }

    fn keep_text(self, slot: Slot, text: String) {
        spawn_local(async move { self.storage().write_text(slot, &text).await });
    }

    /// Takes in what another tab wrote.
    pub(crate) async fn take_in_other_tabs(self) {
        let storage = self.storage();
        let there = storage.read_thread().await;
        let credentials = storage.read(Slot::Conversation).await;
        if credentials.is_none() && self.credentials.get_untracked().is_some() {
            // Another tab forgot this shopper.
            self.forget();
            return;
        }
        if self.thread.with_untracked(|here| *here != there) {
            self.thread.update(|here| {
                let outbox_there: HashSet<_> =
                    there.outbox().iter().map(|pending| pending.message.client_id).collect();
                let unsaved = self.unsaved.get_value();
                let mut fresh = there.clone();
                for pending in here.outbox() {
                    let id = pending.message.client_id;
                    if !outbox_there.contains(&id) && unsaved.borrow().contains(&id) {
                        fresh.write(pending.message.clone(), pending.author.clone(), pending.at);
                    }
                }
                let here_head = here.head();
                if fresh.head() >= here_head { *here = fresh } else { here.join(fresh) }
            });
        }
        if self.credentials.get_untracked() != credentials {
            self.credentials.set(credentials);
        }
        self.command(Command::Wake);
    }

    /// The next message that may leave: written down on this device, in its order.
    pub(crate) fn next_to_send(self) -> Option<NewMessage> {
        let unsaved = self.unsaved.get_value();
        self.thread.with_untracked(|thread| {
            thread.next_to_send().filter(|message| !unsaved.borrow().contains(&message.client_id)).cloned()
        })
    }

    /// Writes a message: on this device only, or to be sent once the shopper has asked for a person.
    pub(crate) fn write(self, author: Author, body: Body) {
        let Some(client_id) = new_id().map(ClientId) else { return };
        let message = NewMessage { client_id, body };
        let at = device_time::now();
        let handed_over = self.credentials.get_untracked().is_some();
        self.change_thread(move |thread| {
            if handed_over {
                thread.write_to_send(message, author, at);
            } else {
                thread.write(message, author, at);
            }
        });
    }

    /// Shows the talk.
    pub(crate) fn show_chat(self) {
        self.view.set(View::Chat);
    }

    /// Everything of this shopper on this device goes.
    pub(crate) fn reset(self) {
        self.forget();
        spawn_local(async move {
            self.storage().erase().await;
            self.tabs.with_value(Tabs::tell_changed);
        });
    }

    fn forget(self) {
        self.thread.set(Thread::default());
        self.credentials.set(None);
        self.conversation.set(None);
        self.after.set(After::Nothing);
        self.draft.set(String::new());
        self.seen.set(Sequence(0));
        self.link.set(Link::Idle);
        self.view.set(View::Home);
        self.command(Command::Wake);
    }

    /// The product that the shop page shows, if the pack has it.
    pub(crate) fn product_in_view(self) -> Option<Product> {
        let id = self.page.with(|page| page.product.clone())?;
        self.pack.with(|pack| pack.as_ref()?.products.iter().find(|p| p.id.as_str() == id).cloned())
    }
}

/// A new random id; `None` where the browser has no randomness to give.
pub(crate) fn new_id() -> Option<uuid::Uuid> {
    let mut bytes = [0; 16];
    random(&mut bytes)?;
    Some(uuid::Builder::from_random_bytes(bytes).into_uuid())
}

/// Fills bytes with randomness fit for secrets.
pub(crate) fn random(bytes: &mut [u8]) -> Option<()> {
    window().crypto().ok()?.get_random_values_with_u8_array(bytes).ok().map(|_| ())
}
