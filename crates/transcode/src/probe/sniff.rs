//! What the first bytes say: a photo is told as one, although ffmpeg would call it a video without an index.

use std::{fs::File, io::Read as _, path::Path};

use crate::problem::{TranscodeError, at};

/// Kinds of photos in the container of MP4, by their brands.
const PHOTOS: [&[u8]; 7] = [b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"avif"];

/// The first boxes that a file of the MP4 family may have.
const BOXES: [&[u8]; 7] = [b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"styp"];

/// Refuses pictures, and says whether the file begins as MP4 does: ffmpeg believes the name of a file without an index.
pub(super) fn is_mp4(file: &Path) -> Result<bool, TranscodeError> {
    let mut start = Vec::new();
    File::open(file).and_then(|file| file.take(16).read_to_end(&mut start)).map_err(at(file))?;
    match is_picture(&start) {
        true => Err(TranscodeError::OnlyPicture),
        false => Ok(start.get(4..8).is_some_and(|name| BOXES.contains(&name))),
    }
}

fn is_picture(start: &[u8]) -> bool {
    let photo =
        start.get(4..8) == Some(b"ftyp") && start.get(8..12).is_some_and(|brand| PHOTOS.contains(&brand));
    let webp = start.starts_with(b"RIFF") && start.get(8..12) == Some(b"WEBP");
    let others: [&[u8]; 4] = [b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"BM"];
    photo || webp || others.iter().any(|magic| start.starts_with(magic))
}

#[cfg(test)]
mod tests {
    use super::is_picture;

    #[test]
    fn pictures_are_told_by_their_first_bytes() {
        for picture in [
            b"\0\0\0\x18ftypheic\0\0\0\0".as_slice(),
            b"RIFF\0\0\0\0WEBPVP8 ",
            b"\xff\xd8\xff\xe0",
            b"GIF89a",
        ] {
            assert!(is_picture(picture), "{picture:?}");
        }
        for other in
            [b"\0\0\0\x20ftypisom\0\0\0\0".as_slice(), b"RIFF\0\0\0\0AVI LIST", b"\x1a\x45\xdf\xa3", b""]
        {
            assert!(!is_picture(other), "{other:?}");
        }
    }
}
