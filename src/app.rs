//! The panel as a whole: opens what is kept, listens to the page, lays the views out.

use alap_protocol::{
    bridge::{FrameEvent, PageCommand},
    id::{Sequence, ShopId},
    locale::Locale,
    message::Author,
    text::MessageText,
};
use alap_ui::{
    components::Composer,
    words::{PageLocale, tr, words},
};
use futures::channel::mpsc;
use gloo::{events::EventListener, timers::callback::Timeout};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    bridge::Bridge,
    courier::{self, Command},
    lead::Tabs,
    pack,
    panel::{Credentials, Link, Panel, View},
    shell,
    storage::{Slot, Storage},
    talk,
    views::{Chat, Head, Home, PersonBar},
};

/// The whole panel. What is kept on the device is read first, so that nothing is shown and then replaced.
#[component]
pub(crate) fn App() -> impl IntoView {
    let panel = RwSignal::new(None::<Panel>);
    let asked = shell::parameter("locale").and_then(|tag| Locale::from_tag(&tag));
    let shop = shell::parameter("shop").and_then(|shop| ShopId::parse(shop).ok());
    let no_shop = shop.is_none();
    if let Some(shop) = shop {
        spawn_local(async move { panel.set(Some(open(shop, asked).await)) });
    }
    let locale = asked.unwrap_or_default();
    if no_shop {
        shell::take_shell();
    }
    move || match panel.get() {
        Some(panel) => Some(view! { <PanelView panel=panel /> }.into_any()),
        None if no_shop => Some(
            view! { <p class="notice notice-fault" role="alert">{tr(locale, "panel.no_shop")}</p> }
                .into_any(),
        ),
        // The static shell is on the screen.
        None => None,
    }
}

async fn open(shop: ShopId, asked: Option<Locale>) -> Panel {
    let storage = Storage::open(&shop).await;
    let locale = storage.read(Slot::Locale).await.or(asked).unwrap_or_default();
    let (commands, heard) = mpsc::unbounded();
    let panel = Panel::new(shop, locale, storage.clone(), Bridge::default(), commands);
    panel.thread.set(storage.read_thread().await);
    panel.credentials.set(storage.read::<Credentials>(Slot::Conversation).await);
    panel.seen.set(storage.read(Slot::Seen).await.unwrap_or_default());
    panel.draft.set(storage.read(Slot::Draft).await.unwrap_or_default());
    if panel.credentials.with_untracked(Option::is_some) {
        panel.view.set(View::Chat);
    }
    spawn_local(courier::run(panel, heard));
    spawn_local(pack::load(panel));
    panel.tabs.with_value(|tabs: &Tabs| tabs.on_changed(move || spawn_local(panel.take_in_other_tabs())));
    panel
}

#[component]
fn PanelView(panel: Panel) -> impl IntoView {
    let locale = panel.locale;
    provide_context(PageLocale(locale));
    let (typed, focused) = shell::take_shell();
    if !typed.is_empty() {
        panel.draft.set(typed);
    }
    follow_locale(panel);
    follow_page(panel);
    follow_reading(panel);
    follow_draft(panel);
    follow_network(panel);

    let blocked = panel.storage().blocked();
    let label = move || {
        let shop =
            panel.pack.with(|pack| pack.as_ref().map(|pack| pack.shop.name.get(locale.get()).to_owned()));
        alap_ui::words::tr_with(locale.get(), "panel.label", &[("shop", &shop.unwrap_or_default())])
    };
    let link_notice = move || match panel.link.get() {
        Link::Offline => Some("link.offline"),
        Link::ServerAway => Some("link.server_away"),
        _ => None,
    };
    // Faces and products in the talk come from the pack: with it, the talk is drawn anew.
    let has_pack = Memo::new(move |_| panel.pack.with(Option::is_some));
    let stopped_typing = StoredValue::new_local(None::<Timeout>);
    let on_typing = Callback::new(move |()| {
        if panel.credentials.with_untracked(Option::is_none) {
            return;
        }
        if stopped_typing.with_value(Option::is_none) {
            panel.command(Command::Typing(true));
        }
        let stop = Timeout::new(4_000, move || {
            panel.command(Command::Typing(false));
            stopped_typing.set_value(None);
        });
        stopped_typing.set_value(Some(stop));
    });
    let on_send = Callback::new(move |text: MessageText| {
        stopped_typing.set_value(None);
        talk::say(panel, text);
    });
    view! {
        <main class="panel" aria-label=label>
            <Head panel=panel />
            {move || panel.outdated.get().then(|| notice(locale, "panel.update"))}
            {move || blocked.get().then(|| notice(locale, "storage.blocked"))}
            {move || link_notice().map(|key| notice(locale, key))}
            <div class="panel-view" class:panel-view-chat=move || panel.view.get() == View::Chat>
                {move || match panel.view.get() {
                    View::Home => view! { <Home panel=panel /> }.into_any(),
                    View::Chat => {
                        has_pack.track();
                        view! { <Chat panel=panel /> }.into_any()
                    }
                }}
            </div>
            <PersonBar panel=panel />
            <Composer draft=panel.draft on_send=on_send on_typing=on_typing focus=focused />
        </main>
    }
}

