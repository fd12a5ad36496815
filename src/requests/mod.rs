//! The requests: what comes before an order. Forms, their way to the shop, and the talk about the price. See
//! [`crate::later`].

mod acts;
mod arrived;
mod calendar;
mod deal;
mod deals;
mod desk;
mod draft;
mod drafts;
mod facts;
mod form;
mod home;
mod http;
mod opening;
mod payment;
mod photos;
mod send_form;
mod sender;
mod sent;
mod state;
mod summary;
mod thumbnail;
mod trouble;
mod upload;
mod words;

use std::sync::Arc;

use alap_protocol::{deal::Step, id::RequestId, message::Author};
use futures::channel::mpsc;
use gloo::timers::callback::Interval;
use leptos::{html, prelude::*, task::spawn_local};
use state::{Screen, State};

use crate::{
    later::{AskedForm, Loading, Requesting},
    panel::{Panel, View},
    storage::Storage,
    styles,
};

const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/requests.css"));

/// An offer that runs out loses its button about then.
const TICK_MILLISECONDS: u32 = 20_000;

/// Brings up what is kept, and from then on carries it.
pub(crate) fn load(panel: Panel) -> Loading {
    Box::pin(async move {
        styles::add(STYLE);
        let (sender, wakes) = mpsc::unbounded();
        let storage = Storage::open(&panel.shop.get_value(), panel).await;
        let state = State::new(panel, storage, sender);
        let photos = state.storage().photos().await;
        drafts::read(state).await;
        drafts::follow_tabs(state);
        desk::follow(state);
        Interval::new(TICK_MILLISECONDS, move || state.tick.update(|tick| *tick += 1)).forget();
        follow_asked(state);
        spawn_local(sender::run(state, wakes, photos));
        if let Some(asked) = panel.asked_form.try_update_value(Option::take).flatten() {
            state.asked.set(Some(asked));
        }
        panel.requests.set(Some(Arc::new(state)));
    })
}

/// Opens what is asked for, once the desk is here.
fn follow_asked(state: State) {
    Effect::new(move |_| {
        let (Some(asked), Some(desk)) = (state.asked.get(), state.desk.get()) else { return };
        state.asked.set(None);
        if untrack(|| opening::open(state, &desk, &asked)).is_none() {
            // The shop has no such form: better the start than an empty page.
            state.panel.view.set(View::Home);
        }
    });
}

impl Requesting for State {
    fn view(&self) -> AnyView {
        let state = *self;
        let screen = move || match state.screen.get() {
            Screen::Opening => opening(state),
            Screen::Form(id) => form::form(state, id),
            Screen::Sent(sent) => sent::sent(state, &sent),
            Screen::Summary(id) => summary::summary(state, id),
            Screen::Payment(id) => payment::payment(state, id),
        };
        screen.into_any()
    }

    fn home(&self) -> AnyView {
        home::home(*self)
    }

    fn step(&self, author: &Author, request: RequestId, step: &Step) -> AnyView {
        deal::step(*self, author, request, step)
    }

    fn open(&self, asked: AskedForm) {
        self.screen.set(Screen::Opening);
        self.asked.set(Some(asked));
    }

    fn reset(&self) {
        drafts::reset(*self);
    }
}

/// Until the desk is here.
fn opening(state: State) -> AnyView {
    let locale = state.panel.locale;
    let none = move || state.panel.pack.with(|pack| pack.as_ref().is_some_and(|it| it.desk.forms.is_empty()));
    let shown = move || match (none(), state.desk_missing.get()) {
        (true, _) => view! { <p role="alert">{words::tr(locale.get(), "form.none")}</p> }.into_any(),
        (false, Some(key)) => view! { <p role="alert">{words::tr(locale.get(), key)}</p> }.into_any(),
        (false, None) => view! {
            <div class="skeleton"></div>
            <div class="skeleton"></div>
        }
        .into_any(),
    };
    view! { <div class="home shell-wait" aria-busy="true">{shown}</div> }.into_any()
}

/// Shows something as long as a condition holds. One type for all of them: a `Show` would be compiled anew each time, and
/// weigh on the part.
fn shown_while(holds: impl Into<Signal<bool>>, shown: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    boxed(holds.into(), Box::new(shown))
}

fn boxed(holds: Signal<bool>, shown: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    (move || holds.get().then(&shown)).into_any()
}

/// The heading of a view: a new page to whoever listens, and seen from its top. Only once: it may be drawn anew.
fn heading() -> NodeRef<html::H2> {
    let heading = NodeRef::<html::H2>::new();
    Effect::new(move |done: Option<bool>| {
        let Some(heading) = heading.get().filter(|_| done != Some(true)) else { return done == Some(true) };
        to_top(&heading);
        // A heading that cannot take the focus is still read.
        let _ = heading.focus();
        true
    });
    heading
}

/// What stands above the heading is seen, too.
fn to_top(heading: &web_sys::Element) {
    if let Some(view) = heading.closest(".panel-view").ok().flatten() {
        view.set_scroll_top(0);
    }
}

/// Goes to something of a request, from wherever the shopper is.
fn show(state: State, screen: Screen) {
    state.screen.set(screen);
    state.panel.view.set(View::Request);
}
