//! What stands there before a video is tapped.

use alap_protocol::{pack::Image, video::Poster};

use super::{Around, source::Found};
use crate::fault::Faults;

/// How large a video is taken to be, where neither it nor its picture tells.
const USUAL: (u32, u32) = (1_280, 720);

/// The seller's own picture.
pub(super) fn own(
    written: Option<(String, u32)>,
    found: Option<&Found>,
    around: &mut Around<'_, '_>,
    faults: &mut Faults,
) -> Option<Poster> {
    let (src, line) = written?;
    let image = around.media.picture(Image { src, width: None, height: None }, line, faults)?;
    Some(of(image, found.and_then(|found| found.size)))
}

/// A picture as a poster of a video of this size.
pub(super) fn of(image: Image, size: Option<(u32, u32)>) -> Poster {
    let (width, height) = size.or(image.width.zip(image.height)).unwrap_or(USUAL);
    Poster { src: image.src, avif: None, webp: None, width, height }
}
