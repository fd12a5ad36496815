//! Mobile numbers of Bangladesh, however people write them.

/// `+8801712345678`, of a number written in any of the usual ways: Bangla digits, spaces, dashes, dots, brackets, with `+880`,
/// `880` or `0` in front. Nothing for all else.
pub fn mobile(text: &str) -> Option<String> {
    let mut digits = String::new();
    for c in alap_text::digits::fold(text.trim()).chars() {
        match c {
            '0'..='9' => digits.push(c),
            '+' | '＋' if digits.is_empty() => digits.push('+'),
            ' ' | '-' | '.' | '(' | ')' | '\u{a0}' | '\u{2010}'..='\u{2014}' => {}
            // Left by spreadsheets and chat apps when a number is copied.
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => {}
            _ => return None,
        }
        if digits.len() > "+8801712345678".len() {
            return None;
        }
    }
    let rest = ["+880", "880", "0"].iter().find_map(|head| digits.strip_prefix(head))?;
    let is_mobile =
        rest.len() == 10 && rest.starts_with('1') && rest[1..].starts_with(|c| ('3'..='9').contains(&c));
    is_mobile.then(|| ["+880", rest].concat())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_way_of_writing_is_one_number() {
        for text in [
            "+8801712345678",
            "8801712345678",
            "01712345678",
            "01712-345678",
            "০১৭১২-৩৪৫৬৭৮",
            "+৮৮০ ১৭১২ ৩৪৫৬৭৮",
            "(+880) 1712.345678",
            " \u{202a}+8801712345678\u{202c} ",
        ] {
            assert_eq!(mobile(text).as_deref(), Some("+8801712345678"), "{text}");
        }
    }

    #[test]
    fn anything_else_is_none() {
        for text in [
            "",
            "+",
            "1712345678",
            "01212345678",
            "0171234567",
            "017123456789",
            "0171234567x",
            "+441712345678",
            "00",
            "+",
        ] {
            assert_eq!(mobile(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_stored_reads_as_itself(text in "(\\+?880|0)?1[0-9০-৯ -]{0,14}|\\PC{0,30}") {
            if let Some(number) = mobile(&text) {
                prop_assert_eq!(number.len(), 14);
                prop_assert_eq!(mobile(&number), Some(number));
            }
        }
    }
}
