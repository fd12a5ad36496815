//! What the beginning of an MP4 file tells (ISO/IEC 14496-12): its length and the size of its picture.

use std::{
    fs::File,
    io::{Read, Seek, SeekFrom},
    path::Path,
};

/// The most boxes that are looked at, and the most bytes of the one that tells.
const MOST_BOXES: usize = 1_000;
const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// What it tells.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) milliseconds: Option<u64>,
    /// Width and height in pixels, as it is shown.
    pub(super) size: Option<(u32, u32)>,
}

/// Does it begin as MP4 and WebM files do?
pub(super) fn is_video(path: &Path) -> bool {
    let mut head = [0; 8];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut head));
    read.is_ok()
        && (matches!(&head[4..], b"ftyp" | b"moov" | b"mdat" | b"styp")
            || head.starts_with(b"\x1a\x45\xdf\xa3"))
}

/// Reads it; `None` if it is of another kind, or damaged.
pub(super) fn read(path: &Path) -> Option<Told> {
    let mut file = File::open(path).ok()?;
    let length = file.metadata().ok()?.len();
    let mut at = 0;
    for _ in 0..MOST_BOXES {
        let mut head = [0; 8];
        file.seek(SeekFrom::Start(at)).ok()?;
        file.read_exact(&mut head).ok()?;
        let (size, name) = (be32(&head, 0)?, &head[4..]);
        let (begin, size) = match size {
            0 => (8, length.checked_sub(at)?),
            1 => {
                let mut large = [0; 8];
                file.read_exact(&mut large).ok()?;
                (16, u64::from_be_bytes(large))
            }
            size => (8, u64::from(size)),
        };
        let inner = size.checked_sub(begin)?;
        if name == b"moov" {
            let mut movie = Vec::new();
            file.take(inner.min(MOST_BYTES)).read_to_end(&mut movie).ok()?;
            return Some(told(&movie));
        }
        at = at.checked_add(size).filter(|at| *at < length)?;
    }
    None
}

fn told(movie: &[u8]) -> Told {
    let milliseconds = boxes(movie).find(|(name, _)| *name == b"mvhd").and_then(|(_, head)| duration(head));
    let tracks = boxes(movie).filter(|(name, _)| *name == b"trak").map(|(_, track)| track);
    let heads = tracks.filter_map(|track| boxes(track).find(|(name, _)| *name == b"tkhd"));
    let size = heads.filter_map(|(_, head)| track_size(head)).next();
    Told { milliseconds, size }
}

/// The boxes within one, by their names.
fn boxes(bytes: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let size = usize::try_from(be32(rest, 0)?).ok()?;
        let (name, inner) = (rest.get(4..8)?, rest.get(8..size)?);
        rest = rest.get(size..)?;
        Some((name, inner))
    })
}

/// Of the whole film, from its header.
fn duration(head: &[u8]) -> Option<u64> {
    let (scale, duration) = if head.first()? == &1 {
        (be32(head, 20)?, u64::from(be32(head, 24)?) << 32 | u64::from(be32(head, 28)?))
    } else {
        (be32(head, 12)?, u64::from(be32(head, 16)?))
    };
    let is_known = duration > 0 && duration != u64::from(u32::MAX) && duration != u64::MAX;
    let duration = Some(duration).filter(|_| is_known)?;
    duration.checked_mul(1_000)?.checked_div(u64::from(scale))
}

/// Of a track with a picture, from its header; on its side if it was filmed so.
fn track_size(head: &[u8]) -> Option<(u32, u32)> {
    let matrix = if head.first()? == &1 { 52 } else { 40 };
    let (width, height) = (be32(head, matrix + 36)? >> 16, be32(head, matrix + 40)? >> 16);
    let is_turned = be32(head, matrix)? == 0 && be32(head, matrix + 4)? != 0;
    (width > 0 && height > 0).then_some(if is_turned { (height, width) } else { (width, height) })
}

fn be32(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at.checked_add(4)?)?.try_into().ok().map(u32::from_be_bytes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn boxed(name: &[u8; 4], inner: &[u8]) -> Vec<u8> {
        [&(inner.len() as u32 + 8).to_be_bytes(), name.as_slice(), inner].concat()
    }

    fn words(words: &[u32]) -> Vec<u8> {
        words.iter().flat_map(|word| word.to_be_bytes()).collect()
    }

    /// A film of 65.5 seconds, 1080 wide and 1920 high, filmed on its side.
    fn film() -> Vec<u8> {
        let film = boxed(b"mvhd", &words(&[0, 0, 0, 600, 39_300, 0, 0]));
        let sound = boxed(b"trak", &boxed(b"tkhd", &words(&[0; 21])));
        let turned = [0, 1 << 16, 0, u32::MAX << 16, 0, 0, 0, 0, 1 << 30];
        let picture = [&[0; 10][..], &turned, &[1_920 << 16, 1_080 << 16]].concat();
        let picture = boxed(b"trak", &boxed(b"tkhd", &words(&picture)));
        let movie = boxed(b"moov", &[film, sound, picture].concat());
        [boxed(b"ftyp", b"isom"), boxed(b"free", &[0; 50]), movie, boxed(b"mdat", &[7; 100])].concat()
    }

    fn on_disk(bytes: &[u8]) -> (Option<Told>, bool) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("x.mp4");
        std::fs::write(&path, bytes).unwrap();
        (read(&path), is_video(&path))
    }

    #[test]
    fn a_film_tells_its_length_and_its_size() {
        let told = Told { milliseconds: Some(65_500), size: Some((1_080, 1_920)) };
        assert_eq!(on_disk(&film()), (Some(told), true));
    }

    #[test]
    fn what_is_no_film_tells_nothing() {
        assert_eq!(on_disk(b"bytes"), (None, false));
        assert_eq!(on_disk(b"<html><body>404</body></html>"), (None, false));
        assert_eq!(on_disk(b"\x1a\x45\xdf\xa3 webm"), (None, true));
        assert_eq!(on_disk(&film()[..40]), (None, true));
    }

    proptest! {
        #[test]
        fn a_film_damaged_anywhere_is_read_or_not(at in 0_usize..400, byte: u8, end in 0_usize..500) {
            let mut film = film();
            let (at, end) = (at.min(film.len() - 1), end.min(film.len()));
            film[at] = byte;
            let _ = on_disk(&film[..end]);
        }
    }
}
