//! Puts what is known on the screen. It may be called at any time, and changes only what has changed.

use alap_protocol::{locale::Locale, video::VideoSource};
use alap_ui::{
    components::IconName,
    moments::moment,
    words::{lang_of, number},
};
use alap_video::{at, ways::Way};
use leptos::prelude::{GetUntracked, Set};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use super::{
    dom::{add, all, mark, name, part, put, put_part, say, show, style, translate},
    js::{get, set},
    menus,
    run::{Run, run},
    tick::SLOW,
    words::{tr, tr_with},
};

/// Everything that may have changed.
#[inline(never)]
pub(super) fn draw() {
    let products = run(|run| {
        let (Some(root), Some(panel)) = (run.root.clone(), run.panel) else { return None };
        let locale = panel.locale.get_untracked();
        stage(run, &root, locale);
        controls(run, &root, locale);
        around(run, &root);
        let shown = run.products?;
        let products = menus::products(run);
        (shown.get_untracked() != products).then_some((shown, products))
    });
    if let Some((shown, products)) = products {
        shown.set(products);
    }
}

fn stage(run: &Run, root: &Element, locale: Locale) {
    let title = run.head.as_ref().map_or("", |head| head.title.get(locale));
    say(root, "title", title);
    let tall = run.head.as_ref().and_then(|it| it.poster.as_ref()).is_some_and(|it| it.height > it.width);
    let stage = part(root, "stage");
    let mut class = "stage".to_owned();
    for (is_it, more) in [
        (tall, " stage-tall"),
        (run.full, " stage-full"),
        (run.quiet, " stage-quiet"),
        (run.is_linked(), " stage-linked"),
    ] {
        class.push_str(if is_it { more } else { "" });
    }
    put(&stage, "className", &class.into());
    let lines = run.lines.to_string();
    mark(&stage, "data-quality", (run.lines > 0).then_some(lines.as_str()));
    show(root, "sign", !(run.plays || run.waits || run.over));
    let word = run.word.or(run.note).map(|key| tr(locale, key)).unwrap_or_default();
    say(root, "word", &word);
    let class = if run.waits { "stage-word stage-waits" } else { "stage-word" };
    put_part(root, "word", "className", &class.into());
    show(root, "site", run.is_linked());
    show(root, "agree", run.linked.is_none());
    show(root, "site-note", run.linked.is_none());
    if let Some(VideoSource::Linked(linked)) = run.source() {
        let site = [("site", linked.site.name())];
        say(root, "site-note", &tr_with(locale, "video.site", &site));
        say(root, "page", &tr_with(locale, "video.on_site", &site));
        mark(&part(root, "page"), "href", Some(&linked.page));
        if let Some(from) = run.linked {
            let mut frame = part(root, "frame");
            if frame.is_undefined() {
                frame = add(&JsValue::UNDEFINED, "iframe", "stage-frame", "");
                for (name, value) in [
                    ("data-at", "frame"),
                    ("allow", "autoplay; fullscreen; picture-in-picture"),
                    ("referrerpolicy", "strict-origin"),
                    ("title", title),
                ] {
                    mark(&frame, name, Some(value));
                }
            }
            mark(&frame, "src", Some(&linked.from(from)));
            if let (Ok(site), Some(frame)) =
                (part(root, "site").dyn_into::<Element>(), frame.dyn_ref::<Element>())
                && frame.parent_node().is_none()
            {
                // It goes in with its address, so that nothing else is loaded first.
                let _ = site.insert_adjacent_element("afterbegin", frame);
            }
        }
    }
    if run.linked.is_none()
        && let Ok(frame) = part(root, "frame").dyn_into::<Element>()
    {
        frame.remove();
    }
}

