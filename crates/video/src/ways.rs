//! By which ways a browser can play a video, the best one first: when one fails, the next is tried.

use alap_protocol::video::VideoSource;

/// A way to play.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The browser plays playlists, and takes those that the player writes.
    Written,
    /// The browser plays playlists as they lie on the server.
    Served,
    /// A library puts the segments together.
    Library,
    /// The browser plays the one file.
    Plain,
}

/// What a browser can do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Browser {
    /// It plays playlists by itself,
    pub plays_playlists: bool,
    /// also those that a page has made.
    pub takes_written: bool,
    /// A page may put segments together (Media Source Extensions).
    pub takes_segments: bool,
}

/// All that may work, in the order in which they are tried. None for what another site plays.
pub fn ways(source: &VideoSource, browser: Browser) -> Vec<Way> {
    match source {
        VideoSource::Linked(_) => Vec::new(),
        VideoSource::Plain(_) => vec![Way::Plain],
        VideoSource::Ladder(_) => [
            (Way::Written, browser.plays_playlists && browser.takes_written),
            (Way::Served, browser.plays_playlists),
            (Way::Library, browser.takes_segments),
            (Way::Plain, true),
        ]
        .into_iter()
        .filter_map(|(way, works)| works.then_some(way))
        .collect(),
    }
}

#[cfg(test)]
mod tests {
    use alap_protocol::video::{Ladder, Linked, PlainFile, VideoSite};

    use super::*;

    fn plain() -> PlainFile {
        PlainFile { src: "/media/a.mp4".into(), bytes: 0 }
    }

    fn ladder() -> VideoSource {
        VideoSource::Ladder(Ladder {
            base: String::new(),
            version: String::new(),
            segments: Vec::new(),
            rungs: Vec::new(),
            plain: plain(),
        })
    }

    #[test]
    fn every_browser_ends_with_the_plain_file() {
        let all = Browser { plays_playlists: true, takes_written: true, takes_segments: true };
        assert_eq!(ways(&ladder(), all), [Way::Written, Way::Served, Way::Library, Way::Plain]);
        let apple = Browser { takes_written: false, takes_segments: false, ..all };
        assert_eq!(ways(&ladder(), apple), [Way::Served, Way::Plain]);
        let library = Browser { takes_segments: true, ..Browser::default() };
        assert_eq!(ways(&ladder(), library), [Way::Library, Way::Plain]);
        assert_eq!(ways(&ladder(), Browser::default()), [Way::Plain]);
    }

    #[test]
    fn what_is_no_ladder_has_one_way_or_none() {
        let all = Browser { plays_playlists: true, takes_written: true, takes_segments: true };
        assert_eq!(ways(&VideoSource::Plain(plain()), all), [Way::Plain]);
        let linked = Linked { site: VideoSite::Youtube, player: String::new(), page: String::new() };
        assert_eq!(ways(&VideoSource::Linked(linked), all), []);
    }
}
