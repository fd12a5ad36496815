//! The videos: posters, and the player. Nothing of a video but its poster is fetched before it is tapped. See
//! [`crate::later`].
//!
//! A tap asks [`open`] for a moment; [`sheet`] brings what is to be known of the video, [`source`] chooses where its pictures
//! come from; [`playing`] hears the element that plays, [`tick`] looks whether it fares well, and [`away`] sees to a network
//! that is gone. [`run`] holds how it stands, [`draw`] puts that on the screen. This part is fetched by every shopper who sees
//! a poster, so it is drawn by hand: views and signals of its own would weigh more than all of the player.

mod acts;
mod away;
mod captions;
mod cards;
mod dom;
mod draw;
mod js;
mod keeping;
mod library;
mod line;
mod menus;
mod open;
mod playing;
mod poster;
mod run;
mod screen;
mod seek;
mod sheet;
mod source;
mod still;
mod template;
mod tick;
mod words;
mod written;

use std::sync::Arc;

use alap_protocol::pack::OwnMoment;
use leptos::{html, prelude::*};
use run::run;
use wasm_bindgen::{JsCast, closure::Closure};

use crate::{
    later::{Loading, Watching},
    panel::Panel,
    styles,
};

const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/video.css"));

/// The player, as the rest of the panel knows it.
struct Player(Panel);

/// Stands ready to play.
pub(crate) fn load(panel: Panel) -> Loading {
    styles::add(STYLE);
    run(|run| {
        run.panel = Some(panel);
        run.asked = panel.asked_video.try_update_value(Option::take).flatten();
        run.products = Some(RwSignal::new(Vec::new()));
    });
    keeping::read_choices();
    line::measure();
    dom::hear(&window(), &["online"], |_| away::again());
    dom::hear(&document(), &["fullscreenchange"], |_| screen::changed());
    let worse = Closure::<dyn FnMut()>::new(|| {
        // The first stall is not waited out then. Before one, there may be enough on the device to get over it, and a new
        // source would throw that away.
        let most = source::most();
        run(|run| run.worse = most < run.offer.1);
    });
    js::call(&line::connection(), "addEventListener", &[&"change".into(), worse.as_ref()]);
    worse.forget();
    Effect::new(move |_| {
        panel.locale.track();
        panel.pack.track();
        panel.page.track();
        panel.view.track();
        panel.visible.track();
        poster::draw();
        draw::video();
        open::changed();
    });
    panel.watching.set(Some(Arc::new(Player(panel))));
    Box::pin(std::future::ready(()))
}

impl Watching for Player {
    fn home(&self) -> AnyView {
        let place = NodeRef::<html::Section>::new();
        Effect::new(move |_| {
            if let Some(place) = place.get() {
                dom::hear(&place, &["pointerdown", "click"], poster::heard);
                run(|run| run.poster = Some((*place).clone().into()));
                poster::draw();
            }
        });
        view! { <section class="poster-place" node_ref=place inner_html=template::poster()></section> }
            .into_any()
    }

    fn player(&self) -> AnyView {
        let panel = self.0;
        let place = NodeRef::<html::Section>::new();
        Effect::new(move |_| {
            if let Some(place) = place.get() {
                drawn(&place);
            }
        });
        let products = run(|run| run.products);
        let shown = move || products.map(|products| cards::cards(panel, &products.get()));
        view! {
            <section class="player" node_ref=place>
                <div inner_html=template::stage()></div>
                <div class="player-below cards">{shown}</div>
                <div class="player-below" inner_html=template::BELOW></div>
            </section>
        }
        .into_any()
    }

    fn open(&self, moment: OwnMoment) {
        run(|run| run.asked = Some(moment));
        open::changed();
    }

    fn reset(&self) {
        open::close();
        keeping::read_choices();
        draw::draw();
    }
}

/// The player stands in the page: from now on it hears.
fn drawn(place: &web_sys::Element) {
    run(|run| {
        run.root = Some(place.clone());
        run.video = dom::part(place, "video").dyn_into().ok();
    });
    let hear = |part: &str, events: &[&str], act| {
        if let Some(part) = dom::part(place, part).dyn_ref() {
            dom::hear(part, events, act);
        }
    };
    hear("video", &playing::EVENTS, playing::heard);
    hear("stage", &["pointermove", "pointerdown", "focusin"], acts::touched);
    hear("stage", &["keydown"], acts::pressed);
    hear("range", &["input", "change", "pointermove", "pointerleave"], seek::heard);
    hear("volume", &["input"], seek::louder);
    dom::hear(place, &["click"], acts::tapped);
    draw::video();
    open::changed();
}