fn notice(locale: RwSignal<Locale>, key: &'static str) -> impl IntoView {
    view! { <p class="notice" role="status">{words(locale, key)}</p> }
}

/// The document's language and title follow the panel's.
fn follow_locale(panel: Panel) {
    Effect::new(move |_| {
        let locale = panel.locale.get();
        if let Some(root) = document().document_element() {
            // An attribute of a living document.
            let _ = root.set_attribute("lang", locale.tag());
        }
        if let Some(pack) = panel.pack.get() {
            document().set_title(pack.shop.name.get(locale));
        }
    });
}

/// Takes the page's commands once the pack says which pages may give them.
fn follow_page(panel: Panel) {
    let connected = StoredValue::new(false);
    Effect::new(move |_| {
        let Some(pack) = panel.pack.get() else { return };
        if connected.get_value() {
            return;
        }
        connected.set_value(true);
        let bridge = panel.bridge.get_value();
        bridge.connect(pack.shop.page_origins.clone(), move |command| obey(panel, command));
        bridge.send(&FrameEvent::Conversation { open: panel.credentials.with_untracked(Option::is_some) });
    });
}

fn obey(panel: Panel, command: PageCommand) {
    match command {
        PageCommand::Opened {} => panel.visible.set(true),
        PageCommand::Closed {} => panel.visible.set(false),
        PageCommand::Page { page } => panel.page.set(page),
        PageCommand::Locale { locale } => panel.locale.set(locale),
        PageCommand::Reset {} => panel.reset(),
        // Kept by the history (journal) and the forms (identify) once the shop uses them; never sent from here.
        PageCommand::Journal { .. } | PageCommand::Identify { .. } => {}
    }
}

/// What is on the screen has been read; what is not is counted on the launcher.
fn follow_reading(panel: Panel) {
    Effect::new(move |_| {
        let head = panel.thread.with(alap_thread::Thread::head);
        let reading = panel.visible.get() && panel.view.get() == View::Chat;
        if reading && panel.seen.get() < head {
            panel.seen.set(head);
            panel.command(Command::Seen(head));
            panel.keep(Slot::Seen, &head);
        }
    });
    Effect::new(move |last: Option<(usize, bool)>| {
        let seen: Sequence = panel.seen.get();
        let mine = |author: &Author| matches!(author, Author::Shopper {} | Author::Bot {});
        let now = (panel.thread.with(|thread| thread.unread(seen, mine)), panel.pack.with(Option::is_some));
        if last != Some(now) {
            let count = u32::try_from(now.0).unwrap_or(u32::MAX);
            panel.bridge.with_value(|bridge| bridge.send(&FrameEvent::Unread { count }));
        }
        now
    });
}

/// What is being written survives a reload.
fn follow_draft(panel: Panel) {
    let waiting = StoredValue::new_local(None::<Timeout>);
    Effect::new(move |before: Option<()>| {
        let draft = panel.draft.get();
        if before.is_some() {
            waiting.set_value(Some(Timeout::new(300, move || panel.keep(Slot::Draft, &draft))));
        }
    });
}

/// The device says when the network comes back: no need to wait out the pause.
fn follow_network(panel: Panel) {
    EventListener::new(&window(), "online", move |_| panel.command(Command::Wake)).forget();
    let offline = move |_: &web_sys::Event| {
        if panel.credentials.with_untracked(Option::is_some) {
            panel.link.set(Link::Offline);
        }
    };
    EventListener::new(&window(), "offline", offline).forget();
}
