//! How it stands with the video at hand. There is one player in a page, so this is one thing, and no signal: signals of all
//! these types would weigh more than the player. Whoever changes what is seen calls [`super::draw::draw`].

use std::{
    cell::{RefCell, RefMut},
    sync::Arc,
};

use alap_protocol::{
    id::{ProductId, VideoId},
    locale::Locale,
    pack::OwnMoment,
    video::{VideoHead, VideoSheet, VideoSource, Watched},
};
use alap_video::{measured::Measured, watching::Watching, ways::Way};
use gloo::timers::callback::Interval;
use wasm_bindgen::JsValue;
use web_sys::HtmlVideoElement;

use crate::panel::Panel;

thread_local! {
    /// Never given back, so that everybody may borrow it by one function.
    static RUN: &'static RefCell<Run> = Box::leak(Box::default());
}

#[inline(never)]
fn borrow() -> RefMut<'static, Run> {
    RUN.with(|run| run.borrow_mut())
}

/// Reads or changes how it stands. Nothing in `act` may let the browser call us back at once.
pub(super) fn run<T>(act: impl FnOnce(&mut Run) -> T) -> T {
    act(&mut borrow())
}

/// The element that plays, once it is drawn.
#[inline(never)]
pub(super) fn video() -> Option<HtmlVideoElement> {
    run(|run| run.video.clone())
}

/// The panel that it is in.
#[inline(never)]
pub(super) fn panel() -> Option<Panel> {
    run(|run| run.panel)
}

/// What can be chosen from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Menu {
    Captions,
    Speed,
    Quality,
}

/// All that is known.
#[derive(Default)]
pub(super) struct Run {
    pub(super) panel: Option<Panel>,
    pub(super) video: Option<HtmlVideoElement>,
    /// The products that are shown.
    pub(super) products: Vec<ProductId>,
    /// Address of the poster that was tapped, in the format that stood on the screen.
    pub(super) poster: Option<String>,
    /// What the shopper wants to watch, until it is opened.
    pub(super) asked: Option<OwnMoment>,

    /// What is watched.
    pub(super) head: Option<VideoHead>,
    pub(super) sheet: Option<Arc<VideoSheet>>,
    /// The sheet that was fetched last, and the one on its way; the browser keeps others.
    pub(super) fetched: Option<Arc<VideoSheet>>,
    pub(super) coming: Option<VideoId>,
    /// Another site's player stands there, from this second on.
    pub(super) linked: Option<u32>,
    /// The shopper has read that another site's player would come, and tapped.
    pub(super) agreed: Option<VideoId>,
    /// From this second on, whatever was kept.
    pub(super) from: u32,

    pub(super) plays: bool,
    /// The shopper waits for it.
    pub(super) waits: bool,
    /// Its length in seconds; 0 while nobody knows.
    pub(super) seconds: u32,
    /// Where it is, in seconds.
    pub(super) place: f64,
    /// Where the bar is drawn to.
    pub(super) drawn: Option<u32>,
    /// What is to be said of it, and what besides while it plays: keys of the catalogue.
    pub(super) word: Option<&'static str>,
    pub(super) note: Option<&'static str>,
    /// Nothing will play here any more.
    pub(super) over: bool,
    /// It went on where it was left.
    pub(super) resumed: bool,
    /// The quality that is on the screen, by its lines.
    pub(super) lines: u32,
    /// In percent; 0 for 100.
    pub(super) speed: u32,
    pub(super) captions: Option<Locale>,
    /// What the shopper chose of captions, if anything: without sound, they come by themselves where nothing was.
    pub(super) chosen: Option<Option<Locale>>,
    /// The place of the quality that the shopper chose; none for whatever the line carries.
    pub(super) quality: Option<usize>,
    /// The shop may count what is watched.
    pub(super) counts: bool,
    pub(super) menu: Option<Menu>,
    pub(super) full: bool,
    /// It is in a small window of its own.
    pub(super) small: bool,
    /// Nobody has touched anything for a while.
    pub(super) quiet: bool,

    /// The ways that may work, the one in use first.
    pub(super) ways: Vec<Way>,
    /// Counts the sources that were taken: what comes for an earlier one comes too late.
    pub(super) turn: u32,
    /// The lowest and the highest quality that are offered.
    pub(super) offer: (usize, usize),
    /// Addresses made for it, to be given back.
    pub(super) made: Vec<String>,
    /// The library's player.
    pub(super) hls: Option<JsValue>,
    /// The shopper wants it to play.
    pub(super) wanted: bool,
    /// It has played: from this source, and from whatever source.
    pub(super) begun: bool,
    pub(super) seen: bool,
    /// The line has become worse than what is offered needs.
    pub(super) worse: bool,
    /// It is put back to its place: not by the shopper.
    pub(super) putting: bool,
    /// Times by the device's clock: since when it waits, when a lower quality was said, when somebody touched anything.
    pub(super) since: Option<f64>,
    pub(super) lowered: f64,
    pub(super) touched: f64,
    /// When the sheet is asked for again.
    pub(super) asks: Option<f64>,
    /// There is no network: when the next try is, and how many were in vain since it last played.
    pub(super) away: Option<f64>,
    pub(super) tries: u32,
    /// So often this source was taken anew since it last played for a while.
    pub(super) again: u32,
    /// Where it broke off last.
    pub(super) broken: f64,
    /// So many segments have come for this source.
    pub(super) came: u32,
    pub(super) measured: Measured,
    pub(super) watching: Watching,
    pub(super) told: Watched,
    pub(super) tick: Option<Interval>,
}

impl Run {
    /// The second that it is at.
    pub(super) fn at(&self) -> u32 {
        self.place as u32
    }

    /// The source of the video at hand.
    pub(super) fn source(&self) -> Option<&VideoSource> {
        self.sheet.as_deref().map(|sheet| &sheet.source)
    }

    /// Does another site play it?
    pub(super) fn is_linked(&self) -> bool {
        matches!(self.source(), Some(VideoSource::Linked(_)))
    }

    /// Are there captions?
    pub(super) fn has_captions(&self) -> bool {
        self.sheet.as_ref().is_some_and(|sheet| !sheet.captions.is_empty())
    }

    /// It plays as one file: there is no quality to choose.
    pub(super) fn is_plain(&self) -> bool {
        self.ways.first() == Some(&Way::Plain)
    }
}
