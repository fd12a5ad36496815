//! Photos that shoppers attach: told by their bytes, walked to their end, and kept without what they say of their owner.
//!
//! What is stored is put together anew from the parts that make the picture. A phone's place and time (EXIF, XMP), comments
//! and whatever lies behind the picture never reach the disk.

mod jpeg;
mod png;
mod webp;

use alap_protocol::{error::ErrorCode, limits::PHOTO_PIXELS};

use crate::http::error::ApiError;

/// A photo as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its type, told by its bytes.
    pub mime: &'static str,
    /// The picture and nothing else.
    pub bytes: Vec<u8>,
}

/// Why bytes are no photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PictureFault {
    /// Neither JPEG nor PNG nor WebP.
    #[error("a photo is JPEG, PNG or WebP")]
    Kind,
    /// It breaks off, has something behind its end, or parts that no camera writes.
    #[error("the picture is damaged, or has something in it that is no picture")]
    Damaged,
    /// More than [`PHOTO_PIXELS`] on a side.
    #[error("the picture has too many pixels")]
    Pixels,
}

impl From<PictureFault> for ApiError {
    fn from(fault: PictureFault) -> Self {
        match fault {
            PictureFault::Kind => Self::new(ErrorCode::UnsupportedMediaType, "a photo is JPEG, PNG or WebP"),
            PictureFault::Damaged => Self::new(ErrorCode::Invalid, "the picture is damaged"),
            PictureFault::Pixels => Self::new(ErrorCode::Invalid, "the picture has too many pixels"),
        }
    }
}

/// Width and height in pixels.
type Size = (u32, u32);

/// A picture that was put together anew.
#[derive(Debug, PartialEq, Eq)]
struct Cleaned {
    /// As the part says that was kept: another reader of the same bytes may find another one.
    size: Size,
    bytes: Vec<u8>,
}

/// Takes a picture of one kind apart and puts it together anew; `None` for what is not one whole picture.
type Clean = fn(&[u8]) -> Option<Cleaned>;

/// Reads a photo, whatever its sender says that it is.
pub fn read(bytes: &[u8]) -> Result<Picture, PictureFault> {
    let (mime, clean): (_, Clean) = match bytes {
        [0xff, 0xd8, 0xff, ..] => ("image/jpeg", jpeg::clean),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => ("image/png", png::clean),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => ("image/webp", webp::clean),
        _ => return Err(PictureFault::Kind),
    };
    let Cleaned { size: (width, height), bytes } = clean(bytes).ok_or(PictureFault::Damaged)?;
    // A picture of 50,000 × 50,000 pixels is a trap for whoever shows it. Nothing here unpacks it.
    if [width, height].iter().any(|side| !(1..=PHOTO_PIXELS).contains(side)) {
        return Err(PictureFault::Pixels);
    }
    Ok(Picture { mime, bytes })
}

/// The next bytes, taken off the front.
fn take<'b>(rest: &mut &'b [u8], count: usize) -> Option<&'b [u8]> {
    let (taken, after) = rest.split_at_checked(count)?;
    *rest = after;
    Some(taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_photo_is_refused_whatever_it_is_called() {
        for bytes in [
            &b""[..],
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            b"<!doctype html><script>alert(1)</script>",
            b"GIF89a\x01\x00\x01\x00\x00\x00\x00;",
            b"%PDF-1.7",
            b"PK\x03\x04",
            b"BM",
            b"\0\0\0\x1cftypavif",
        ] {
            assert_eq!(read(bytes), Err(PictureFault::Kind), "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn a_picture_of_a_size_that_no_screen_has_is_refused_from_its_header() {
        let huge = png::sample(50_000, 50_000, &[]);
        assert_eq!(read(&huge), Err(PictureFault::Pixels));
        assert_eq!(read(&png::sample(PHOTO_PIXELS + 1, 1, &[])), Err(PictureFault::Pixels));
        assert_eq!(read(&png::sample(0, 1, &[])), Err(PictureFault::Pixels));
        assert!(read(&png::sample(PHOTO_PIXELS, 1, &[])).is_ok());
    }

    #[test]
    fn every_beginning_of_a_photo_is_damaged_and_none_breaks_the_reader() {
        for whole in [jpeg::sample(&[]), png::sample(3, 2, &[]), webp::sample(&[])] {
            assert!(read(&whole).is_ok());
            for end in 12..whole.len() {
                assert_eq!(read(&whole[..end]), Err(PictureFault::Damaged), "{end} of {}", whole.len());
            }
        }
    }

    #[test]
    fn whatever_is_wrong_with_a_byte_what_is_kept_is_a_whole_photo() {
        for whole in
            [jpeg::sample(&[(0xe1, b"Exif\0\0")]), png::sample(3, 2, &[]), webp::sample(&[(b"EXIF", b"x")])]
        {
            for (at, byte) in
                (0..whole.len()).flat_map(|at| [0, 1, 0x80, 0xd8, 0xd9, 0xff].map(|byte| (at, byte)))
            {
                let mut changed = whole.clone();
                changed[at] = byte;
                if let Ok(kept) = read(&changed) {
                    assert_eq!(read(&kept.bytes), Ok(kept), "byte {at} is {byte}");
                }
            }
        }
    }

    #[test]
    fn what_follows_the_end_makes_it_no_photo() {
        for behind in [&b"PK\x03\x04archive"[..], b"<script>alert(1)</script>", b"\0", b"\xff\xd9"] {
            for whole in [jpeg::sample(&[]), png::sample(3, 2, &[]), webp::sample(&[])] {
                assert_eq!(read(&[&whole, behind].concat()), Err(PictureFault::Damaged));
            }
        }
    }
}
