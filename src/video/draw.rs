//! Puts what is known on the screen. It may be called at any time, and changes only what has changed.

use alap_protocol::{
    locale::{Locale, Localized},
    video::VideoSource,
};
use alap_ui::{components::IconName, moments::moment, words::lang_of};
use alap_video::{at, ways::Way};
use leptos::prelude::{GetUntracked, document};
use wasm_bindgen::JsValue;

use super::{
    captions, cards,
    dom::{
        add, all, class, give, inner, mark, mark_it, part, put_text, say, set_flag, set_text, show, style,
        translate,
    },
    js::{call, get, tell, text},
    menus,
    run::{Menu, Run, panel, run},
    template::{CHAPTER, FRAME},
    tick::SLOW,
    words::{tr, tr_with},
};

/// Everything that may have changed.
#[inline(never)]
pub(super) fn draw() {
    let Some(locale) = panel().map(|panel| panel.locale.get_untracked()) else { return };
    run(|run| {
        if run.video.is_some() {
            stage(run, locale);
            linked(run, locale);
            controls(run, locale);
            around(run);
        }
    });
    cards::draw(locale, false);
}

fn stage(run: &Run, locale: Locale) {
    match &run.head {
        Some(head) => said(&part("v-title"), locale, &head.title),
        None => say("v-title", ""),
    }
    let tall = run.head.as_ref().and_then(|it| it.poster.as_ref()).is_some_and(|it| it.height > it.width);
    class("v-stage", "stage-tall", tall);
    class("v-stage", "stage-full", run.full);
    class("v-stage", "stage-quiet", run.quiet);
    class("v-stage", "stage-linked", run.is_linked());
    let lines = run.lines.to_string();
    mark("v-stage", "data-quality", (run.lines > 0).then_some(lines.as_str()));
    let lost = run.head.is_none() || (run.over && run.word.is_some());
    show("v-sign", !(run.plays || run.waits || lost));
    say("v-word", &run.word.or(run.note).map(|key| tr(locale, key)).unwrap_or_default());
    class("v-word", "stage-waits", run.waits);
}

/// Another site's player, once the shopper has agreed to it.
fn linked(run: &Run, locale: Locale) {
    show("v-site", run.is_linked());
    show("v-agree", run.linked.is_none());
    show("v-site-note", run.linked.is_none());
    let source = match run.source() {
        Some(VideoSource::Linked(linked)) => {
            let site = [("site", linked.site.name())];
            say("v-site-note", &tr_with(locale, "video.site", &site));
            say("v-page", &tr_with(locale, "video.on_site", &site));
            mark("v-page", "href", Some(&linked.page));
            run.linked.map(|at| linked.from(at))
        }
        _ => None,
    };
    let frame = part("v-frame");
    if text(&frame, "src") == source {
        return;
    }
    call(&frame, "remove", &[]);
    if let Some(source) = source {
        // Not in the page before it has its address.
        let place = tell(&document(), "createElement", "div");
        let frame = add(&place, FRAME);
        put_text(&frame, "title", run.head.as_ref().map_or("", |head| head.title.get(locale)));
        put_text(&frame, "src", &source);
        call(&part("v-site"), "prepend", &[&frame]);
    }
}

fn controls(run: &Run, locale: Locale) {
    let Some(video) = &run.video else { return };
    let at = run.drawn.unwrap_or(run.at());
    let (now, all) = (moment(locale, at), moment(locale, run.seconds));
    say("v-now", &now);
    say("v-all", &all);
    set_text("v-range", "max", &run.seconds.to_string());
    set_text("v-range", "value", &at.to_string());
    set_flag("v-range", "disabled", run.seconds == 0);
    mark("v-range", "aria-valuetext", Some(&tr_with(locale, "video.at", &[("at", &now), ("all", &all)])));
    let volume = (video.volume() * 100.0 + 0.5) as u32;
    set_text("v-volume", "value", &volume.to_string());
    let speed = menus::speed(locale, run.speed);
    let rungs = matches!(run.source(), Some(VideoSource::Ladder(ladder)) if ladder.rungs.len() > 1);
    let muted = video.muted() || volume == 0;
    icon("v-play", if run.plays { IconName::PAUSE } else { IconName::PLAY });
    icon("v-mute", if muted { IconName::MUTED } else { IconName::SOUND });
    label("v-play", &tr(locale, if run.plays { "video.pause" } else { "video.play" }));
    label("v-mute", &tr(locale, if muted { "video.unmute" } else { "video.mute" }));
    label("v-speed", &tr_with(locale, "video.speed_now", &[("speed", &speed)]));
    label("v-full", &tr(locale, if run.full { "video.not_full" } else { "video.full" }));
    show("v-captions", run.has_captions());
    show("v-quality", rungs && !run.is_plain());
    opens("v-captions", run.menu == Some(Menu::Captions));
    opens("v-speed", run.menu == Some(Menu::Speed));
    opens("v-quality", run.menu == Some(Menu::Quality));
}

