//! A video is opened, and left.

use std::sync::Arc;

use alap_protocol::video::VideoSheet;
use alap_video::watching::Watching;
use leptos::prelude::{GetUntracked, WithUntracked};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{
    dom::{mark, part},
    draw::{self, draw},
    js::get,
    keeping,
    playing::now,
    run::{panel, run, video},
    sheet, source, still, tick,
};
use crate::panel::View;

/// Something changed outside: the shop's pack, what is looked at, the language.
pub(super) fn changed() {
    let Some(panel) = panel() else { return };
    let seen = panel.view.get_untracked() == View::Video && panel.visible.get_untracked();
    if !seen && !run(|run| run.small) {
        rest();
    }
    if panel.pack.with_untracked(Option::is_some)
        && video().is_some()
        && let Some(moment) = run(|run| run.asked.take())
    {
        let videos = panel.pack.get_untracked();
        let head = videos.and_then(|pack| pack.videos.iter().find(|head| head.id == moment.video).cloned());
        let same = |run: &mut super::run::Run| run.head == head && run.sheet.is_some() && !run.over;
        if run(same) {
            again(moment.at);
        } else {
            close();
            run(|run| {
                run.from = moment.at;
                run.over = head.is_none();
                run.word = Some(if head.is_some() { "video.loading" } else { "video.gone" });
                run.waits = head.is_some();
                run.seconds = head.as_ref().map_or(0, |head| head.seconds);
                run.head = head.clone();
            });
            if let Some(head) = head {
                match run(|run| run.sheets.iter().find(|it| sheet::fits(it, &head)).cloned()) {
                    Some(sheet) => begin(sheet),
                    None => sheet::prepare(head),
                }
            }
        }
        focus();
    }
    draw();
}

/// The same video once more: where it stands, or from this second on.
fn again(at: u32) {
    if at > 0 || run(|run| run.is_linked()) {
        seek(f64::from(at));
    }
    play();
}

/// The sheet is here.
pub(super) fn begin(sheet: Arc<VideoSheet>) {
    let linked = run(|run| {
        run.sheet = Some(sheet);
        if run.is_linked() {
            (run.waits, run.word) = (false, None);
            run.linked = std::mem::take(&mut run.agreed).then_some(run.from);
        }
        run.is_linked()
    });
    draw::video();
    if !linked {
        let kept = keeping::place();
        let place = run(|run| {
            run.wanted = true;
            run.touched = now();
            let kept = kept.filter(|_| run.from == 0);
            run.resumed = kept.is_some();
            kept.unwrap_or(run.from)
        });
        tick::begin();
        source::take(f64::from(place));
    }
    draw();
}

/// Leaves the video that was open.
pub(super) fn close() {
    rest();
    source::release();
    still::let_go();
    run(|run| {
        run.ways.clear();
        run.turn = run.turn.wrapping_add(1);
        (run.head, run.sheet, run.tick, run.menu, run.quality) = (None, None, None, None, None);
        (run.linked, run.word, run.note, run.since, run.away) = (None, None, None, None, None);
        (run.begun, run.seen, run.worse, run.putting, run.over, run.resumed) =
            (false, false, false, false, false, false);
        (run.tries, run.place, run.lines) = (0, 0.0, 0);
        run.watching = Watching::default();
        run.told = alap_protocol::video::Watched::default();
    });
    if let Some(video) = video()
        && get(&video, "currentSrc") != *""
    {
        // Nothing more is fetched for it.
        mark(&video, "src", None);
        video.load();
    }
}

/// The shopper looks elsewhere.
pub(super) fn rest() {
    pause();
    if run(|run| run.head.is_some()) {
        keeping::note();
        keeping::tell();
    }
}

/// Plays. What could not be played is tried once more, from the first way on: perhaps it was a bad moment.
pub(super) fn play() {
    let (over, place) = run(|run| {
        run.wanted = true;
        (std::mem::take(&mut run.over) && run.sheet.is_some(), run.place)
    });
    if over { source::take(place) } else { source::play() }
}

/// Pauses.
pub(super) fn pause() {
    let wanted = run(|run| {
        (run.since, run.waits) = (None, false);
        std::mem::take(&mut run.wanted)
    });
    if let Some(video) = video().filter(|_| wanted) {
        // What waited to play plays no more.
        let _ = video.pause();
        keeping::tell();
    }
}

/// Plays, or pauses.
pub(super) fn toggle() {
    if run(|run| run.plays) { pause() } else { play() }
}

/// Goes to a second, and back from the end.
pub(super) fn seek(to: f64) {
    let Some(video) = video() else { return };
    let stands = run(|run| {
        let end = f64::from(run.seconds);
        let to = if run.seconds > 0 { to.clamp(0.0, end) } else { to.max(0.0) };
        run.resumed = false;
        // Another site's player begins anew there, once the shopper has agreed to it; a network that is gone comes back there.
        let stands = run.is_linked() || run.ways.is_empty() || run.away.is_some();
        if stands {
            (run.place, run.from) = (to, to as u32);
            run.linked = run.linked.map(|_| to as u32);
        }
        (!stands).then_some(to)
    });
    if let Some(to) = stands {
        video.set_current_time(to);
    }
    draw();
}

fn focus() {
    let Some(root) = run(|run| run.root.clone()) else { return };
    if let Ok(Some(view)) = root.closest(".panel-view") {
        view.set_scroll_top(0);
    }
    if let Ok(stage) = part(&root, "stage").dyn_into::<HtmlElement>() {
        // A stage that is not shown cannot have it.
        let _ = stage.focus();
    }
}
