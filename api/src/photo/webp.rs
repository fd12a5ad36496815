//! WebP (RFC 9649): chunks in a RIFF file.

use super::{Cleaned, Size, take};

/// Flags of `VP8X` for what is taken out: EXIF and XMP.
const TOLD: u8 = 0x08 | 0x04;
/// Flag of `VP8X` for a picture that moves.
const MOVES: u8 = 0x02;

/// The picture without its owner's data; `None` for what is not one whole picture.
pub(super) fn clean(bytes: &[u8]) -> Option<Cleaned> {
    let mut rest = bytes.strip_prefix(b"RIFF")?;
    let length = u32::from_le_bytes(take(&mut rest, 4)?.try_into().ok()?);
    if usize::try_from(length).ok()? != rest.len() {
        return None;
    }
    rest = rest.strip_prefix(b"WEBP")?;
    let mut chunks = Vec::new();
    let (mut canvas, mut picture) = (None, None);
    while !rest.is_empty() {
        let name = take(&mut rest, 4)?;
        let length = usize::try_from(u32::from_le_bytes(take(&mut rest, 4)?.try_into().ok()?)).ok()?;
        let content = take(&mut rest, length)?;
        if length % 2 == 1 && take(&mut rest, 1)? != [0] {
            return None;
        }
        let first = canvas.is_none() && picture.is_none();
        match name {
            b"VP8X" if first => {
                let [flags, after @ ..] = content else { return None };
                if flags & MOVES != 0 {
                    return None;
                }
                canvas = Some(canvas_size(content)?);
                put(&mut chunks, name, &[&[flags & !TOLD], after].concat());
                continue;
            }
            b"VP8 " if picture.is_none() => picture = Some(lossy_size(content)?),
            b"VP8L" if picture.is_none() => picture = Some(lossless_size(content)?),
            b"ALPH" | b"ICCP" if canvas.is_some() && picture.is_none() => {}
            b"VP8X" | b"VP8 " | b"VP8L" | b"ANIM" | b"ANMF" => return None,
            // Where and when it was taken, or nobody knows what.
            _ if !first => continue,
            _ => return None,
        }
        put(&mut chunks, name, content);
    }
    // The canvas' size is one that a reader may believe: the picture inside must be no other.
    let size = picture.filter(|picture| canvas.is_none_or(|canvas| canvas == *picture))?;
    let length = u32::try_from(chunks.len() + 4).ok()?.to_le_bytes();
    Some(Cleaned { size, bytes: [&b"RIFF"[..], &length, b"WEBP", &chunks].concat() })
}

fn put(chunks: &mut Vec<u8>, name: &[u8], content: &[u8]) {
    chunks.extend(name);
    chunks.extend(u32::try_from(content.len()).unwrap_or(u32::MAX).to_le_bytes());
    chunks.extend(content);
    chunks.extend((content.len() % 2 == 1).then_some(0));
}

fn canvas_size(content: &[u8]) -> Option<Size> {
    let [_, _, _, _, a, b, c, d, e, f] = *content else { return None };
    Some((u32::from_le_bytes([a, b, c, 0]) + 1, u32::from_le_bytes([d, e, f, 0]) + 1))
}

fn lossy_size(content: &[u8]) -> Option<Size> {
    let [_, _, _, 0x9d, 0x01, 0x2a, a, b, c, d, ..] = *content else { return None };
    Some((u32::from(u16::from_le_bytes([a, b]) & 0x3fff), u32::from(u16::from_le_bytes([c, d]) & 0x3fff)))
}

fn lossless_size(content: &[u8]) -> Option<Size> {
    let [0x2f, a, b, c, d, ..] = *content else { return None };
    let bits = u32::from_le_bytes([a, b, c, d]);
    Some(((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1))
}

/// A picture of 3 × 2 with these chunks behind it.
#[cfg(test)]
pub(super) fn sample(behind: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let flags = if behind.is_empty() { 0 } else { TOLD };
    with(flags, (3, 2), behind)
}

#[cfg(test)]
fn with(flags: u8, (width, height): Size, behind: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut chunks = Vec::new();
    let (w, h) = ((width - 1).to_le_bytes(), (height - 1).to_le_bytes());
    put(&mut chunks, b"VP8X", &[&[flags, 0, 0, 0], &w[..3], &h[..3]].concat());
    put(&mut chunks, b"VP8 ", &[0x10, 0, 0, 0x9d, 0x01, 0x2a, 3, 0, 2, 0, 7]);
    for (name, content) in behind {
        put(&mut chunks, *name, content);
    }
    [&b"RIFF"[..], &u32::try_from(chunks.len() + 4).unwrap().to_le_bytes(), b"WEBP", &chunks].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_it_was_taken_is_not_kept() {
        let told = sample(&[(b"EXIF", b"MM\0*GPS"), (b"XMP ", b"<x:xmpmeta/>"), (b"JUNK", b"<script>")]);
        assert_eq!(clean(&told).unwrap(), Cleaned { size: (3, 2), bytes: sample(&[]) });
    }

    #[test]
    fn a_picture_larger_than_it_says_one_that_moves_and_two_in_one_are_refused() {
        assert_eq!(clean(&with(0, (2, 2), &[])), None, "the canvas is another size");
        assert_eq!(clean(&with(MOVES, (3, 2), &[])), None);
        assert_eq!(clean(&sample(&[(b"VP8 ", &[0x10, 0, 0, 0x9d, 0x01, 0x2a, 3, 0, 2, 0])])), None);
        assert_eq!(clean(&sample(&[(b"ANMF", &[0; 16])])), None);
        assert_eq!(clean(b"RIFF\x04\0\0\0WEBP"), None, "nothing in it");
    }

    #[test]
    fn a_picture_without_a_canvas_is_one_too() {
        let mut chunks = Vec::new();
        put(&mut chunks, b"VP8L", &[0x2f, 2, 0x40, 0, 0]);
        let length = u32::try_from(chunks.len() + 4).unwrap().to_le_bytes();
        let whole = [&b"RIFF"[..], &length, b"WEBP", &chunks].concat();
        assert_eq!(clean(&whole).unwrap(), Cleaned { size: (3, 2), bytes: whole });
    }
}
