//! What was watched again and what was jumped over, from the places that a player was at.

use alap_protocol::{
    limits::{VIDEO_SECONDS, WATCHED_PARTS},
    video::{PART_SECONDS, Watched},
};

/// A player tells where it is some four times a second; further apart than this, it was moved.
const STEP_SECONDS: f64 = 1.5;

/// Follows one video on one device.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Watching {
    /// How often each part was begun.
    parts: Vec<Part>,
    at: Option<f64>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Part {
    played: u8,
    skipped: bool,
}

impl Watching {
    /// The player plays, and is here, in seconds.
    pub fn plays(&mut self, at: f64) {
        let Some(part) = part_of(at) else { return };
        let before = self.at.replace(at).filter(|before| (0.0..STEP_SECONDS).contains(&(at - before)));
        // Each part counts once for each time that it is entered.
        if before.and_then(part_of) != Some(part) {
            let part = self.part(part);
            part.played = part.played.saturating_add(1);
        }
    }

    /// The shopper moved the player from here to there, in seconds.
    pub fn moves(&mut self, from: f64, to: f64) {
        self.at = None;
        let (Some(from), Some(to)) = (part_of(from), part_of(to)) else { return };
        // Forwards, what lies between was jumped over, unless it had been watched before.
        for place in from.saturating_add(1)..to {
            let part = self.part(place);
            part.skipped |= part.played == 0;
        }
    }

    /// What can be told of it.
    pub fn watched(&self) -> Watched {
        let places = |is: fn(&Part) -> bool| {
            let places = self.parts.iter().enumerate().filter(move |(_, part)| is(part));
            places.filter_map(|(place, _)| u16::try_from(place).ok()).take(WATCHED_PARTS).collect()
        };
        Watched {
            replayed: places(|part| part.played > 1),
            skipped: places(|part| part.skipped && part.played == 0),
        }
    }

    /// What came to it since `told`.
    pub fn news(&self, told: &Watched) -> Watched {
        let Watched { mut replayed, mut skipped } = self.watched();
        replayed.retain(|part| !told.replayed.contains(part));
        skipped.retain(|part| !told.skipped.contains(part));
        Watched { replayed, skipped }
    }

    fn part(&mut self, place: usize) -> &mut Part {
        if self.parts.len() <= place {
            self.parts.resize(place + 1, Part::default());
        }
        // It was made just now.
        let last = self.parts.len() - 1;
        &mut self.parts[place.min(last)]
    }
}

/// The part that a place lies in; none for what is no place.
fn part_of(at: f64) -> Option<usize> {
    let second = (0.0..=f64::from(VIDEO_SECONDS)).contains(&at).then_some(at as u32)?;
    usize::try_from(second / PART_SECONDS).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn play(watching: &mut Watching, from: u32, until: u32) {
        for quarter in from * 4..until * 4 {
            watching.plays(f64::from(quarter) / 4.0);
        }
    }

    #[test]
    fn who_watches_from_end_to_end_did_nothing_unusual() {
        let mut watching = Watching::default();
        play(&mut watching, 0, 60);
        assert_eq!(watching.watched(), Watched::default());
    }

    #[test]
    fn going_back_watches_again() {
        let mut watching = Watching::default();
        play(&mut watching, 0, 20);
        watching.moves(20.0, 11.0);
        play(&mut watching, 11, 22);
        assert_eq!(watching.watched(), Watched { replayed: vec![2, 3], skipped: vec![] });
    }

    #[test]
    fn a_jump_ahead_skips_what_lies_between_until_it_is_watched() {
        let mut watching = Watching::default();
        play(&mut watching, 0, 6);
        watching.moves(6.0, 31.0);
        play(&mut watching, 31, 33);
        assert_eq!(watching.watched(), Watched { replayed: vec![], skipped: vec![2, 3, 4, 5] });
        watching.moves(33.0, 10.0);
        play(&mut watching, 10, 16);
        assert_eq!(watching.watched().skipped, [4, 5]);
    }

    #[test]
    fn only_news_are_told() {
        let mut watching = Watching::default();
        play(&mut watching, 0, 6);
        watching.moves(6.0, 21.0);
        let told = watching.watched();
        assert_eq!(watching.news(&told), Watched::default());
        play(&mut watching, 21, 27);
        watching.moves(27.0, 21.0);
        play(&mut watching, 21, 23);
        assert_eq!(watching.news(&told), Watched { replayed: vec![4], skipped: vec![] });
    }

    proptest! {
        #[test]
        fn whatever_a_player_says_what_is_told_is_proper(
            places in proptest::collection::vec((any::<f64>(), any::<f64>(), any::<bool>()), 0..200),
            near in proptest::collection::vec((0.0_f64..20_000.0, 0.0_f64..20_000.0, any::<bool>()), 0..200),
        ) {
            let mut watching = Watching::default();
            for (one, other, moves) in places.into_iter().chain(near) {
                if moves { watching.moves(one, other) } else { watching.plays(one) }
            }
            prop_assert!(watching.watched().is_proper());
        }
    }
}
