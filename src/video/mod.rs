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
use js::soon;
use leptos::prelude::*;
use run::run;
use wasm_bindgen::JsCast;
use web_sys::Event;

use crate::{
    later::{Loading, Watching},
    panel::Panel,
    styles,
};

const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/video.css"));

/// The player, as the rest of the panel knows it.
struct Player;

/// Stands ready to play.
pub(crate) fn load(panel: Panel) -> Loading {
    styles::add(STYLE);
    run(|run| {
        run.panel = Some(panel);
        run.asked = panel.asked_video.try_update_value(Option::take).flatten();
    });
    keeping::read_choices();
    line::measure();
    dom::hear(&window(), &["online"], |_| away::again());
    dom::hear(&document(), &["fullscreenchange"], |_| screen::changed());
    dom::hear(&line::connection(), &["change"], |_| {
        // The first stall is not waited out then. Before one, there may be enough on the device to get over it, and a new
        // source would throw that away.
        let most = source::most();
        run(|run| run.worse = most < run.offer.1);
    });
    Effect::new(move |_| {
        panel.locale.track();
        panel.pack.track();
        panel.page.track();
        panel.view.track();
        panel.visible.track();
        draw::video();
        poster::draw();
        open::changed();
    });
    panel.watching.set(Some(Arc::new(Player)));
    Box::pin(std::future::ready(()))
}

impl Watching for Player {
    fn home(&self) -> AnyView {
        soon(|_| {
            let place = dom::part("v-place");
            dom::hear(&place, &["pointerdown", "click"], poster::heard);
            dom::hear(&place, &["focusin"], Event::stop_propagation);
            draw::video();
            poster::draw();
        });
        view! { <section class="poster-place" id="v-place" inner_html=template::poster()></section> }
            .into_any()
    }

    fn player(&self) -> AnyView {
        soon(|_| {
            run(|run| run.video = dom::part("v-video").dyn_into().ok());
            dom::show("v-small", screen::has_small());
            dom::show("v-full", screen::has_full());
            for (part, events, act) in [
                ("v-video", &playing::EVENTS[..], playing::heard as fn(&Event)),
                ("v-stage", &["pointermove", "pointerdown", "focusin"], acts::touched),
                ("v-stage", &["keydown"], acts::pressed),
                ("v-range", &["input", "change", "pointermove", "pointerleave"], seek::heard),
                ("v-volume", &["input"], seek::louder),
                ("v-player", &["click"], acts::tapped),
                // Who watches does not mean to write yet: the talk is fetched when they stop.
                ("v-player", &["focusin"], Event::stop_propagation),
            ] {
                dom::hear(&dom::part(part), events, act);
            }
            draw::video();
            open::changed();
        });
        view! { <section class="player" id="v-player" inner_html=template::player()></section> }.into_any()
    }

    fn open(&self, moment: OwnMoment) {
        run(|run| run.asked = Some(moment));
        open::changed();
    }

    fn reset(&self) {
        // Of what is forgotten, nothing is written down.
        run(|run| (run.head, run.sheet, run.asked) = (None, None, None));
        open::close();
        keeping::read_choices();
        draw::draw();
    }
}
