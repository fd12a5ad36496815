//! Which moment stands for the whole: not a black one, not an empty wall.

use std::ffi::OsString;

use super::Album;
use crate::{
    arguments::{input, seconds, words},
    problem::TranscodeError,
    run::{Call, output},
};

/// The size at which a picture is judged.
const WIDTH: u64 = 64;
/// Its height.
const HEIGHT: u64 = 36;
/// Where to look, in percent of the length.
const PLACES: [u64; 7] = [10, 20, 33, 50, 5, 75, 0];
/// Below this a picture is nearly black (of 255).
const DARK: f64 = 24.0;
/// A picture whose points differ less than this from their mean shows next to nothing.
const FLAT: f64 = 12.0;

/// The moment of the poster, in milliseconds.
pub(super) fn choose(album: &Album<'_>) -> Result<u64, TranscodeError> {
    let mut best = (0, -1.0);
    for percent in PLACES {
        let at = album.plan.milliseconds * percent / 100;
        let Some((mean, spread)) = look(album, at)? else { continue };
        if mean >= DARK && spread >= FLAT {
            return Ok(at);
        }
        if spread > best.1 {
            best = (at, spread);
        }
    }
    Ok(best.0)
}

/// How bright the picture at this moment is, and how much is in it.
fn look(album: &Album<'_>, at: u64) -> Result<Option<(f64, f64)>, TranscodeError> {
    let mut arguments: Vec<OsString> =
        words(["-hide_banner", "-nostdin", "-v", "error", "-ss", &seconds(at)]);
    arguments.extend(input(album.file));
    arguments.extend(words(["-map", &format!("0:{}", album.source.picture.stream), "-frames:v", "1"]));
    let small = format!("scale={WIDTH}:{HEIGHT}:flags=area,format=gray");
    arguments.extend(words(["-vf", &small, "-f", "rawvideo", "-"]));
    let frame = output(Call::new(&album.tools.ffmpeg, arguments), WIDTH * HEIGHT)?;
    Ok((frame.bytes.len() as u64 == WIDTH * HEIGHT).then(|| judge(&frame.bytes)))
}

/// The mean of a picture's points, and how far they are from it (standard deviation).
fn judge(points: &[u8]) -> (f64, f64) {
    let count = points.len().max(1) as f64;
    let mean = points.iter().copied().map(f64::from).sum::<f64>() / count;
    let variance = points.iter().map(|point| (f64::from(*point) - mean).powi(2)).sum::<f64>() / count;
    (mean, variance.sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_black_picture_and_an_empty_one_are_told_from_one_with_something_in_it() {
        let (mean, spread) = judge(&[16; 100]);
        assert!(mean < DARK && spread < FLAT);
        let (_, spread) = judge(&[200; 100]);
        assert!(spread < FLAT);
        let (mean, spread) = judge(&[40, 200].repeat(50));
        assert!(mean > DARK && spread > FLAT);
    }
}
