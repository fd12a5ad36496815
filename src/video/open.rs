//! A video is opened, and left.

use std::sync::Arc;

use alap_protocol::video::{VideoHead, VideoSheet};
use alap_video::{playlist::PLAYLIST_MEDIA_TYPE, watching::Watching};
use js_sys::Object;
use leptos::prelude::{GetUntracked, WithUntracked, window};

use super::{
    dom::{mark, part},
    draw::{self, draw},
    js::{call, set, soon, tell, then},
    keeping,
    playing::now,
    run::{panel, run, video},
    sheet, source, still, tick,
};
use crate::panel::View;

/// Does anybody look at it?
fn is_seen() -> bool {
    panel().is_some_and(|panel| panel.view.get_untracked() == View::Video && panel.visible.get_untracked())
}

/// Something changed outside: the shop's pack, what is looked at, the language.
pub(super) fn changed() {
    let Some(panel) = panel() else { return };
    if !is_seen() && !run(|run| run.small) {
        // What was asked for and did not come in time is not wanted any more.
        run(|run| run.asked = None);
        rest();
    }
    if panel.pack.with_untracked(Option::is_some)
        && video().is_some()
        && let Some(moment) = run(|run| run.asked.take())
    {
        let videos = panel.pack.get_untracked();
        let head = videos.and_then(|pack| pack.videos.iter().find(|head| head.id == moment.video).cloned());
        let same = |run: &mut super::run::Run| {
            head.as_ref().is_some_and(|head| sheet::is_open(run, head)) && run.sheet.is_some() && !run.over
        };
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
                // The picture is the one that was tapped, where it was: nothing is fetched twice.
                let tapped = run(|run| run.poster.take());
                let poster = tapped.or_else(|| head.poster.as_ref().map(|it| it.src.clone()));
                mark("v-video", "poster", poster.as_deref());
                fetch_beginning(&head);
                tick::begin();
                match run(|run| run.fetched.clone()).filter(|it| sheet::fits(it, &head)) {
                    Some(sheet) => begin(sheet),
                    None => sheet::prepare(head),
                }
            }
        }
        // The view has to be shown before.
        soon(|_| {
            set(&tell(&part("v-stage"), "closest", ".panel-view"), "scrollTop", &0.into());
            focus();
        });
    }
    draw();
}

/// What is needed first is asked for together with the sheet: by the time the player asks for it, it is here. Only where
/// it will be needed, and by a browser that takes playlists: the library asks in its own way.
fn fetch_beginning(head: &VideoHead) {
    let plays = video().is_some_and(|video| !video.can_play_type(PLAYLIST_MEDIA_TYPE).is_empty());
    let is_needed =
        plays && source::takes_written() && run(|run| run.from == 0) && keeping::place().is_none();
    if let Some(begins) = head.begins.as_deref().filter(|_| is_needed) {
        then(tell(&window(), "fetch", begins), Box::new(|_| {}));
    }
}

/// The same video once more: where it stands, or from this second on.
fn again(at: u32) {
    let linked = run(|run| {
        run.from = at;
        run.sheet.clone().filter(|_| run.is_linked())
    });
    if let Some(sheet) = linked {
        return begin(sheet);
    }
    if at > 0 {
        seek(f64::from(at));
    }
    play();
}

/// The sheet is here.
pub(super) fn begin(sheet: Arc<VideoSheet>) {
    let seen = is_seen();
    let linked = run(|run| {
        let agreed = run.agreed.take().as_ref() == Some(&sheet.id);
        run.sheet = Some(sheet);
        run.place = f64::from(run.from);
        run.wanted = seen && !run.is_linked();
        if run.is_linked() {
            (run.waits, run.word) = (false, None);
            run.linked = agreed.then_some(run.from);
        }
        run.is_linked()
    });
    draw::video();
    if !linked {
        let kept = keeping::place();
        let place = run(|run| {
            run.touched = now();
            let kept = kept.filter(|_| run.from == 0);
            run.resumed = kept.is_some();
            if !run.wanted {
                (run.waits, run.word) = (false, None);
            }
            kept.unwrap_or(run.from)
        });
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
        (run.head, run.sheet, run.menu, run.quality) = (None, None, None, None);
        (run.word, run.note, run.drawn) = (None, None, None);
        (run.begun, run.seen, run.worse, run.putting, run.over, run.resumed, run.plays) =
            (false, false, false, false, false, false, false);
        (run.tries, run.place, run.lines, run.broken) = (0, 0.0, 0, 0.0);
        run.watching = Watching::default();
        run.told = alap_protocol::video::Watched::default();
    });
    if let Some(video) = video().filter(|video| !video.current_src().is_empty()) {
        // Nothing more is fetched for it.
        mark("v-video", "src", None);
        video.load();
    }
}

/// The shopper looks elsewhere. Nothing is tried for them any more; another site's player goes.
pub(super) fn rest() {
    pause();
    run(|run| {
        (run.tick, run.asks, run.linked) = (None, None, None);
    });
    if run(|run| run.head.is_some()) {
        keeping::note();
        keeping::tell();
    }
}

/// Plays. What could not be played is tried once more, from the first way on: perhaps it was a bad moment.
pub(super) fn play() {
    tick::begin();
    let (over, place) = run(|run| {
        run.wanted = true;
        (std::mem::take(&mut run.over) && run.sheet.is_some(), run.place)
    });
    if over { source::take(place) } else { source::play() }
}

/// Pauses. A network that is waited for is waited for no more.
pub(super) fn pause() {
    let wanted = run(|run| {
        (run.since, run.waits) = (None, false);
        if run.away.take().is_some() {
            (run.over, run.word) = (true, None);
        }
        std::mem::take(&mut run.wanted)
    });
    if let Some(video) = video().filter(|_| wanted) {
        // What waited to play plays no more.
        let _ = video.pause();
        keeping::tell();
    }
}

/// Plays, or pauses: also what does not play yet.
pub(super) fn toggle() {
    if run(|run| run.wanted) { pause() } else { play() }
}

/// Goes to a second, and back from the end.
pub(super) fn seek(to: f64) {
    let Some(video) = video() else { return };
    // Before anything is known of it, it would be put back to where it was to begin.
    let begins = video.ready_state() == 0;
    let stands = run(|run| {
        let end = f64::from(run.seconds);
        let to = if run.seconds > 0 { to.clamp(0.0, end) } else { to.max(0.0) };
        run.resumed = false;
        // Another site's player begins anew there, once the shopper has agreed to it; a network that is gone comes back there.
        let stands = run.is_linked() || run.ways.is_empty() || run.away.is_some();
        if stands || begins {
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

/// The stage has the focus: the keys are for it. What is on the screen stays where it is.
pub(super) fn focus() {
    let still = Object::new();
    set(&still, "preventScroll", &true.into());
    // A stage that is not shown cannot have it.
    call(&part("v-stage"), "focus", &[&still]);
}
