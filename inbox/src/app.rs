//! The page as a whole: its language, its clock, its title, and which view is on.

use alap_protocol::locale::Locale;
use alap_ui::words::{PageLocale, number, tr};
use gloo::{events::EventListener, timers::callback::Interval};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    keep, keys,
    place::{self, Place},
    requests::Tab,
    state::{Inbox, Session},
    views::{Banners, Login, Workplace},
};

/// How often the page looks after what no push tells.
const LOOK_MS: u32 = 20_000;

#[component]
pub(crate) fn App() -> impl IntoView {
    let inbox = Inbox::new();
    let locale = PageLocale(RwSignal::new(first_locale()));
    provide_context(inbox);
    provide_context(locale);

    listen(inbox);
    name_the_page(inbox, locale);
    spawn_local(inbox.greet());

    let session = Memo::new(move |_| match inbox.session.get() {
        Session::Unknown => None,
        Session::Out => Some(false),
        Session::In(_) => Some(true),
    });
    move || match session.get() {
        None => view! { <Banners /> }.into_any(),
        Some(false) => view! { <Login /> }.into_any(),
        Some(true) => view! { <Workplace /> }.into_any(),
    }
}

/// The language of the last visit, else the browser's, else Bangla.
fn first_locale() -> Locale {
    let browser = || Locale::from_tag(&window().navigator().language()?);
    keep::locale().or_else(browser).unwrap_or_default()
}

/// The browser's events. They live as long as the page.
fn listen(inbox: Inbox) {
    let on = |target: &web_sys::EventTarget, name: &'static str, act: Box<dyn Fn()>| {
        EventListener::new(target, name, move |_| act()).forget();
    };
    on(&window(), "online", Box::new(move || inbox.wake()));
    on(&window(), "hashchange", Box::new(move || follow_place(inbox)));
    on(
        &document(),
        "visibilitychange",
        Box::new(move || {
            if !document().hidden() {
                inbox.wake();
            }
        }),
    );
    keys::listen(inbox);
    take_place(inbox, place::read());
    Interval::new(LOOK_MS, move || inbox.look_after()).forget();
    Interval::new(1_000, move || inbox.tick.set(alap_ui::device_time::now())).forget();
}

/// What the address names comes onto the screen.
fn take_place(inbox: Inbox, place: Place) {
    let (open, request) = match place {
        Place::Talk(id, request) => (Some(id), request),
        Place::List | Place::Questions | Place::Videos | Place::Desk(_) => (None, None),
    };
    // Where there is no room for both, a request is seen before its talk.
    inbox.customer_shown.set(request.is_some() && place::is_two_columns());
    inbox.open.set(open);
    inbox.requests.open.set(request);
    inbox.requests.tab.set(if let Place::Desk(tab) = place { Some(tab) } else { None });
    inbox.learning.shown.set(place == Place::Questions);
    inbox.videos.shown.set(place == Place::Videos);
}

fn follow_place(inbox: Inbox) {
    let place = place::read();
    take_place(inbox, place);
    if inbox.requests.is_shown_now() {
        inbox.show_desk();
    }
    match place {
        Place::List => {}
        Place::Questions => {
            inbox.show_questions();
            place::focus_soon(".questions-title");
        }
        Place::Videos => {
            inbox.show_videos();
            place::focus_soon(".videos-title");
        }
        Place::Desk(Tab::Requests) => {}
        Place::Desk(_) => place::focus_soon(".desk-title"),
        Place::Talk(id, _) => spawn_local(inbox.show(id)),
    }
}

/// The title says how many wait, so that it can be seen from another tab.
fn name_the_page(inbox: Inbox, locale: PageLocale) {
    let waiting = Memo::new(move |_| inbox.conversations.with(crate::conversations::Conversations::waiting));
    Effect::new(move |_| {
        let locale = locale.get();
        let name = match inbox.me() {
            Some(me) => format!("{} · {}", tr(locale, "inbox.title"), me.shop.get(locale)),
            None => tr(locale, "inbox.title"),
        };
        let title = match waiting.get() {
            0 => name,
            count => format!("({}) {name}", number(locale, count)),
        };
        document().set_title(&title);
        if let Some(root) = document().document_element() {
            // An element always takes an attribute of a plain name.
            let _ = root.set_attribute("lang", locale.tag());
        }
    });
}
