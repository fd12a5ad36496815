//! PNG (ISO/IEC 15948): chunks, each with its check sum, up to `IEND`.

use super::{Cleaned, take};

const SIGNATURE: [u8; 8] = *b"\x89PNG\r\n\x1a\n";

/// The picture without its owner's data; `None` for what is not one whole picture.
pub(super) fn clean(bytes: &[u8]) -> Option<Cleaned> {
    let mut rest = bytes.strip_prefix(&SIGNATURE)?;
    let mut clean = SIGNATURE.to_vec();
    let (mut size, mut has_data) = (None, false);
    loop {
        let all = rest;
        let length = usize::try_from(u32::from_be_bytes(take(&mut rest, 4)?.try_into().ok()?)).ok()?;
        let checked = rest.get(..length.checked_add(4)?)?;
        let (name, content) = (take(&mut rest, 4)?, take(&mut rest, length)?);
        let sum = u32::from_be_bytes(take(&mut rest, 4)?.try_into().ok()?);
        if crc32fast::hash(checked) != sum || size.is_none() != (name == b"IHDR") {
            return None;
        }
        match name {
            b"IHDR" if length == 13 => {
                let side = |at: usize| content.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes);
                size = Some((side(0)?, side(4)?));
            }
            b"PLTE" => {}
            b"IDAT" => has_data = true,
            b"IEND" if content.is_empty() => {
                clean.extend(all.get(..12)?);
                return size
                    .filter(|_| rest.is_empty() && has_data)
                    .map(|size| Cleaned { size, bytes: clean });
            }
            // What a picture needs to look right.
            b"tRNS" | b"gAMA" | b"cHRM" | b"sRGB" | b"iCCP" | b"sBIT" | b"pHYs" | b"cICP" => {}
            // A small letter says that the picture is whole without it.
            [b'a'..=b'z', ..] => continue,
            _ => return None,
        }
        clean.extend(all.get(..length.checked_add(12)?)?);
    }
}

/// A picture of this size with these chunks before its data.
#[cfg(test)]
pub(super) fn sample(width: u32, height: u32, chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let chunk = |name: &[u8; 4], content: &[u8]| {
        let checked = [&name[..], content].concat();
        let length = u32::try_from(content.len()).unwrap().to_be_bytes();
        [&length[..], &checked, &crc32fast::hash(&checked).to_be_bytes()].concat()
    };
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    let middle: Vec<u8> = chunks.iter().flat_map(|(name, content)| chunk(name, content)).collect();
    [SIGNATURE.to_vec(), chunk(b"IHDR", &header), middle, chunk(b"IDAT", b"data"), chunk(b"IEND", b"")]
        .concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_places_and_moving_parts_are_not_kept() {
        let told = sample(
            3,
            2,
            &[
                (b"tEXt", b"Comment\0<script>alert(1)</script>"),
                (b"iTXt", b"XML:com.adobe.xmp\0"),
                (b"eXIf", b"MM\0*GPS"),
                (b"tIME", &[7; 7]),
                (b"acTL", &[0; 8]),
                (b"sRGB", &[0]),
            ],
        );
        assert_eq!(clean(&told).unwrap(), Cleaned { size: (3, 2), bytes: sample(3, 2, &[(b"sRGB", &[0])]) });
    }

    #[test]
    fn a_wrong_sum_a_second_header_and_an_unknown_part_are_refused() {
        let mut wrong = sample(3, 2, &[]);
        *wrong.last_mut().unwrap() ^= 1;
        assert_eq!(clean(&wrong), None);
        assert_eq!(clean(&sample(3, 2, &[(b"IHDR", &[0; 13])])), None);
        assert_eq!(clean(&sample(3, 2, &[(b"EVIL", b"PK\x03\x04")])), None);
        let mut endless = SIGNATURE.to_vec();
        endless.extend([0xff; 8]);
        assert_eq!(clean(&endless), None, "a length that no file has");
    }
}
