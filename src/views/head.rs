//! The top of the panel: whose it is, open or closed, language, close.

use alap_protocol::bridge::FrameEvent;
use alap_ui::{
    components::{Avatar, Icon, IconName},
    words::{tr, words},
};
use leptos::prelude::*;

use super::live;
use crate::{
    kept::Slot,
    panel::{Panel, View},
    shop_time::ShopNow,
};

#[component]
pub(crate) fn Head(panel: Panel) -> impl IntoView {
    let locale = panel.locale;
    let shop_name = Signal::derive(move || match panel.pack.get() {
        Some(pack) => pack.shop.name.get(locale.get()).to_owned(),
        None => tr(locale.get(), "panel.loading"),
    });
    let status = Signal::derive(move || {
        let now = panel.pack.get().and_then(|pack| ShopNow::new(&pack.shop.hours));
        now.map(|now| now.line(locale.get())).unwrap_or_default()
    });
    let face = move || match panel.pack.get() {
        Some(pack) => {
            let name = pack.shop.bot.name.get(locale.get()).to_owned();
            view! { <Avatar name=name src=pack.shop.bot.avatar.clone() /> }.into_any()
        }
        None => ().into_any(),
    };
    let other = Signal::derive(move || locale.get().other().tag().to_owned());
    let switch = move |_| {
        let other = locale.get_untracked().other();
        locale.set(other);
        panel.keep(Slot::Locale, other.tag());
    };
    let language = move || {
        if panel.pack.with(|pack| pack.as_ref().is_none_or(|pack| pack.shop.languages.len() < 2)) {
            return ().into_any();
        }
        view! {
            <button type="button" class="panel-language" lang=other on:click=switch>
                {words(locale, "panel.language")}
            </button>
        }
        .into_any()
    };
    let back = Callback::new(move |()| {
        let from_video = panel.view.get_untracked() == View::Video;
        panel.view.set(if from_video { panel.before_video.get_value() } else { View::Home });
    });
    let close = Callback::new(move |()| panel.bridge.with_value(|bridge| bridge.send(&FrameEvent::Close {})));
    view! {
        <header class="panel-head">
            {live(move || match panel.view.get() {
                View::Home => ().into_any(),
                _ => icon_button("button-icon panel-back", words(locale, "panel.back"), IconName::BACK, back),
            })}
            {live(face)}
            <div class="panel-names">
                <h1 class="panel-shop">{shop_name}</h1>
                <p class="panel-status">{status}</p>
            </div>
            {live(language)}
            {panel.bridge.with_value(crate::bridge::Bridge::is_in_frame).then(|| {
                icon_button("button-icon", words(locale, "panel.close"), IconName::CLOSE, close)
            })}
        </header>
    }
}

fn icon_button(class: &'static str, label: Signal<String>, icon: IconName, act: Callback<()>) -> AnyView {
    view! {
        <button type="button" class=class aria-label=label on:click=move |_| act.run(())>
            <Icon name=icon />
        </button>
    }
    .into_any()
}
