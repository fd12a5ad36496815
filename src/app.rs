//! The panel as a whole: opens what is kept, listens to the page, lays the views out.

use alap_protocol::{
    bridge::PageCommand,
    conversation::PageContext,
    id::{ProductId, ShopId},
    locale::Locale,
    text::MessageText,
};
use alap_ui::{
    components::Composer,
    words::{PageLocale, tr, words},
};
use gloo::timers::callback::Timeout;
use leptos::{prelude::*, task::spawn_local};
use web_sys::{Element, FocusEvent};

use crate::{
    bridge::Bridge,
    kept::{self, Slot},
    later::{self, Suggested, with_talk},
    pack,
    panel::{Link, Panel, View},
    shell,
    views::{Head, Home, PersonBar, RowFrame, live},
};

/// The whole panel.
#[component]
pub(crate) fn App() -> impl IntoView {
    let asked = shell::parameter("locale").and_then(|tag| Locale::from_tag(&tag));
    let row = shell::parameter("row");
    match shell::parameter("shop").and_then(|shop| ShopId::parse(shop).ok()) {
        Some(shop) => {
            let is_kept = |slot| row.is_none() && kept::read(&shop, slot).is_some();
            let has_requests = is_kept(Slot::Drafts) || is_kept(Slot::Requests);
            let panel = open(shop, asked, row.is_some());
            follow_locale(panel);
            follow_page(panel);
            later::suggest(panel, has_requests);
            match row {
                Some(name) => view! { <RowFrame panel=panel name=name /> }.into_any(),
                None => view! { <PanelView panel=panel /> }.into_any(),
            }
        }
        None => {
            shell::take_shell();
            let locale = asked.unwrap_or_default();
            view! { <p class="notice notice-fault" role="alert">{tr(locale, "panel.no_shop")}</p> }.into_any()
        }
    }
}

fn open(shop: ShopId, asked: Option<Locale>, row: bool) -> Panel {
    let kept = |slot| kept::read(&shop, slot);
    let locale = kept(Slot::Locale).and_then(|tag| Locale::from_tag(&tag)).or(asked).unwrap_or_default();
    let (draft, begun, person) = (kept(Slot::Draft), kept(Slot::Begun), kept(Slot::Person));
    let (off, moment) = (kept(Slot::SuggestionsOff).is_some(), kept(Slot::Moment));
    let panel = Panel::new(shop, locale, Bridge::default(), row);
    panel.suggestions_off.set(off);
    panel.draft.set(draft.unwrap_or_default());
    if person.is_some() {
        panel.view.set(View::Chat);
    }
    if begun.or(person).is_some() || moment.is_some() {
        later::prepare(panel);
    }
    spawn_local(pack::load(panel));
    panel
}

