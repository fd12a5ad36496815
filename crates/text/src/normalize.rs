//! One form for texts that read the same.

mod bangla;
mod elongation;
mod latin;
mod letters;
mod space;

use letters::Letters;

/// `text` as it is compared: composed Bangla, Latin in lower case without accents, digits `0`–`9`, no invisible characters, no stretched
/// letters, single spaces. Applying it twice changes nothing more.
///
/// ```
/// assert_eq!(alap_text::normalize("Kotoooo  দাম?"), "kotoo দাম?");
/// ```
pub fn normalize(text: &str) -> String {
    let mut letters = Letters::with_capacity(text.len());
    for c in text.chars().filter(|&c| !space::is_invisible(c)) {
        latin::fold(c, &mut |c| letters.push(crate::digits::fold_char(c)));
    }
    let mut letters = letters.finish();
    elongation::shorten(&mut letters);
    space::tidy(&letters)
}
#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_reads_the_same_becomes_the_same() {
        let check = |input, expected: &str| assert_eq!(normalize(input), expected, "{input:?}");
        check("\u{9AF}\u{9BC}", "\u{9AF}\u{9BC}");
        check("\u{9DF}", "\u{9AF}\u{9BC}"); // য় in one piece and in two
        check("\u{9DC}", "\u{9A1}\u{9BC}"); // ড়
        check("\u{995}\u{9C7}\u{9BE}", "\u{995}\u{9CB}"); // ো written as two signs
        check("\u{9AE}\u{9C7}\u{9D7}", "\u{9AE}\u{9CC}"); // ৌ written as two signs
        check("\u{9AC}\u{9BC}", "\u{9B0}"); // র written as ব with a dot
        check("র\u{200D}্যাব", "র্যাব");
        check("ডেেলিভারি", "ডেলিভারি");
        check("DELIVERY Charge", "delivery charge");
        check("Café ＯＫ", "cafe ok");
        check("plzzzzz", "plzz");
        check("ভাইইইই", "ভাইই");
        check("৫০০০ টাকা", "5000 টাকা");
        check("don’t  can't", "dont cant");
        check("ক\u{9C7}\u{9BE}\u{9C7}\u{9BE}", "ক\u{9CB}");
        check("`x`x`x", "`xx");
        check("h'\u{9BC}h", "hh");
        check("\u{202E}abc\u{200B}", "abc");
        check("a\tb\r\n c ", "a b c");
        check("ok\u{0}", "ok");
        check("", "");
    }

    proptest! {
        #[test]
        fn twice_is_once(text in "\\PC*|[ -~ঀ-৿\u{200b}-\u{200f}\u{300}-\u{310}]*") {
            let once = normalize(&text);
            prop_assert_eq!(normalize(&once), once);
        }

        #[test]
        fn any_string_has_an_answer(text: String) {
            let _ = normalize(&text);
        }
    }
}
