//! What is made of a video: decided from what it is, without looking at anything else.

mod rate;
mod sizes;

use serde::{Deserialize, Serialize};

use crate::{
    probe::{Picture, Source, Transfer},
    tools::Abilities,
};

/// Up to this many milliseconds a video is cut into segments of 2 seconds, above into ones of 4.
const SHORT: u64 = 10 * 60 * 1_000;

/// What is made of a video.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Its length in milliseconds.
    pub milliseconds: u64,
    /// Frames a second, the same all the time, so that each segment has as many.
    pub frames: u32,
    /// Seconds of a segment.
    pub segment: u32,
    /// From the lowest to the highest; at least one.
    pub rungs: Vec<PlannedRung>,
    /// How its colours become those of ordinary screens.
    pub tone: Tone,
    /// Half pictures are put together.
    pub interlaced: bool,
}

/// A quality.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedRung {
    /// The shorter side in pixels.
    pub lines: u16,
    /// Width in pixels, even.
    pub width: u16,
    /// Height in pixels, even.
    pub height: u16,
    /// How much of H.264 a phone must know to play it.
    pub profile: Profile,
    /// What the picture may take at most, in kilobits a second. Quiet pictures take less.
    pub kbps: u32,
    /// Its sound.
    pub sound: Option<SoundPlan>,
}

/// The sound of a quality: AAC-LC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SoundPlan {
    /// Kilobits a second.
    pub kbps: u32,
    /// 1 or 2.
    pub channels: u32,
}

/// Profiles of H.264.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Profile {
    /// What every phone plays.
    Baseline,
    /// With better compression.
    Main,
    /// With the best.
    High,
}

/// How ordinary colours are coded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Matrix {
    /// As the file says.
    Told,
    /// It does not say, and is as small as old television.
    Bt601,
    /// It does not say, and is larger.
    Bt709,
}

/// How colours become those of ordinary screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tone {
    /// They are, coded in this way.
    Ordinary(Matrix),
    /// From HDR by tone mapping.
    Mapped {
        /// It was SMPTE ST 2084, otherwise ARIB STD-B67.
        pq: bool,
        /// Its values use all of their range.
        full_range: bool,
    },
    /// From HDR, roughly: this ffmpeg cannot do better.
    Rough,
}

/// The plan for a video.
pub fn plan(source: &Source, abilities: &Abilities) -> Plan {
    let picture = &source.picture;
    let channels = source.sound.as_ref().map(|sound| sound.channels);
    let rungs = sizes::ladder(picture.width, picture.height)
        .into_iter()
        .map(|(lines, width, height)| PlannedRung {
            lines,
            width,
            height,
            profile: match lines {
                ..=180 => Profile::Baseline,
                181..=560 => Profile::Main,
                _ => Profile::High,
            },
            kbps: sizes::kbps(lines),
            sound: channels.map(|channels| sound(lines, channels)),
        })
        .collect();
    Plan {
        milliseconds: source.milliseconds,
        frames: rate::constant(picture.rate),
        segment: if source.milliseconds <= SHORT { 2 } else { 4 },
        rungs,
        tone: match (picture.hdr, abilities.tone_mapping) {
            (None, _) => Tone::Ordinary(matrix(picture)),
            (Some(transfer), true) => {
                Tone::Mapped { pq: transfer == Transfer::Pq, full_range: picture.full_range }
            }
            (Some(_), false) => Tone::Rough,
        },
        interlaced: picture.interlaced,
    }
}

/// What says nothing of its colours is coded as its size lets expect.
fn matrix(picture: &Picture) -> Matrix {
    match picture.width.min(picture.height) {
        _ if picture.colours_told => Matrix::Told,
        ..=576 => Matrix::Bt601,
        _ => Matrix::Bt709,
    }
}

/// Speech stays clear in one channel of 32 kbit/s; the lowest quality is for lines on which that counts.
fn sound(lines: u16, channels: u32) -> SoundPlan {
    let (kbps, most) = match lines {
        ..=180 => (32, 1),
        181..=300 => (48, 2),
        301..=560 => (64, 2),
        _ => (96, 2),
    };
    SoundPlan { kbps, channels: channels.clamp(1, most) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::probe::Sound;

    fn source(width: u32, height: u32, milliseconds: u64) -> Source {
        let picture = Picture {
            stream: 0,
            codec: "h264".into(),
            width,
            height,
            rate: 30.0,
            hdr: None,
            full_range: false,
            interlaced: false,
            colours_told: false,
        };
        let sound = Some(Sound { stream: 1, channels: 6 });
        Source { bytes: 1, milliseconds, picture, sound, complaints: 0 }
    }

    const ABLE: Abilities = Abilities { tone_mapping: true, webp: true, avif: None };

    #[test]
    fn three_hours_are_cut_into_segments_of_four_seconds() {
        let three_hours = plan(&source(1_920, 1_080, 3 * 3_600_000), &ABLE);
        assert_eq!((three_hours.segment, three_hours.milliseconds), (4, 10_800_000));
        assert_eq!(plan(&source(1_920, 1_080, 600_000), &ABLE).segment, 2);
    }

    #[test]
    fn the_sound_gets_better_with_the_picture_and_is_never_made_up() {
        let sounds = |source: &Source| {
            let rungs = plan(source, &ABLE).rungs;
            rungs.iter().map(|rung| rung.sound.map(|sound| (sound.kbps, sound.channels))).collect::<Vec<_>>()
        };
        let mut film = source(1_280, 720, 9_000);
        assert_eq!(sounds(&film), [Some((32, 1)), Some((48, 2)), Some((64, 2)), Some((96, 2))]);
        film.sound = Some(Sound { stream: 1, channels: 1 });
        assert_eq!(sounds(&film), [Some((32, 1)), Some((48, 1)), Some((64, 1)), Some((96, 1))]);
        film.sound = None;
        assert_eq!(sounds(&film), [None; 4]);
    }

    #[test]
    fn hdr_is_mapped_where_ffmpeg_can_and_told_where_it_cannot() {
        let mut hdr = source(3_840, 2_160, 1_000);
        hdr.picture.hdr = Some(Transfer::Pq);
        assert_eq!(plan(&hdr, &ABLE).tone, Tone::Mapped { pq: true, full_range: false });
        assert_eq!(plan(&hdr, &Abilities { tone_mapping: false, ..ABLE }).tone, Tone::Rough);
    }
}
