//! The picture before it plays, in three formats, each as small as it should be.

use std::{ffi::OsString, fs, path::Path};

use alap_video::made::POSTER;

use super::{Album, Pictures, moment};
use crate::{
    arguments::{address, input, quiet, seconds, words},
    colours,
    files::clear,
    problem::{TranscodeError, at},
};

/// The shorter side, at most.
const LINES: u16 = 720;
/// How large each format should be at most, in bytes.
const JPEG_BYTES: u64 = 40 * 1024;
/// As WebP.
const WEBP_BYTES: u64 = 30 * 1024;
/// As AVIF.
const AVIF_BYTES: u64 = 20 * 1024;

/// Shorter side and quality, from the best to the smallest; the first one that is small enough is taken.
type Steps<'a> = &'a [(u16, &'a str)];

pub(super) fn make(album: &Album<'_>, pictures: &mut Pictures) -> Result<(), TranscodeError> {
    let (width, height) = take_out(album)?;
    let shrink = Shrink { album, width, height };
    let jpeg =
        [(720, "4"), (720, "7"), (720, "11"), (540, "8"), (540, "13"), (400, "9"), (400, "16"), (240, "12")];
    shrink.run("jpg", JPEG_BYTES, &jpeg, |quality| {
        words(["-c:v", "mjpeg", "-pix_fmt", "yuvj420p", "-q:v", quality]).to_vec()
    })?;
    if album.abilities.webp {
        let webp = [(720, "75"), (720, "60"), (720, "45"), (540, "50"), (400, "50"), (400, "30")];
        shrink.run("webp", WEBP_BYTES, &webp, |quality| {
            words(["-c:v", "libwebp", "-compression_level", "6", "-quality", quality]).to_vec()
        })?;
        pictures.poster_webp = true;
    }
    if let Some(encoder) = album.abilities.avif {
        let avif = [(720, "30"), (720, "36"), (720, "43"), (540, "40"), (400, "40"), (400, "50")];
        let done = shrink.run("avif", AVIF_BYTES, &avif, |quality| avif_arguments(encoder, quality));
        // Encoders of AV1 differ from version to version, and a picture without it is as good.
        match done {
            Ok(()) => pictures.poster_avif = true,
            Err(TranscodeError::Tool { .. }) => clear(&album.made.join("poster.avif"))?,
            Err(error) => return Err(error),
        }
    }
    clear(album.aside)
}

fn avif_arguments(encoder: &str, quality: &str) -> Vec<OsString> {
    let mut all = words(["-c:v", encoder]);
    all.extend(match encoder {
        "libaom-av1" => words(["-still-picture", "1", "-cpu-used", "6", "-crf", quality]),
        "libsvtav1" => words(["-preset", "6", "-g", "1", "-crf", quality]),
        _ => words(["-speed", "6", "-g", "1", "-qp", quality]).into_iter().collect(),
    });
    all.extend(words(["-pix_fmt", "yuv420p", "-color_primaries", "bt709", "-color_trc", "iec61966-2-1"]));
    all.extend(words(["-colorspace", "bt709"]));
    all
}

/// Writes the frame that stands for the whole aside, without loss; returns its size.
fn take_out(album: &Album<'_>) -> Result<(u16, u16), TranscodeError> {
    let moment = moment::choose(album)?;
    let Some(top) = album.plan.rungs.last() else {
        return Err(TranscodeError::Tool { said: "there is no quality".into() });
    };
    let mut arguments = quiet();
    arguments.extend(words(["-ss", &seconds(moment)]));
    arguments.extend(input(album.file));
    let filters = colours::filters(album.plan, top.width, top.height, false);
    let filters = format!("{filters},scale=in_color_matrix=bt709:in_range=tv,format=rgb24");
    arguments.extend(words([
        "-map",
        &format!("0:{}", album.source.picture.stream),
        "-frames:v",
        "1",
        "-vf",
        &filters,
    ]));
    arguments.extend(words(["-c:v", "png", "-f", "image2", "-update", "1"]));
    arguments.push(address(album.aside));
    album.run(arguments)?;
    Ok((top.width, top.height))
}

/// Makes the frame that lies aside smaller until it is small enough.
struct Shrink<'a> {
    album: &'a Album<'a>,
    width: u16,
    height: u16,
}

impl Shrink<'_> {
    fn run(
        &self,
        format: &str,
        most: u64,
        steps: Steps<'_>,
        encoder: impl Fn(&str) -> Vec<OsString>,
    ) -> Result<(), TranscodeError> {
        let file = self.album.made.join(format!("{POSTER}.{format}"));
        for (lines, quality) in steps {
            self.encode(&file, format, (*lines).min(LINES), encoder(quality))?;
            if fs::metadata(&file).map_err(at(&file))?.len() <= most {
                break;
            }
        }
        Ok(())
    }

    fn encode(
        &self,
        file: &Path,
        format: &str,
        lines: u16,
        encoder: Vec<OsString>,
    ) -> Result<(), TranscodeError> {
        let mut arguments = quiet();
        arguments.extend(words(["-f", "image2", "-pattern_type", "none", "-i"]));
        arguments.push(address(self.album.aside));
        let shorter = self.width.min(self.height).min(lines);
        let size = if self.width <= self.height { format!("{shorter}:-2") } else { format!("-2:{shorter}") };
        // JPEG and WebP have the colours of old television, AVIF says what it has.
        let matrix = if format == "avif" { "bt709" } else { "bt601" };
        let range = if format == "jpg" { "pc" } else { "tv" };
        let filters = format!("scale={size}:flags=lanczos:out_color_matrix={matrix}:out_range={range}");
        arguments.extend(words(["-vf", &filters, "-frames:v", "1", "-map_metadata", "-1"]));
        arguments.extend(encoder);
        arguments.extend(match format {
            "avif" => words(["-f", "avif"]).to_vec(),
            _ => words(["-f", "image2", "-update", "1"]).to_vec(),
        });
        arguments.push(address(file));
        self.album.run(arguments)
    }
}
