//! What can be chosen from: captions, speed, quality.

use alap_protocol::{locale::Locale, video::VideoSource};
use alap_ui::words::number;
use wasm_bindgen::JsValue;

use super::{
    captions,
    dom::{add, give, mark, part, put_text, say, show},
    js::{call, set},
    keeping::SPEEDS,
    run::{Menu, Run, run},
    template::ITEM,
    words::{size, tr},
};

/// Fills the open menu; hides it where none is open.
pub(super) fn fill(locale: Locale) {
    say("v-menu", "");
    let menu = part("v-menu");
    let heading = run(|run| items(run, &menu, locale));
    show("v-menu", heading.is_some());
    if let Some(heading) = heading {
        mark("v-menu", "aria-label", Some(&tr(locale, heading)));
        let nearest = js_sys::Object::new();
        set(&nearest, "block", &"nearest".into());
        call(&menu, "scrollIntoView", &[&nearest]);
    }
}

fn items(run: &Run, menu: &JsValue, locale: Locale) -> Option<&'static str> {
    let heading = match run.menu? {
        Menu::Captions => {
            item(menu, "captions:", "off", None, &tr(locale, "video.off"), run.captions.is_none());
            for it in run.sheet.iter().flat_map(|sheet| &sheet.captions) {
                let (tag, name) = (it.locale.tag(), captions::name(it.locale));
                item(menu, "captions:", tag, None, name, run.captions == Some(it.locale));
            }
            "video.captions"
        }
        Menu::Speed => {
            for percent in SPEEDS {
                let chosen = run.speed == percent;
                item(menu, "speed:", &percent.to_string(), None, &speed(locale, percent), chosen);
            }
            "video.speed"
        }
        Menu::Quality => {
            item(menu, "quality:", "auto", Some("auto"), &tr(locale, "video.auto"), run.quality.is_none());
            if let Some(VideoSource::Ladder(ladder)) = run.source() {
                for (place, rung) in ladder.rungs.iter().enumerate() {
                    let lines = rung.size.lines.to_string();
                    let label = [&*number(locale, &lines), "p · ", &*size(locale, rung.size.bytes)].concat();
                    let chosen = run.quality == Some(place);
                    item(menu, "quality:", &place.to_string(), Some(&lines), &label, chosen);
                }
            }
            "video.quality"
        }
    };
    Some(heading)
}

#[inline(never)]
fn item(menu: &JsValue, act: &str, what: &str, quality: Option<&str>, label: &str, chosen: bool) {
    let item = add(menu, ITEM);
    put_text(&item, "value", &[act, what].concat());
    put_text(&item, "textContent", label);
    give(&item, "aria-pressed", if chosen { "true" } else { "false" });
    if let Some(quality) = quality {
        give(&item, "data-quality", quality);
    }
}

/// "1.25×"
pub(super) fn speed(locale: Locale, percent: u32) -> String {
    let hundredths = (percent % 100).to_string();
    let part = hundredths.trim_end_matches('0');
    let dot = if part.is_empty() { "" } else { "." };
    number(locale, [&*(percent / 100).to_string(), dot, part, "×"].concat())
}
