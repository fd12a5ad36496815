//! Where the player's pictures come from now: the way, the qualities on offer, and what is done when a way fails.

use alap_protocol::video::{Ladder, VideoSource};
use alap_video::{
    playlist::{PLAYLIST_MEDIA_TYPE, folder},
    quality::highest,
    ways::{Browser, Way, ways},
};
use leptos::prelude::window;
use web_sys::Url;

use super::{
    draw::draw,
    js::{call, flag, text, then},
    library,
    line::line,
    playing::{self, now},
    run::{run, video},
    still, written,
};

/// A source that breaks off is taken anew so often before another one is tried.
const AGAIN: u32 = 2;
/// A picture is taken to be as large as this, in pixels of its shorter side, before it is drawn.
const LEAST_SIDE: f64 = 180.0;

/// Takes the best source for the sheet at hand, from a place on.
pub(super) fn take(at: f64) {
    let Some(video) = video() else { return };
    let has = |name| flag(&window(), name);
    let browser = Browser {
        plays_playlists: !video.can_play_type(PLAYLIST_MEDIA_TYPE).is_empty(),
        takes_written: takes_written(),
        takes_segments: has("MediaSource") || has("ManagedMediaSource"),
    };
    let offer = offer_now();
    run(|run| {
        run.ways = run.source().map(|source| ways(source, browser)).unwrap_or_default();
        run.offer = offer;
        run.again = 0;
    });
    attach(at);
}

/// Does this browser play playlists that a page has made? Those of Apple do not.
pub(super) fn takes_written() -> bool {
    !text(&window().navigator(), "vendor").is_some_and(|vendor| vendor.starts_with("Apple"))
}

/// The qualities to offer now: the chosen one, or all that the line carries.
pub(super) fn offer_now() -> (usize, usize) {
    run(|run| run.quality).map_or_else(|| (0, most()), |chosen| (chosen, chosen))
}

/// The highest quality that may play by itself.
#[inline(never)]
pub(super) fn most() -> usize {
    let (line, shown) = (line(), shown());
    run(|run| run.head.as_ref().map_or(0, |head| highest(&head.sizes, &line, shown)))
}

/// How many pixels the shorter side of the picture has on the screen.
fn shown() -> u32 {
    let Some(video) = video() else { return u32::MAX };
    let poster = run(|run| run.head.as_ref()?.poster.as_ref().map(|it| (it.width, it.height)));
    let (width, height) = poster.unwrap_or((16, 9));
    let (width, height) = (f64::from(width.max(1)), f64::from(height.max(1)));
    let fits = (f64::from(video.client_width()) / width).min(f64::from(video.client_height()) / height);
    (width.min(height) * fits * window().device_pixel_ratio()).max(LEAST_SIDE) as u32
}

/// Offers other qualities, and goes on at its place. Nothing blinks: the picture stays until the next one is there.
pub(super) fn offer(offer: (usize, usize)) {
    let way = run(|run| {
        let changes = run.offer != offer;
        run.offer = offer;
        run.ways.first().copied().filter(|_| changes)
    });
    match way {
        Some(Way::Library) => library::offer(),
        Some(Way::Written | Way::Served) => {
            still::hold();
            attach(run(|run| run.place));
        }
        Some(Way::Plain) | None => {}
    }
}

/// Takes the way in use, from a place on, and plays if the shopper wants it.
#[inline(never)]
pub(super) fn attach(at: f64) {
    let Some(video) = video() else { return };
    release();
    let (sheet, way, offer) = run(|run| {
        run.putting = at > 0.0;
        run.place = at;
        (run.begun, run.came) = (false, 0);
        run.since = run.wanted.then(now);
        run.turn = run.turn.wrapping_add(1);
        (run.sheet.clone(), run.ways.first().copied(), run.offer)
    });
    let (Some(sheet), Some(way)) = (sheet, way) else { return over() };
    let address = match (&sheet.source, way) {
        // The library is told which of all it may take.
        (VideoSource::Ladder(ladder), Way::Library) => written::playlists(ladder, (0, usize::MAX)),
        (VideoSource::Ladder(ladder), Way::Written) => written::playlists(ladder, offer),
        (VideoSource::Ladder(ladder), Way::Served) => Some(served(ladder, offer)),
        (VideoSource::Ladder(Ladder { plain, .. }) | VideoSource::Plain(plain), _) => Some(plain.src.clone()),
        (VideoSource::Linked(_), _) => None,
    };
    match address {
        None => next(),
        Some(list) if way == Way::Library => library::attach(list),
        Some(address) => {
            // Another origin need not allow it for a file that is played as it is.
            video.set_cross_origin((way != Way::Plain).then_some("anonymous"));
            video.set_src(&address);
            video.load();
            // Before anything is known of it, this is where it will begin.
            video.set_current_time(at);
            play();
        }
    }
}

/// Plays, if the shopper wants it. A browser that does not let it waits for another tap.
pub(super) fn play() {
    let Some(video) = video() else { return };
    set_speed();
    if run(|run| run.wanted) {
        then(call(&video, "play", &[]), Box::new(playing::came_of));
    }
}

/// As fast as was chosen, this source and the next.
pub(super) fn set_speed() {
    let Some(video) = video() else { return };
    let speed = f64::from(run(|run| run.speed).max(25)) / 100.0;
    video.set_default_playback_rate(speed);
    video.set_playback_rate(speed);
}

/// One quality by its own list, several by the list of all: such a browser chooses by itself.
fn served(ladder: &Ladder, (low, high): (usize, usize)) -> String {
    // Such a browser knows nothing of the line, or of who saves data: it is not offered more than fits.
    match ladder.rungs.get(high).filter(|_| low == high || high + 1 < ladder.rungs.len()) {
        Some(rung) => [&ladder.base, &folder(rung), "list.m3u8"].concat(),
        None => [&ladder.base, "master.m3u8"].concat(),
    }
}

/// Gives back what the last source held.
pub(super) fn release() {
    let (made, hls) = run(|run| (std::mem::take(&mut run.made), run.hls.take()));
    if let Some(hls) = hls {
        call(&hls, "destroy", &[]);
    }
    for address in made {
        // What is gone needs no giving back.
        let _ = Url::revoke_object_url(&address);
    }
}

/// The source broke off, though there is a network: once more, if it had played; else the next way.
pub(super) fn broke() {
    let (again, place) = run(|run| {
        let again = run.begun && run.again < AGAIN;
        run.again += u32::from(again);
        run.broken = run.place;
        (again, run.place)
    });
    if again { attach(place) } else { next() }
}

/// Leaves this way for the next.
fn next() {
    let place = run(|run| {
        if !run.ways.is_empty() {
            run.ways.remove(0);
        }
        run.again = 0;
        run.place
    });
    attach(place);
}

/// Goes to the one file at once: the shopper has waited long enough. Where that is what did not come, there is no more.
pub(super) fn plain() {
    let place = run(|run| {
        let was_plain = run.is_plain();
        run.ways.retain(|way| *way == Way::Plain && !was_plain);
        run.place
    });
    attach(place);
}

fn over() {
    still::let_go();
    run(|run| {
        (run.wanted, run.waits, run.plays) = (false, false, false);
        run.since = None;
        run.word = Some("video.broken");
        run.over = true;
    });
    draw();
}
