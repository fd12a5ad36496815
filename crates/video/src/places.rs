//! Where somebody stopped watching, video by video, as a text that a device can keep: a line each, the last one first.

use alap_protocol::{id::VideoId, limits::VIDEO_SECONDS};

/// So many videos are remembered.
const VIDEOS: usize = 20;
/// Who stopped so near to an end, in seconds, begins anew.
const NEAR: u32 = 5;

/// The places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places(Vec<(VideoId, u32)>);

impl Places {
    /// Reads what was kept; what makes no sense is left out.
    pub fn read(text: &str) -> Self {
        let place = |line: &str| {
            let (at, video) = line.split_once(' ')?;
            let at = at.parse().ok().filter(|at| *at <= VIDEO_SECONDS)?;
            Some((VideoId::parse(video).ok()?, at))
        };
        Self(text.lines().filter_map(place).take(VIDEOS).collect())
    }

    /// As it is kept.
    pub fn written(&self) -> String {
        self.0.iter().map(|(video, at)| format!("{at} {video}\n")).collect()
    }

    /// Where to go on.
    pub fn of(&self, video: &VideoId) -> Option<u32> {
        self.0.iter().find(|(known, _)| known == video).map(|(_, at)| *at)
    }

    /// The shopper is at this second of a video of that many; 0 where nobody knows.
    pub fn note(&mut self, video: &VideoId, at: u32, seconds: u32) {
        self.0.retain(|(known, _)| known != video);
        let ends = seconds > 0 && at.saturating_add(NEAR) >= seconds;
        if at >= NEAR && !ends {
            self.0.insert(0, (video.clone(), at));
            self.0.truncate(VIDEOS);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn id(name: &str) -> VideoId {
        VideoId::parse(name).unwrap()
    }

    #[test]
    fn a_place_is_where_it_was_left() {
        let mut places = Places::default();
        places.note(&id("kantha"), 42, 65);
        places.note(&id("hello"), 12, 0);
        let places = Places::read(&places.written());
        assert_eq!((places.of(&id("kantha")), places.of(&id("hello"))), (Some(42), Some(12)));
        assert_eq!(places.of(&id("other")), None);
    }

    #[test]
    fn near_the_beginning_and_the_end_there_is_nothing_to_go_on_with() {
        let mut places = Places::default();
        for at in [0, 4, 60, 65, 900] {
            places.note(&id("kantha"), 42, 65);
            places.note(&id("kantha"), at, 65);
            assert_eq!(places.of(&id("kantha")), None, "{at}");
        }
    }

    #[test]
    fn the_oldest_goes_first() {
        let mut places = Places::default();
        for video in 0..21 {
            places.note(&id(&format!("v{video}")), 10, 65);
        }
        assert_eq!((places.of(&id("v0")), places.of(&id("v1"))), (None, Some(10)));
    }

    proptest! {
        #[test]
        fn whatever_was_kept_reading_it_never_fails(text in "[0-9]{0,6}[ \\n]?[a-z \\n]{0,12}|.{0,80}") {
            let places = Places::read(&text);
            prop_assert_eq!(Places::read(&places.written()), places);
        }
    }
}
