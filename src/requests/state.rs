//! What the requests need and the rest of the panel does not.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use alap_intake::places::Places;
use alap_protocol::{
    answer::{Answers, SummaryLine},
    desk::Desk,
    form::Form,
    id::{FormId, PhotoId, QuestionId, RequestId},
    locale::Localized,
    pack::Product,
    request::SlotList,
};
use futures::channel::mpsc::UnboundedSender;
use leptos::prelude::*;
use web_sys::Blob;

use super::{
    acts::KeptAct,
    deals::{self, Requests},
    draft::Draft,
};
use crate::{clock, credentials::Credentials, later::AskedForm, panel::Panel, storage::Storage, tabs::Tabs};

/// What the view of the requests shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Screen {
    /// A form is to be opened, once the desk is here.
    #[default]
    Opening,
    /// A form.
    Form(RequestId),
    /// It has arrived: what was sent, as both sides see it.
    Sent(Arc<Sent>),
    /// What is agreed, to be read and printed.
    Summary(RequestId),
    /// An advance is paid.
    Payment(RequestId),
}

/// A form that has arrived.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sent {
    pub(super) request: RequestId,
    pub(super) title: Localized,
    pub(super) thanks: Localized,
    pub(super) lines: Vec<SummaryLine>,
}

/// How a picture's way to the server stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Upload {
    /// So many percent are there.
    Going(u8),
    /// It is tried again.
    Failed,
}

/// The requests, as signals. Copied into whatever needs it.
#[derive(Clone, Copy)]
pub(super) struct State {
    pub(super) panel: Panel,
    pub(super) screen: RwSignal<Screen>,
    /// What is to be opened, until it is.
    pub(super) asked: RwSignal<Option<AskedForm>>,
    pub(super) desk: RwSignal<Option<Arc<Desk>>>,
    /// Catalogue key of why there is no desk.
    pub(super) desk_missing: RwSignal<Option<&'static str>>,
    pub(super) places: RwSignal<Option<Arc<Places>>>,
    /// Free times, by form.
    pub(super) slots: RwSignal<BTreeMap<FormId, Arc<SlotList>>>,
    /// Forms being filled in or sent.
    pub(super) drafts: RwSignal<BTreeMap<RequestId, Draft>>,
    /// Put away by "start again", to be put back.
    pub(super) undone: RwSignal<Option<Draft>>,
    /// What is to be done to requests.
    pub(super) acts: RwSignal<Vec<KeptAct>>,
    /// What was answered the last time.
    pub(super) last: StoredValue<Answers>,
    /// Counts on as time goes by: see [`State::now`].
    pub(super) tick: RwSignal<u32>,
    /// The browser believes that there is a network.
    pub(super) online: RwSignal<bool>,
    pub(super) uploads: RwSignal<HashMap<PhotoId, Upload>>,
    /// So many pictures are being made ready.
    pub(super) preparing: RwSignal<usize>,
    /// Pictures of this visit, also where nothing is kept.
    pub(super) photos: StoredValue<HashMap<PhotoId, Blob>, LocalStorage>,
    /// The requests of the conversation.
    pub(super) requests: Memo<Requests>,
    /// How often everything was erased: what was begun before is not to be kept.
    pub(super) erased: StoredValue<u32>,
    /// How often something was written here.
    pub(super) changes: StoredValue<u32>,
    pub(super) tabs: StoredValue<Tabs, LocalStorage>,
    storage: StoredValue<Storage, LocalStorage>,
    sender: StoredValue<UnboundedSender<()>>,
}

impl State {
    pub(super) fn new(panel: Panel, storage: Storage, sender: UnboundedSender<()>) -> Self {
        let requests = Memo::new(move |_| match panel.talk.get() {
            Some(talk) => {
                let steps = talk.steps();
                if let Some(last) = steps.last() {
                    clock::not_before(last.at);
                }
                deals::fold(&steps)
            }
            None => Requests::new(),
        });
        Self {
            panel,
            screen: RwSignal::new(Screen::Opening),
            asked: RwSignal::new(None),
            desk: RwSignal::new(None),
            desk_missing: RwSignal::new(None),
            places: RwSignal::new(None),
            slots: RwSignal::default(),
            drafts: RwSignal::default(),
            undone: RwSignal::new(None),
            acts: RwSignal::default(),
            last: StoredValue::default(),
            tick: RwSignal::default(),
            online: RwSignal::new(window().navigator().on_line()),
            uploads: RwSignal::default(),
            preparing: RwSignal::default(),
            photos: StoredValue::new_local(HashMap::new()),
            requests,
            erased: StoredValue::new(0),
            changes: StoredValue::new(0),
            tabs: StoredValue::new_local(Tabs::open_for(&panel.shop.get_value(), "requests")),
            storage: StoredValue::new_local(storage),
            sender: StoredValue::new(sender),
        }
    }

    pub(super) fn storage(self) -> Storage {
        self.storage.get_value()
    }

    /// The server's time, in milliseconds since 1970 UTC; followed, not to the second.
    pub(super) fn now(self) -> i64 {
        self.tick.track();
        clock::now()
    }

    /// There may be something to send.
    pub(super) fn wake(self) {
        // The sender lives as long as the page.
        let _ = self.sender.with_value(|sender| sender.unbounded_send(()));
    }

    /// A form of the desk at hand.
    pub(super) fn form(self, id: &FormId) -> Option<Arc<Form>> {
        let desk = self.desk.get()?;
        desk.forms.iter().find(|form| form.id == *id).cloned().map(Arc::new)
    }

    /// One draft as it stands; followed as it changes.
    pub(super) fn draft(self, id: RequestId) -> Option<Draft> {
        self.drafts.with(|drafts| drafts.get(&id).cloned())
    }

    /// The proof of the conversation, if there is one.
    pub(super) fn credentials(self) -> Option<Credentials> {
        self.panel.talk.get_untracked()?.credentials()
    }

    /// A product of the pack.
    pub(super) fn product(self, id: &alap_protocol::id::ProductId) -> Option<Product> {
        self.panel.pack.with(|pack| pack.as_ref()?.products.iter().find(|it| it.id == *id).cloned())
    }

    /// The shop's currency.
    pub(super) fn currency(self) -> String {
        self.panel.pack.with(|pack| pack.as_ref().map(|pack| pack.shop.currency.clone())).unwrap_or_default()
    }

    /// The shop's name, in the language of the page.
    pub(super) fn shop_name(self) -> String {
        let locale = self.panel.locale.get();
        let name = |pack: &alap_protocol::pack::ShopPack| pack.shop.name.get(locale).to_owned();
        self.panel.pack.with(|pack| pack.as_deref().map(name)).unwrap_or_default()
    }

    /// The id of the slot question of a form, if it has one.
    pub(super) fn slot_question(form: &Form) -> Option<&QuestionId> {
        use alap_protocol::form::QuestionKind::Slot;
        let mut questions = form.sections.iter().flat_map(|section| &section.questions);
        questions.find(|question| matches!(question.kind, Slot(_))).map(|question| &question.id)
    }
}
