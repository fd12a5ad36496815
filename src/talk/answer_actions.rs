//! What can be tapped below an answer: a video from its moment on, a form, another way to reach the shop, a person.

use alap_protocol::{
    message::Body,
    pack::{Channel, ChannelKind, EntryAction, VideoMoment},
};
use alap_ui::{
    components::{Icon, IconName},
    moments::address_at,
};
use leptos::{ev::MouseEvent, prelude::*};

use super::{handoff, moment_card, state::TalkState, words::words};
use crate::later;

/// The row of buttons, if the answer's entry has any.
pub(super) fn below(talk: TalkState, body: &Body, open: Callback<String>) -> Option<AnyView> {
    let Body::Answer { entry: Some(id), .. } = body else { return None };
    let place = talk.entry_place(id)?;
    let actions =
        talk.panel.pack.with_untracked(|pack| Some(pack.as_ref()?.faq.get(place)?.actions.clone()))?;
    let buttons: Vec<_> = actions.into_iter().filter_map(|action| button(talk, action, open)).collect();
    (!buttons.is_empty()).then(|| view! { <div class="actions">{buttons}</div> }.into_any())
}

fn button(talk: TalkState, action: EntryAction, open: Callback<String>) -> Option<AnyView> {
    let locale = talk.panel.locale;
    match action {
        EntryAction::Video(VideoMoment { src, at }) => {
            let label = moment_card::label(locale, at);
            Some(link(IconName::PLAY, label, address_at(&src, at), String::new(), None))
        }
        EntryAction::OwnVideo(moment) => moment_card::below_answer(talk, moment),
        EntryAction::Form(url) => {
            let label = words(locale, "answer.form");
            let here = is_on_shop(talk, &url).then(|| {
                let url = url.clone();
                Callback::new(move |event: MouseEvent| {
                    event.prevent_default();
                    open.run(url.clone());
                })
            });
            Some(link(IconName::FORM, label, url, String::new(), here))
        }
        EntryAction::OwnForm(form) => {
            let fill_in = Callback::new(move |_| later::ask_form(talk.panel, Some(form.clone()), None));
            Some(tap(IconName::FORM, words(locale, "answer.form"), fill_in))
        }
        EntryAction::Contact(channel) => contact(talk, channel),
        EntryAction::Person => {
            let ask = Callback::new(move |_| handoff::ask(talk));
            let offer = move || tap(IconName::PERSON, words(locale, "handoff.offer"), ask);
            // Not when somebody is being asked already.
            Some((move || (!talk.panel.handed_over.get()).then(offer)).into_any())
        }
    }
}

/// Does an address lie on the shop's own pages? Then they go there themselves.
fn is_on_shop(talk: TalkState, url: &str) -> bool {
    let origin = |url: &str| url.splitn(4, '/').take(3).collect::<Vec<_>>().join("/");
    url.starts_with('/') || talk.panel.page.with_untracked(|page| origin(&page.url) == origin(url))
}

fn contact(talk: TalkState, kind: ChannelKind) -> Option<AnyView> {
    let Channel { href, label, .. } = talk.panel.pack.with_untracked(|pack| {
        pack.as_ref()?.shop.channels.iter().find(|channel| channel.kind == kind).cloned()
    })?;
    let (icon, key) = match kind {
        ChannelKind::Phone => (IconName::PHONE, "channel.phone"),
        ChannelKind::Whatsapp => (IconName::CHAT, "channel.whatsapp"),
        ChannelKind::Messenger => (IconName::CHAT, "channel.messenger"),
        ChannelKind::Email => (IconName::MAIL, "channel.email"),
    };
    Some(link(icon, alap_ui::words::words(talk.panel.locale, key), href, label, None))
}

// One shape for all links and one for all buttons: each shape of its own would weigh on the page.

/// Opens an address in a tab of its own, or does `here` instead.
fn link(
    icon: IconName,
    label: Signal<String>,
    href: String,
    title: String,
    here: Option<Callback<MouseEvent>>,
) -> AnyView {
    let click = move |event| {
        if let Some(here) = here {
            here.run(event);
        }
    };
    let title = Some(title).filter(|title| !title.is_empty());
    view! {
        <a class="button button-quiet" href=href title=title target="_blank" rel="noopener" on:click=click>
            <Icon name=icon />
            {label}
        </a>
    }
    .into_any()
}

fn tap(icon: IconName, label: Signal<String>, act: Callback<()>) -> AnyView {
    view! {
        <button type="button" class="button button-quiet" on:click=move |_| act.run(())>
            <Icon name=icon />
            {label}
        </button>
    }
    .into_any()
}