#[component]
fn PanelView(panel: Panel) -> impl IntoView {
    let locale = panel.locale;
    let (typed, focused) = shell::take_shell();
    if !typed.is_empty() {
        panel.draft.set(typed);
    }
    follow_draft(panel);

    let label = Signal::derive(move || {
        let shop =
            panel.pack.with(|pack| pack.as_ref().map(|pack| pack.shop.name.get(locale.get()).to_owned()));
        alap_ui::words::tr_with(locale.get(), "panel.label", &[("shop", &shop.unwrap_or_default())])
    });
    let chats = Signal::derive(move || panel.view.get() == View::Chat);
    // From the first video on: whoever watches none has no player in the page.
    let watches = Memo::new(move |before| before == Some(&true) || panel.view.get() == View::Video);
    let elsewhere = Signal::derive(move || panel.view.get() != View::Video);
    let link_notice = move || match panel.link.get() {
        Link::Offline => Some("link.offline"),
        Link::ServerAway => Some("link.server_away"),
        _ => None,
    };
    // Faces and products in the talk come from the pack: with it, the talk is drawn anew.
    let has_pack = Memo::new(move |_| panel.pack.with(Option::is_some));
    let stopped_typing = StoredValue::new_local(None::<Timeout>);
    let on_typing = Callback::new(move |()| {
        if stopped_typing.with_value(Option::is_none) {
            with_talk(panel, |talk| talk.typing(true));
        }
        let stop = Timeout::new(4_000, move || {
            with_talk(panel, |talk| talk.typing(false));
            stopped_typing.set_value(None);
        });
        stopped_typing.set_value(Some(stop));
    });
    let on_send = Callback::new(move |text: MessageText| {
        stopped_typing.set_value(None);
        // Until the talk is here, the words are kept with the draft: nobody has to write them twice.
        panel.unsaid.update(|unsaid| unsaid.push(text.clone()));
        with_talk(panel, move |talk| {
            panel.unsaid.update(|unsaid| unsaid.retain(|waiting| *waiting != text));
            talk.say(text);
        });
    });
    let on_focus = move |event: FocusEvent| {
        // Who watches may never write, and what they watch should not wait for the bot.
        let watches = event_target::<Element>(&event).closest(".video-place, .panel-watch");
        if watches.is_ok_and(|watches| watches.is_none()) {
            later::prepare(panel);
        }
    };
    view! {
        <main class="panel" aria-label=label on:focusin=on_focus>
            <Head panel=panel />
            {live(move || panel.outdated.get().then(|| notice(locale, "panel.update")).into_any())}
            {live(move || panel.blocked.get().then(|| notice(locale, "storage.blocked")).into_any())}
            {live(move || link_notice().map(|key| notice(locale, key)).into_any())}
            <div class="panel-view" class:panel-view-chat=chats>
                {live(move || match panel.view.get() {
                    View::Home => view! { <Home panel=panel /> }.into_any(),
                    View::Chat => {
                        // Read, not only tracked: a memo that nobody reads follows nothing.
                        let _ = has_pack.get();
                        panel.talk.get().map_or_else(coming, |talk| talk.view())
                    }
                    View::Request => panel.requests.get().map_or_else(coming, |requests| requests.view()),
                    View::Video => panel.watching.get().is_none().then(coming).into_any(),
                    View::Privacy => panel.suggestions.get().map(|it| it.view(Suggested::Privacy)).into_any(),
                })}
                <div class="panel-watch" hidden=elsewhere>
                    {live(move || match watches.get() {
                        true => panel.watching.get().map(|watching| watching.player()).into_any(),
                        false => ().into_any(),
                    })}
                </div>
            </div>
            {live(move || panel.talk.get().map(|talk| talk.suggestions()).into_any())}
            <PersonBar panel=panel />
            <Composer draft=panel.draft on_send=on_send on_typing=on_typing focus=focused />
        </main>
    }
}

/// Until a part is here.
fn coming() -> AnyView {
    view! {
        <div class="home shell-wait" aria-busy="true">
            <div class="skeleton"></div>
            <div class="skeleton"></div>
        </div>
    }
    .into_any()
}

fn notice(locale: RwSignal<Locale>, key: &'static str) -> AnyView {
    view! { <p class="notice" role="status">{words(locale, key)}</p> }.into_any()
}

/// The document's language and title follow the panel's.
fn follow_locale(panel: Panel) {
    provide_context(PageLocale(panel.locale));
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
        bridge.connect(
            pack.shop.page_origins.clone(),
            move |command| obey(panel, command),
            move |journal| {
                if let Some(suggestions) = panel.suggestions.get_untracked() {
                    suggestions.take_journal(&journal);
                }
            },
        );
    });
}

fn obey(panel: Panel, command: PageCommand) {
    match command {
        PageCommand::Opened {} => panel.visible.set(true),
        PageCommand::Closed {} => panel.visible.set(false),
        PageCommand::Page { page } => {
            panel.page.update(|known| *known = PageContext { shopper: known.shopper.take(), ..page });
        }
        PageCommand::Identify { shopper } => panel.page.update(|page| page.shopper = Some(shopper)),
        PageCommand::Locale { locale } => panel.locale.set(locale),
        PageCommand::Reset {} => with_talk(panel, move |talk| {
            talk.reset();
            if let Some(suggestions) = panel.suggestions.get_untracked() {
                suggestions.reset();
            }
            if let Some(requests) = panel.requests.get_untracked() {
                requests.reset();
            }
            if let Some(watching) = panel.watching.get_untracked() {
                watching.reset();
            }
        }),
        // Comes as it is, see `Bridge::connect`.
        PageCommand::Journal { .. } => {}
        PageCommand::Request { product } => later::ask_form(panel, None, ProductId::parse(product).ok()),
        PageCommand::Ask { product } => {
            if let Ok(product) = ProductId::parse(product) {
                with_talk(panel, move |talk| talk.ask_about(&product));
            }
        }
    }
}

/// What is being written survives a reload.
fn follow_draft(panel: Panel) {
    let waiting = StoredValue::new_local(None::<Timeout>);
    Effect::new(move |before: Option<()>| {
        let mut draft =
            panel.unsaid.with(|unsaid| unsaid.iter().map(|text| format!("{text}\n")).collect::<String>());
        panel.draft.with(|typed| draft.push_str(typed));
        if before.is_some() {
            waiting.set_value(Some(Timeout::new(300, move || panel.keep(Slot::Draft, &draft))));
        }
    });
}
