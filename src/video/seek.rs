//! The seek bar: small pictures to find a moment by, and where it is drawn to.

use alap_ui::moments::moment;
use leptos::prelude::GetUntracked;
use web_sys::Event;

use super::{
    acts,
    dom::{part, say, show, style},
    draw::{draw, percent},
    js::number,
    open,
    run::{panel, run},
};

/// What the bar tells.
pub(super) fn heard(event: &Event) {
    let Some(bar) = event.target() else { return };
    let value = Some(number(&bar, "valueAsNumber") as u32);
    match event.type_().as_str() {
        "input" => {
            run(|run| run.drawn = value);
            look(value);
        }
        "change" => {
            run(|run| run.drawn = None);
            look(None);
            open::seek(value.map_or(0.0, f64::from));
        }
        "pointermove" => {
            let part = number(event, "offsetX") / number(&bar, "clientWidth").max(1.0);
            look(Some((part.clamp(0.0, 1.0) * f64::from(run(|run| run.seconds))) as u32));
        }
        _ => look(None),
    }
    draw();
}

/// Shows the small picture of a second, where there is one, and its time.
fn look(at: Option<u32>) {
    show("v-preview", at.is_some());
    let (Some(at), Some(panel)) = (at, panel()) else { return };
    say("v-looks", &moment(panel.locale.get_untracked(), at));
    run(|run| {
        style(&part("v-preview"), "left", &percent(at, run.seconds));
        let strip = run.sheet.as_ref().and_then(|it| it.strip.as_ref());
        show("v-strip", strip.is_some());
        let Some(strip) = strip else { return };
        let place = (at / u32::from(strip.every.max(1))).min(u32::from(strip.count.max(1)) - 1);
        let columns = u32::from(strip.columns.max(1));
        let (row, column) = (place / columns, place % columns);
        let (width, height) = (u32::from(strip.width), u32::from(strip.height));
        let pixels = |pixels: u32| [&*pixels.to_string(), "px"].concat();
        let source = ["url(\"", &*strip.src.replace(['"', '\\', '\n'], ""), "\")"].concat();
        let picture = part("v-strip");
        style(&picture, "backgroundImage", &source);
        style(&picture, "backgroundPositionX", &["-", &*pixels(column * width)].concat());
        style(&picture, "backgroundPositionY", &["-", &*pixels(row * height)].concat());
        style(&picture, "width", &pixels(width));
        style(&picture, "height", &pixels(height));
    });
}

/// The bar for a mouse that makes it louder.
pub(super) fn louder(event: &Event) {
    if let Some(bar) = event.target() {
        acts::set_volume(number(&bar, "valueAsNumber") / 100.0);
    }
}
