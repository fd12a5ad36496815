//! Bytes into text: UTF-8 with or without a mark, Windows-1252 as a last resort, UTF-16 refused.

use std::borrow::Cow;

use crate::{Problem, fault::Faults, lines::line_of};

const UTF8_MARK: &[u8] = b"\xef\xbb\xbf";

/// The text of a file, or `None` with a fault that says why there is none.
pub(crate) fn decode<'a>(bytes: &'a [u8], faults: &mut Faults) -> Option<Cow<'a, str>> {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") || looks_like_utf16(bytes) {
        faults.add(None, Problem::Utf16 {});
        return None;
    }
    let bytes = bytes.strip_prefix(UTF8_MARK).unwrap_or(bytes);
    if bytes.contains(&0) {
        faults.add(None, Problem::NotText {});
        return None;
    }
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Some(text.into()),
        Err(error) => error,
    };
    let good = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
    let line = line_of(&good, good.len());
    // Letters beyond ASCII that were good UTF-8 so far: the file is damaged, not of another encoding.
    if !good.is_ascii() {
        faults.add(line, Problem::BrokenLetters {});
        return None;
    }
    let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes);
    // Bytes that are control characters there are no text of that encoding.
    if text.chars().any(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r')) {
        faults.add(line, Problem::NotText {});
        return None;
    }
    faults.add(line, Problem::Windows1252 {});
    Some(text)
}

/// Without a mark: every other byte of its beginning is zero.
fn looks_like_utf16(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(64)];
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    head.len() >= 4 && (zeros(0) * 4 > head.len() || zeros(1) * 4 > head.len()) && zeros(0).min(zeros(1)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8]) -> (Option<String>, Vec<Problem>) {
        let mut faults = Faults::of("x");
        let text = decode(bytes, &mut faults).map(Cow::into_owned);
        (text, faults.into_list().into_iter().map(|fault| fault.problem).collect())
    }

    #[test]
    fn a_mark_is_no_part_of_the_text() {
        assert_eq!(check("\u{feff}sku,দাম".as_bytes()), (Some("sku,দাম".into()), vec![]));
    }

    #[test]
    fn an_old_encoding_is_read_and_named() {
        assert_eq!(check(b"caf\xe9 \x93x\x94"), (Some("café “x”".into()), vec![Problem::Windows1252 {}]));
    }

    #[test]
    fn utf16_is_refused_with_and_without_a_mark() {
        let little: Vec<u8> = "sku,price".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(check(&[b"\xff\xfe".as_slice(), &little].concat()).1, [Problem::Utf16 {}]);
        assert_eq!(check(&little).1, [Problem::Utf16 {}]);
    }

    #[test]
    fn broken_bangla_is_not_taken_for_another_encoding() {
        assert_eq!(check(b"\xe0\xa6\x95\n\xe0\xa6").1, [Problem::BrokenLetters {}]);
    }

    #[test]
    fn a_picture_is_no_text() {
        assert_eq!(check(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").1, [Problem::NotText {}]);
    }
}
