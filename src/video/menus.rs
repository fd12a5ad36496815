//! What can be chosen from, and what lies around the player: captions, speed, quality; the products of the moment.

use alap_protocol::{id::ProductId, locale::Locale, video::VideoSource};
use alap_ui::words::number;
use alap_video::at;
use web_sys::Element;

use super::{
    captions,
    dom::{add, mark, part, show},
    js::{call, set},
    keeping::SPEEDS,
    run::{Menu, Run},
    words::{size, tr},
};

/// The menu that a control opens.
pub(super) fn of(control: &str) -> Option<Menu> {
    Some(match control.strip_prefix("do-").unwrap_or(control) {
        "captions" => Menu::Captions,
        "speed" => Menu::Speed,
        "quality" => Menu::Quality,
        _ => return None,
    })
}

/// Fills the open menu; hides it where none is open.
pub(super) fn fill(run: &Run, root: &Element, locale: Locale) {
    let menu = part(root, "menu");
    set(&menu, "textContent", &"".into());
    show(root, "menu", run.menu.is_some());
    let item = |act: &str, what: &str, label: &str, chosen: bool| {
        let item = add(&menu, "button", "chip", label);
        for (name, value) in [
            ("type", "button"),
            ("data-do", &*format!("{act}:{what}")),
            ("aria-pressed", if chosen { "true" } else { "false" }),
        ] {
            mark(&item, name, Some(value));
        }
        item
    };
    let heading = match run.menu {
        None => return,
        Some(Menu::Captions) => {
            item("captions", "off", &tr(locale, "video.off"), run.captions.is_none());
            for it in run.sheet.iter().flat_map(|sheet| &sheet.captions) {
                item("captions", it.locale.tag(), captions::name(it.locale), run.captions == Some(it.locale));
            }
            "video.captions"
        }
        Some(Menu::Speed) => {
            for percent in SPEEDS {
                item("speed", &percent.to_string(), &speed(locale, percent), run.speed == percent);
            }
            "video.speed"
        }
        Some(Menu::Quality) => {
            let auto = item("quality", "auto", &tr(locale, "video.auto"), run.quality.is_none());
            mark(&auto, "data-quality", Some("auto"));
            if let Some(VideoSource::Ladder(ladder)) = run.source() {
                for (place, rung) in ladder.rungs.iter().enumerate() {
                    let lines = rung.size.lines.to_string();
                    let label = [&number(locale, &lines), "p · ", &size(locale, rung.size.bytes)].concat();
                    let rung = item("quality", &place.to_string(), &label, run.quality == Some(place));
                    mark(&rung, "data-quality", Some(&lines));
                }
            }
            "video.quality"
        }
    };
    mark(&menu, "aria-label", Some(&tr(locale, heading)));
    let nearest = js_sys::Object::new();
    set(&nearest, "block", &"nearest".into());
    call(&menu, "scrollIntoView", &[&nearest]);
}

/// "1.25×"
pub(super) fn speed(locale: Locale, percent: u32) -> String {
    number(locale, f64::from(percent) / 100.0) + "×"
}

/// The products of the moment; where it names none, those that the video is about.
pub(super) fn products(run: &Run) -> Vec<ProductId> {
    let seen = run.sheet.as_ref().map(|sheet| at::products(&sheet.shown, run.at())).unwrap_or_default();
    let about = run.head.as_ref().map(|head| &head.products);
    if seen.is_empty() { about.cloned().unwrap_or_default() } else { seen }
}
