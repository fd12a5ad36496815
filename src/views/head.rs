//! The top of the panel: whose it is, open or closed, language, close.

use alap_protocol::bridge::FrameEvent;
use alap_ui::{
    components::{Avatar, Icon, IconName},
    words::{tr, words},
};
use leptos::prelude::*;

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
        Some(view! { <Avatar name=name src=pack.shop.bot.avatar.clone() /> })
    };
    let two_languages =
        move || panel.pack.with(|pack| pack.as_ref().is_some_and(|p| p.shop.languages.len() > 1));
    let switch = move |_| {
        let other = locale.get_untracked().other();
        locale.set(other);
        panel.keep(Slot::Locale, other.tag());
    };
    let back = move |_| {
        let from_video = panel.view.get_untracked() == View::Video;
        panel.view.set(if from_video { panel.before_video.get_value() } else { View::Home });
    };
    let close = move |_| panel.bridge.with_value(|bridge| bridge.send(&FrameEvent::Close {}));
    view! {
        <header class="panel-head">
            <Show when=move || panel.view.get() != View::Home>
                <button
                    type="button"
                    class="button-icon panel-back"
                    aria-label=words(locale, "panel.back")
                    on:click=back
                >
                    <Icon name=IconName::BACK />
                </button>
            </Show>
            {face}
            <div class="panel-names">
                <h1 class="panel-shop">{move || shop_name().unwrap_or_else(|| tr(locale.get(), "panel.loading"))}</h1>
                <p class="panel-status">{status}</p>
            </div>
            <Show when=two_languages>
                <button type="button" class="panel-language" lang=move || locale.get().other().tag() on:click=switch>
                    {words(locale, "panel.language")}
                </button>
            </Show>
            <Show when=move || panel.bridge.with_value(crate::bridge::Bridge::is_in_frame)>
                <button
                    type="button"
                    class="button-icon"
                    aria-label=words(locale, "panel.close")
                    on:click=close
                >
                    <Icon name=IconName::CLOSE />
                </button>
            </Show>
        </header>
    }
}
