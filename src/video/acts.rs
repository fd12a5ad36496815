//! What a tap does, and a key.

use alap_protocol::locale::Locale;
use alap_video::at;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use super::{
    captions, cards,
    draw::{self, draw},
    js::{flag, get, tell, text},
    keeping::{self, SPEEDS},
    open,
    playing::{MUTED, now},
    run::{Menu, panel, run, video},
    screen, source,
    tick::LOWER,
};
use crate::later::{AskedMoment, with_talk};

/// What an arrow goes, in seconds.
const STEP: f64 = 5.0;
/// What an arrow changes of the volume, of one.
const LOUDER: f64 = 0.1;
/// What sound comes back with that was turned down to nothing.
const HALF: f64 = 0.5;

/// Somebody touched the player.
pub(super) fn touched(_: &Event) {
    run(|run| {
        run.touched = now();
        run.quiet = false;
    });
}

/// A tap: what it is for stands on what was tapped, or around it.
pub(super) fn tapped(event: &Event) {
    let Some(target) = event.target() else { return };
    let target = tell(&target, "closest", "[data-do],[value],[data-product]");
    let data = get(&target, "dataset");
    if let Some(sku) = text(&data, "product") {
        return cards::tapped(event, &sku);
    }
    let act = text(&data, "do").or_else(|| text(&target, "value")).unwrap_or_default();
    let (act, what) = act.split_once(':').unwrap_or((&act, ""));
    let number = what.parse::<u32>().ok();
    match (act, what) {
        ("play", _) => open::toggle(),
        ("mute", _) => mute(),
        ("small", _) => screen::toggle_small(),
        ("full", _) => screen::toggle_full(),
        ("ask", _) => ask(),
        ("start", _) => open::seek(0.0),
        ("lower", _) => source::offer((0, 0)),
        ("plain", _) => source::plain(),
        ("agree", _) => run(|run| run.linked = Some(run.from)),
        ("count", _) => {
            run(|run| run.counts = flag(&target, "checked"));
            keeping::keep_choices();
            // What was watched before the yes is not told.
            keeping::news();
        }
        ("seek", _) => {
            open::seek(f64::from(number.unwrap_or_default()));
            open::play();
        }
        (_, "") => {
            let menu = match act {
                "captions" => Some(Menu::Captions),
                "speed" => Some(Menu::Speed),
                "quality" => Some(Menu::Quality),
                _ => None,
            };
            run(|run| run.menu = menu.filter(|_| run.menu != menu));
            draw::video();
        }
        (chooses, _) => {
            match chooses {
                "captions" => captions::choose(Locale::from_tag(what)),
                "speed" => set_speed(number.unwrap_or(100)),
                _ => choose_quality(what.parse().ok()),
            }
            run(|run| run.menu = None);
            draw::video();
        }
    }
    draw();
    keep_focus();
}

/// Who used a control that is gone now is not lost: the stage has the focus then.
fn keep_focus() {
    let focused = document().active_element();
    if focused.is_none_or(|it| it.matches("body,[hidden],[hidden] *").unwrap_or(false)) {
        open::focus();
    }
}

fn choose_quality(place: Option<usize>) {
    run(|run| {
        run.quality = place;
        run.note = run.note.filter(|note| *note != LOWER);
    });
    source::offer(source::offer_now());
}

fn set_speed(percent: u32) {
    run(|run| run.speed = percent);
    keeping::keep_choices();
    source::set_speed();
}

/// Sound off, or on again.
fn mute() {
    if let Some(video) = video() {
        let muted = !(video.muted() || video.volume() <= 0.0);
        video.set_muted(muted);
        if !muted && video.volume() <= 0.0 {
            video.set_volume(HALF);
        }
        run(|run| run.note = run.note.filter(|note| *note != MUTED));
        if muted {
            captions::on_when_muted();
        }
    }
}

/// So loud, from 0 to 1.
pub(super) fn set_volume(volume: f64) {
    if let Some(video) = video() {
        video.set_volume(volume.clamp(0.0, 1.0));
        video.set_muted(volume <= 0.0);
        if volume <= 0.0 {
            captions::on_when_muted();
        }
    }
}

/// Puts the moment into the talk.
fn ask() {
    let asked = run(|run| {
        let head = run.head.as_ref()?;
        let at = run.at();
        let shown = run.sheet.as_ref().map_or(&[][..], |sheet| &sheet.shown);
        Some((head.id.clone(), at, at::product(shown, &head.products, at)))
    });
    let (Some((video, at, product)), Some(panel)) = (asked, panel()) else { return };
    let watched = keeping::news();
    open::rest();
    let moment = AskedMoment { video, at, product, watched };
    with_talk(panel, move |talk| talk.ask_moment(moment));
}

/// A key on the stage, or on a control that does not use it itself.
pub(super) fn pressed(event: &Event) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
    let kind = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let kind = kind.map(|target| target.tag_name()).unwrap_or_default();
    let key = event.key();
    let is_used = match kind.as_str() {
        "BUTTON" | "A" => key == " " || key == "Enter",
        "INPUT" => key.starts_with("Arrow"),
        _ => false,
    };
    if !(is_used || event.ctrl_key() || event.meta_key() || event.alt_key()) && act(&key) {
        event.prevent_default();
        draw();
        keep_focus();
    }
}

fn act(key: &str) -> bool {
    let (at, seconds, speed, menu) = run(|run| (run.place, run.seconds, run.speed, run.menu.is_some()));
    let volume = video().map_or(1.0, |video| video.volume());
    match key {
        " " | "k" => open::toggle(),
        "ArrowLeft" => open::seek(at - STEP),
        "ArrowRight" => open::seek(at + STEP),
        "ArrowUp" => set_volume(volume + LOUDER),
        "ArrowDown" => set_volume(volume - LOUDER),
        "m" => mute(),
        "c" => captions::toggle(),
        "f" => screen::toggle_full(),
        "<" | ">" => {
            let mut speeds = SPEEDS.into_iter();
            let next =
                if key == "<" { speeds.rfind(|it| *it < speed) } else { speeds.find(|it| *it > speed) };
            set_speed(next.unwrap_or(speed));
        }
        "Escape" if menu => {
            run(|run| run.menu = None);
            draw::video();
        }
        _ => match key.parse::<u32>() {
            Ok(tenth @ 0..=9) => open::seek(f64::from(seconds) * f64::from(tenth) / 10.0),
            _ => return false,
        },
    }
    true
}
