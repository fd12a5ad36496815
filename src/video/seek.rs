//! The seek bar: small pictures to find a moment by, and where it is drawn to.

use alap_ui::moments::moment;
use leptos::prelude::GetUntracked;
use web_sys::Event;

use super::{
    acts,
    dom::{part, say, show, style},
    draw::{draw, percent},
    js::{get, number},
    open,
    run::run,
};

/// What the bar tells.
pub(super) fn heard(event: &Event) {
    let Some(bar) = event.target() else { return };
    let value = get(&bar, "value").as_string().and_then(|value| value.parse::<u32>().ok());
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
    run(|run| {
        let (Some(root), Some(panel)) = (&run.root, run.panel) else { return };
        show(root, "preview", at.is_some());
        let Some(at) = at else { return };
        say(root, "looks", &moment(panel.locale.get_untracked(), at));
        style(&part(root, "preview"), "left", &percent(at, run.seconds));
        let strip =
            run.sheet.as_ref().and_then(|it| it.strip.as_ref()).filter(|it| it.count > 0 && it.columns > 0);
        show(root, "strip", strip.is_some());
        if let Some(strip) = strip {
            let place = (at / u32::from(strip.every.max(1))).min(u32::from(strip.count) - 1);
            let (row, column) = (place / u32::from(strip.columns), place % u32::from(strip.columns));
            let (width, height) = (u32::from(strip.width), u32::from(strip.height));
            let picture = part(root, "strip");
            for (name, value) in [
                ("backgroundImage", format!("url({:?})", strip.src)),
                ("backgroundPosition", format!("-{}px -{}px", column * width, row * height)),
                ("width", format!("{width}px")),
                ("height", format!("{height}px")),
            ] {
                style(&picture, name, &value);
            }
        }
    });
}

/// The bar for a mouse that makes it louder.
pub(super) fn louder(event: &Event) {
    if let Some(bar) = event.target() {
        let volume = get(&bar, "value").as_string().and_then(|value| value.parse::<f64>().ok());
        acts::set_volume(volume.unwrap_or(100.0) / 100.0);
    }
}
