//! Digits of both scripts.

use std::borrow::Cow;

/// Bangla digits (and full-width ones) as `0`–`9`; everything else stays.
///
/// ```
/// assert_eq!(alap_text::digits::fold("০১৭১১-২২৩৩৪৪"), "01711-223344");
/// ```
pub fn fold(text: &str) -> Cow<'_, str> {
    if text.chars().any(|c| fold_char(c) != c) {
        Cow::Owned(text.chars().map(fold_char).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// `0`–`9` as Bangla digits; everything else stays.
///
/// ```
/// assert_eq!(alap_text::digits::to_bangla("24 pcs"), "২৪ pcs");
/// ```
pub fn to_bangla(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_digit() { moved(c, '0', '০') } else { c }).collect()
}

pub(crate) fn fold_char(c: char) -> char {
    match c {
        '০'..='৯' => moved(c, '০', '0'),
        '０'..='９' => moved(c, '０', '0'),
        _ => c,
    }
}

fn moved(c: char, from: char, to: char) -> char {
    char::from_u32(u32::from(c) - u32::from(from) + u32::from(to)).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn text_without_foreign_digits_is_borrowed() {
        assert!(matches!(fold("size 42 কত"), Cow::Borrowed(_)));
        assert_eq!(fold("৪২ / ４２"), "42 / 42");
    }

    proptest! {
        #[test]
        fn numbers_survive_the_way_there_and_back(n: u64) {
            let bangla = to_bangla(&n.to_string());
            prop_assert_eq!(fold(&bangla), n.to_string());
        }
    }
}
