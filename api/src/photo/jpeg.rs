//! JPEG (ITU-T T.81): segments up to the end of the image.

use super::{Cleaned, Size, take};

const END: u8 = 0xd9;
const SCAN: u8 = 0xda;
const COMMENT: u8 = 0xfe;

/// The picture without its owner's data; `None` for what is not one whole picture.
pub(super) fn clean(bytes: &[u8]) -> Option<Cleaned> {
    let mut rest = bytes.strip_prefix(&[0xff, 0xd8])?;
    let mut clean = vec![0xff, 0xd8];
    let (mut frame, mut scans) = (None, 0_u32);
    loop {
        let marker = marker(&mut rest)?;
        if marker == END {
            clean.extend([0xff, END]);
            return frame.filter(|_| rest.is_empty() && scans > 0).map(|size| Cleaned { size, bytes: clean });
        }
        let length = u16::from_be_bytes(take(&mut rest, 2)?.try_into().ok()?);
        let content = take(&mut rest, usize::from(length).checked_sub(2)?)?;
        match marker {
            // Baseline, extended and progressive: what browsers show. One of them, and it says how large the picture is.
            0xc0..=0xc2 if frame.is_none() => frame = Some(frame_size(content)?),
            // Tables, and how often the scan restarts.
            0xc4 | 0xdb | 0xdd => {}
            SCAN if frame.is_some() => scans += 1,
            0xe0..=0xef if !is_kept(marker, content) => continue,
            0xe0..=0xef => {}
            COMMENT => continue,
            _ => return None,
        }
        clean.extend([0xff, marker]);
        clean.extend(length.to_be_bytes());
        clean.extend(content);
        if marker == SCAN {
            let length = scan_length(rest)?;
            clean.extend(take(&mut rest, length)?);
        }
    }
}

/// Width and height, which stand the other way round behind the bits of a sample. A height of 0 means one that
/// comes later; no picture is that high.
fn frame_size(content: &[u8]) -> Option<Size> {
    let [_bits, a, b, c, d, ..] = *content else { return None };
    Some((u16::from_be_bytes([c, d]).into(), u16::from_be_bytes([a, b]).into()))
}

/// What a picture needs to look right: its shape, its colour profile, how its colours are written.
fn is_kept(marker: u8, content: &[u8]) -> bool {
    match marker {
        0xe0 => content.starts_with(b"JFIF\0"),
        0xe2 => content.starts_with(b"ICC_PROFILE\0"),
        0xee => content.starts_with(b"Adobe"),
        _ => false,
    }
}

/// The next marker; it may have fill bytes before it.
fn marker(rest: &mut &[u8]) -> Option<u8> {
    if take(rest, 1)? != [0xff] {
        return None;
    }
    loop {
        match take(rest, 1)? {
            [0xff] => {}
            [marker] => return Some(*marker),
            _ => return None,
        }
    }
}

/// How far the coded picture goes: up to a marker that is no restart.
fn scan_length(rest: &[u8]) -> Option<usize> {
    rest.windows(2).position(|pair| {
        let [first, second] = pair else { return false };
        *first == 0xff && !matches!(second, 0x00 | 0xd0..=0xd7 | 0xff)
    })
}

/// A picture with these segments after its first.
#[cfg(test)]
pub(super) fn sample(segments: &[(u8, &[u8])]) -> Vec<u8> {
    with_frame(segments, &[], &[8, 0, 2, 0, 3, 1, 1, 0x11, 0])
}

/// The same with this frame header, and fill bytes before it.
#[cfg(test)]
fn with_frame(segments: &[(u8, &[u8])], fill: &[u8], frame: &[u8]) -> Vec<u8> {
    let middle: Vec<u8> = segments.iter().flat_map(|(marker, content)| segment(*marker, content)).collect();
    [
        vec![0xff, 0xd8],
        segment(0xe0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
        middle,
        segment(0xdb, &[0; 65]),
        fill.to_vec(),
        segment(0xc0, frame),
        segment(0xc4, &[0; 17]),
        segment(0xda, &[1, 1, 0, 0, 63, 0]),
        vec![0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9],
    ]
    .concat()
}

#[cfg(test)]
fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&[0xff, marker], &length[..], content].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo::{PictureFault, read};

    #[test]
    fn where_and_when_it_was_taken_is_not_kept() {
        let plain = sample(&[]);
        let profile = (0xe2, &b"ICC_PROFILE\0\x01\x01profile"[..]);
        let told = sample(&[
            (0xe1, b"Exif\0\0MM\0*GPS 23.81,90.41"),
            (0xe1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>"),
            (0xfe, b"<script>alert(1)</script>"),
            (0xe2, b"MPF\0"),
            (0xed, b"Photoshop 3.0\0"),
        ]);
        assert_eq!(clean(&told).unwrap().bytes, plain);
        assert_eq!(clean(&sample(&[profile])).unwrap().bytes, sample(&[profile]), "its colours are");
        assert_eq!(clean(&plain).unwrap(), Cleaned { size: (3, 2), bytes: plain });
    }

    #[test]
    fn a_second_picture_or_a_part_that_is_unknown_is_refused() {
        let whole = sample(&[]);
        assert_eq!(clean(&[&whole[..], &whole[2..]].concat()), None, "a second one behind it");
        assert_eq!(clean(&sample(&[(0xc0, &[8, 0, 2, 0, 3, 1, 1, 0x11, 0])])), None, "two frames");
        assert_eq!(clean(&sample(&[(0xc3, &[0; 9])])), None, "lossless");
        assert_eq!(clean(&sample(&[(0xdc, &[0, 9])])), None, "a size that comes later");
        assert_eq!(clean(&sample(&[(0x02, b"x")])), None);
        assert_eq!(clean(&[0xff, 0xd8, 0xff, 0xd9]), None, "nothing in it");
    }

    #[test]
    fn the_size_is_that_of_the_frame_that_is_kept_whatever_looks_like_one() {
        let fake = segment(0xc0, &[8, 0, 2, 0, 3, 1, 1, 0x11, 0]);
        let framed = |height: u16, width: u16| {
            let (height, width) = (height.to_be_bytes(), width.to_be_bytes());
            let frame = [&[8], &height[..], &width[..], &[1, 1, 0x11, 0]].concat();
            with_frame(&[(0xe1, &fake)], &[0xff, 0xff], &frame)
        };
        for (height, width) in [(0xffff, 0xffff), (2, 0xffff), (0xffff, 3), (2, 4_097), (0, 3)] {
            let huge = framed(height, width);
            assert_eq!(clean(&huge).unwrap().size, (width.into(), height.into()));
            assert_eq!(read(&huge), Err(PictureFault::Pixels), "{width} × {height}");
        }
        assert_eq!(clean(&framed(2, 3)).unwrap().bytes, sample(&[]), "fill bytes are fine, and not kept");
        assert_eq!(clean(&with_frame(&[], &[], &[8, 0, 2, 0])), None, "a frame without a size");
    }
}
