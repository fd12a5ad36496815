//! Reads what ffprobe says.

use serde::Deserialize;

use super::{Picture, Sound, Transfer};
use crate::problem::TranscodeError;

/// A picture narrower than a tenth of its height (or the other way round) has a wrong shape of pixels.
const SHAPES: std::ops::RangeInclusive<f64> = 0.1..=10.0;

/// What there is in a file, as it says itself.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) picture: Picture,
    pub(super) sound: Option<Sound>,
    /// How long the picture is, in milliseconds.
    pub(super) picture_says: Option<u64>,
    /// How long all of it is, in milliseconds.
    pub(super) file_says: Option<u64>,
}

#[derive(Deserialize)]
struct Answer {
    #[serde(default)]
    streams: Vec<Stream>,
    #[serde(default)]
    format: Format,
}

#[derive(Default, Deserialize)]
struct Format {
    duration: Option<String>,
}

#[derive(Deserialize)]
struct Stream {
    index: u32,
    #[serde(default)]
    codec_type: String,
    #[serde(default)]
    codec_name: String,
    #[serde(default)]
    width: u32,
    #[serde(default)]
    height: u32,
    sample_aspect_ratio: Option<String>,
    avg_frame_rate: Option<String>,
    r_frame_rate: Option<String>,
    duration: Option<String>,
    color_transfer: Option<String>,
    color_range: Option<String>,
    color_space: Option<String>,
    field_order: Option<String>,
    #[serde(default)]
    channels: u32,
    #[serde(default)]
    disposition: Disposition,
    #[serde(default)]
    side_data_list: Vec<SideData>,
    #[serde(default)]
    tags: Tags,
}

#[derive(Default, Deserialize)]
struct Disposition {
    #[serde(default)]
    default: u8,
    #[serde(default)]
    attached_pic: u8,
}

#[derive(Deserialize)]
struct SideData {
    rotation: Option<f64>,
}

#[derive(Default, Deserialize)]
struct Tags {
    /// Matroska has the length of a stream here.
    #[serde(rename = "DURATION")]
    duration: Option<String>,
}

pub(super) fn read(answer: &[u8]) -> Result<Found, TranscodeError> {
    let answer: Answer = serde_json::from_slice(answer).map_err(|_| TranscodeError::NotVideo)?;
    let of = |kind: &'static str| {
        answer
            .streams
            .iter()
            .filter(move |stream| stream.codec_type == kind && stream.disposition.attached_pic == 0)
    };
    let best =
        |stream: &&Stream| (u64::from(stream.width) * u64::from(stream.height), u32::MAX - stream.index);
    let picture = of("video").max_by_key(best);
    let sound = of("audio")
        .filter(|stream| stream.channels > 0)
        .max_by_key(|stream| (stream.disposition.default, u32::MAX - stream.index));
    let Some(picture) = picture else {
        let covered = answer.streams.iter().any(|stream| stream.codec_type == "audio");
        return Err(if covered { TranscodeError::OnlySound } else { TranscodeError::NotVideo });
    };
    let picture_says = picture.duration.as_deref().and_then(seconds);
    let picture_says = picture_says.or_else(|| picture.tags.duration.as_deref().and_then(clock));
    Ok(Found {
        picture: picture.as_seen(),
        sound: sound.map(|stream| Sound { stream: stream.index, channels: stream.channels }),
        picture_says,
        file_says: answer.format.duration.as_deref().and_then(seconds),
    })
}