fn controls(run: &Run, root: &Element, locale: Locale) {
    let Some(video) = &run.video else { return };
    let time = |at: u32| moment(locale, at);
    let at = run.drawn.unwrap_or(run.at());
    say(root, "now", &time(at));
    say(root, "all", &time(run.seconds));
    let range = part(root, "range");
    put(&range, "max", &run.seconds.to_string().into());
    put(&range, "value", &at.to_string().into());
    put(&range, "disabled", &(run.seconds == 0).into());
    let spoken = tr_with(locale, "video.at", &[("at", &time(at)), ("all", &time(run.seconds))]);
    mark(&range, "aria-valuetext", Some(&spoken));
    let volume = (video.volume() * 100.0).round();
    put_part(root, "volume", "value", &volume.to_string().into());
    let muted = video.muted() || volume == 0.0;
    let [play, mute] = [
        (run.plays, IconName::PAUSE, IconName::PLAY, "video.pause", "video.play"),
        (muted, IconName::MUTED, IconName::SOUND, "video.unmute", "video.mute"),
    ]
    .map(|(is_it, icon, other, words, other_words)| if is_it { (icon, words) } else { (other, other_words) });
    let full = if run.full { "video.not_full" } else { "video.full" };
    let speed = [("speed", &*menus::speed(locale, run.speed))];
    let captions = run.sheet.as_ref().is_some_and(|sheet| !sheet.captions.is_empty());
    let rungs = matches!(run.source(), Some(VideoSource::Ladder(ladder)) if ladder.rungs.len() > 1);
    for (control, words, shown, icon) in [
        ("do-play", tr(locale, play.1), true, Some(play.0)),
        ("do-mute", tr(locale, mute.1), true, Some(mute.0)),
        ("do-captions", tr(locale, "video.captions"), captions, None),
        ("do-speed", tr_with(locale, "video.speed_now", &speed), true, None),
        ("do-quality", tr(locale, "video.quality"), rungs && !run.is_plain(), None),
        ("do-small", tr(locale, "video.small"), super::screen::has_small(), None),
        ("do-full", tr(locale, full), super::screen::has_full(), None),
    ] {
        let button = part(root, control);
        name(&button, &words);
        put(&button, "hidden", &(!shown).into());
        if let Some(icon) = icon {
            mark(&get(&get(&button, "firstChild"), "firstChild"), "d", Some(icon.path()));
        }
        if let Some(menu) = menus::of(control) {
            mark(&button, "aria-expanded", Some(if run.menu == Some(menu) { "true" } else { "false" }));
        }
    }
}

fn around(run: &Run, root: &Element) {
    let is_ladder = matches!(run.source(), Some(VideoSource::Ladder(_)));
    let slow = run.word == Some(SLOW) && is_ladder && !run.is_plain();
    let watch = run.head.as_ref().and_then(|head| head.watch.as_deref()).filter(|_| run.over);
    for (name, shown) in [
        ("resumed", run.resumed),
        ("start", run.resumed),
        ("lower", slow && run.offer.1 > 0),
        ("plain", slow && run.ways.contains(&Way::Plain)),
        ("elsewhere", watch.is_some()),
        ("ask", run.head.is_some()),
        ("counts", run.sheet.as_ref().is_some_and(|sheet| sheet.counted)),
    ] {
        show(root, name, shown);
    }
    mark(&part(root, "elsewhere"), "href", watch);
    put_part(root, "count", "checked", &run.counts.into());
    let chapters = run.sheet.as_ref().map_or(&[][..], |sheet| &sheet.chapters);
    let now = at::chapter(chapters, run.at());
    for (place, chapter) in all(root, ".player-chapter").iter().enumerate() {
        mark(chapter, "aria-current", (Some(place) == now).then_some("true"));
    }
}

/// What changes with the video, and with the language: captions, ticks, chapters, an open menu.
pub(super) fn video() {
    run(|run| {
        let (Some(root), Some(panel), Some(video)) = (&run.root, run.panel, &run.video) else { return };
        let locale = panel.locale.get_untracked();
        translate(root, locale);
        let poster = run.head.as_ref().and_then(|head| Some(head.poster.as_ref()?.src.as_str()));
        mark(video, "poster", poster);
        let (ticks, list) = (part(root, "ticks"), part(root, "list"));
        for old in [&ticks, &list] {
            set(old, "textContent", &"".into());
        }
        // Tracks stay as long as they are of this video: an element that loses them forgets which was shown.
        let sheet = run.sheet.as_deref();
        let captions = sheet.map_or(&[][..], |sheet| &sheet.captions);
        let tracks = all(video, "track");
        if tracks.len() != captions.len()
            || tracks
                .iter()
                .zip(captions)
                .any(|(one, it)| one.get_attribute("src").as_deref() != Some(&it.src))
        {
            for track in tracks {
                track.remove();
            }
            for it in captions {
                let track = add(video, "track", "", "");
                for (name, value) in [
                    ("kind", "subtitles"),
                    ("srclang", it.locale.tag()),
                    ("label", super::captions::name(it.locale)),
                    ("src", &it.src),
                ] {
                    mark(&track, name, Some(value));
                }
            }
        }
        let chapters = sheet.map_or(&[][..], |sheet| &sheet.chapters);
        show(root, "chapters", !chapters.is_empty());
        for chapter in chapters {
            if (1..run.seconds).contains(&chapter.at) {
                let tick = add(&ticks, "span", "seek-tick", "");
                style(&tick, "left", &percent(chapter.at, run.seconds));
            }
            let button = add(&add(&list, "li", "", ""), "button", "player-chapter", "");
            mark(&button, "type", Some("button"));
            mark(&button, "data-do", Some(&format!("seek:{}", chapter.at)));
            add(&button, "span", "player-chapter-at", &moment(locale, chapter.at));
            let title = add(&button, "span", "", chapter.title.get(locale));
            mark(&title, "lang", lang_of(&chapter.title, locale));
        }
        menus::fill(run, root, locale);
    });
    super::captions::apply();
}

/// "12.5%"
pub(super) fn percent(part: u32, all: u32) -> String {
    number(Locale::En, f64::from(part) * 100.0 / f64::from(all.max(1))) + "%"
}
