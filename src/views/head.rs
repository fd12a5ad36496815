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
    let shop_name =
        move || panel.pack.with(|pack| pack.as_ref().map(|pack| pack.shop.name.get(locale.get()).to_owned()));
    let status = move || {
        let pack = panel.pack.get()?;
        Some(ShopNow::new(&pack.shop.hours)?.line(locale.get()))
    };
    let face = move || {
        let pack = panel.pack.get()?;
        let name = pack.shop.bot.name.get(locale.get()).to_owned();
        Some(view! { <Avatar name=name src=pack.shop.bot.avatar.clone() /> }.into_any())
    };
    let face = move || face().into_any();
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
            <button type="button" class="panel-language" lang=move || locale.get().other().tag() on:click=switch>
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
                <h1 class="panel-shop">{move || shop_name().unwrap_or_else(|| tr(locale.get(), "panel.loading"))}</h1>
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