impl Stream {
    fn as_seen(&self) -> Picture {
        let shape =
            self.sample_aspect_ratio.as_deref().and_then(ratio).filter(|shape| SHAPES.contains(shape));
        let width = (f64::from(self.width) * shape.unwrap_or(1.0)).round() as u32;
        let turned = self.side_data_list.iter().filter_map(|data| data.rotation).next().unwrap_or(0.0);
        let quarter = (turned.rem_euclid(180.0) - 90.0).abs() < 45.0;
        let (width, height) = if quarter { (self.height, width) } else { (width, self.height) };
        let rate = |text: &Option<String>| text.as_deref().and_then(ratio);
        Picture {
            stream: self.index,
            codec: if self.codec_name.is_empty() { "unknown".into() } else { self.codec_name.clone() },
            width,
            height,
            rate: rate(&self.avg_frame_rate).or_else(|| rate(&self.r_frame_rate)).unwrap_or(25.0),
            hdr: match self.color_transfer.as_deref() {
                Some("smpte2084") => Some(Transfer::Pq),
                Some("arib-std-b67") => Some(Transfer::Hlg),
                _ => None,
            },
            full_range: self.color_range.as_deref() == Some("pc"),
            colours_told: self.color_space.as_deref().is_some_and(|told| told != "unknown"),
            interlaced: matches!(self.field_order.as_deref(), Some("tt" | "bb" | "tb" | "bt")),
        }
    }
}

/// `30000/1001`, `4:3`: above zero.
fn ratio(text: &str) -> Option<f64> {
    let (above, below) = text.split_once(['/', ':'])?;
    let (above, below): (f64, f64) = (above.parse().ok()?, below.parse().ok()?);
    let ratio = above / below;
    (ratio.is_finite() && ratio > 0.0).then_some(ratio)
}

/// Seconds, as milliseconds.
fn seconds(text: &str) -> Option<u64> {
    let seconds: f64 = text.parse().ok()?;
    (seconds.is_finite() && seconds > 0.0).then_some((seconds * 1_000.0).round() as u64)
}

/// `00:01:02.345000000`, as milliseconds.
fn clock(text: &str) -> Option<u64> {
    let mut parts = text.split(':');
    let (hours, minutes) = (parts.next()?.parse::<u64>().ok()?, parts.next()?.parse::<u64>().ok()?);
    let rest = seconds(parts.next()?).unwrap_or(0);
    hours.checked_mul(60)?.checked_add(minutes)?.checked_mul(60_000)?.checked_add(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turned_picture_with_oblong_pixels_is_measured_as_it_is_seen() {
        let answer =
            br#"{"streams":[{"index":0,"codec_type":"video","codec_name":"h264","width":1440,"height":1080,
            "sample_aspect_ratio":"4:3","avg_frame_rate":"30000/1001","duration":"12.5","field_order":"tt",
            "side_data_list":[{"rotation":-90}],"color_transfer":"arib-std-b67","color_range":"tv"},
            {"index":1,"codec_type":"audio","channels":2},
            {"index":2,"codec_type":"video","width":3000,"height":3000,"disposition":{"attached_pic":1}}],
            "format":{"duration":"13.0"}}"#;
        let found = read(answer).unwrap();
        let Picture { width, height, hdr, interlaced, stream, rate, .. } = found.picture;
        assert_eq!((width, height, hdr, interlaced, stream), (1_080, 1_920, Some(Transfer::Hlg), true, 0));
        assert!((rate - 29.97).abs() < 0.01);
        assert_eq!((found.picture_says, found.file_says), (Some(12_500), Some(13_000)));
        assert_eq!(found.sound, Some(Sound { stream: 1, channels: 2 }));
    }

    #[test]
    fn a_song_with_a_cover_is_only_sound() {
        let song = br#"{"streams":[{"index":0,"codec_type":"audio","channels":2},
            {"index":1,"codec_type":"video","disposition":{"attached_pic":1}}]}"#;
        assert!(matches!(read(song), Err(TranscodeError::OnlySound)));
        assert!(matches!(read(b"{}"), Err(TranscodeError::NotVideo)));
        assert!(matches!(read(b"hello"), Err(TranscodeError::NotVideo)));
    }

    #[test]
    fn numbers_that_are_none_are_left_out() {
        assert_eq!((ratio("0/0"), ratio("1/0"), ratio("-1/2"), ratio("x")), (None, None, None, None));
        assert_eq!((seconds("N/A"), seconds("-3"), seconds("inf")), (None, None, None));
        assert_eq!(
            (clock("01:00:02.5"), clock("x"), clock("99999999999999999:00:00")),
            (Some(3_602_500), None, None)
        );
    }
}