#[inline(never)]
fn label(control: &str, words: &str) {
    mark(control, "aria-label", Some(words));
    mark(control, "title", Some(words));
}

#[inline(never)]
fn opens(control: &str, is_open: bool) {
    mark(control, "aria-expanded", Some(if is_open { "true" } else { "false" }));
}

#[inline(never)]
fn icon(control: &str, icon: IconName) {
    give(&inner(&part(control), "path"), "d", icon.path());
}

fn around(run: &Run) {
    let slow = run.word == Some(SLOW) && run.ways.len() > 1;
    let watch = run.head.as_ref().and_then(|head| head.watch.as_deref()).filter(|_| run.over);
    show("v-resumed", run.resumed);
    show("v-start", run.resumed);
    show("v-lower", slow && run.offer.1 > 0);
    show("v-plain", slow && run.ways.contains(&Way::Plain));
    show("v-elsewhere", watch.is_some());
    show("v-ask", run.head.is_some());
    show("v-counts", run.sheet.as_ref().is_some_and(|sheet| sheet.counted));
    mark("v-elsewhere", "href", watch);
    set_flag("v-count", "checked", run.counts);
    let now = run.sheet.as_ref().and_then(|sheet| at::chapter(&sheet.chapters, run.at()));
    for (place, chapter) in all(".player-chapter").iter().enumerate() {
        mark_it(chapter, "aria-current", (Some(place) == now).then_some("true"));
    }
}

/// What changes with the video, and with the language: captions, ticks, chapters, an open menu.
pub(super) fn video() {
    let Some(locale) = panel().map(|panel| panel.locale.get_untracked()) else { return };
    translate(locale);
    run(|run| {
        let Some(video) = &run.video else { return };
        captions::offer(run, video);
        say("v-ticks", "");
        say("v-list", "");
        let (ticks, list) = (part("v-ticks"), part("v-list"));
        let chapters = run.sheet.as_ref().map_or(&[][..], |sheet| &sheet.chapters);
        show("v-chapters", !chapters.is_empty());
        for chapter in chapters {
            if (1..run.seconds).contains(&chapter.at) {
                let tick = add(&ticks, r#"<span class="seek-tick"></span>"#);
                style(&tick, "left", &percent(chapter.at, run.seconds));
            }
            let button = get(&add(&list, CHAPTER), "firstChild");
            put_text(&button, "value", &["seek:", &chapter.at.to_string()].concat());
            put_text(&get(&button, "firstChild"), "textContent", &moment(locale, chapter.at));
            said(&get(&button, "lastChild"), locale, &chapter.title);
        }
    });
    menus::fill(locale);
    cards::draw(locale, true);
    captions::apply();
}

/// A seller's words, in the language that they are there in.
#[inline(never)]
pub(super) fn said(of: &JsValue, locale: Locale, words: &Localized) {
    put_text(of, "textContent", words.get(locale));
    put_text(of, "lang", lang_of(words, locale).unwrap_or_default());
}

/// "12.5%"
pub(super) fn percent(part: u32, all: u32) -> String {
    let tenths = u64::from(part) * 1_000 / u64::from(all.max(1));
    [&(tenths / 10).to_string(), ".", &(tenths % 10).to_string(), "%"].concat()
}
