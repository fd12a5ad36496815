//! Telephone numbers, however people write them.

/// A number of Bangladesh or, with a `+`, of anywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phone {
    /// What is dialled: `+8801712345678`, or a short code such as `16247`.
    pub(crate) dialled: String,
    /// Is it a mobile number, or one abroad that may be?
    pub(crate) has_chat: bool,
}

impl Phone {
    /// Reads a number. Bangla digits, spaces, dashes, dots and brackets are all fine.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let digits = fold(text)?;
        if let Some(mobile) = ["+880", "880", "0"].iter().find_map(|head| mobile(digits.strip_prefix(head)?))
        {
            return Some(Self { dialled: format!("+880{mobile}"), has_chat: true });
        }
        if let Some(abroad) = digits.strip_prefix('+').filter(|rest| !rest.starts_with("880")) {
            let is_number = (8..=15).contains(&abroad.len()) && !abroad.starts_with('0');
            return is_number.then(|| Self { dialled: digits.clone(), has_chat: true });
        }
        if let Some(line) = ["+880", "880", "0"].iter().find_map(|head| land_line(digits.strip_prefix(head)?))
        {
            return Some(Self { dialled: format!("+880{line}"), has_chat: false });
        }
        let is_short =
            (3..=5).contains(&digits.len()) && !digits.starts_with('0') && !digits.starts_with('+');
        is_short.then_some(Self { dialled: digits, has_chat: false })
    }

    /// As people read it: `+880 1712-345678`.
    pub(crate) fn label(&self) -> String {
        match self.dialled.strip_prefix("+880").filter(|rest| rest.len() == 10) {
            Some(rest) => format!("+880 {}-{}", &rest[..4], &rest[4..]),
            None => self.dialled.clone(),
        }
    }
}

/// `1712345678`, without the zero in front.
fn mobile(rest: &str) -> Option<&str> {
    let second = rest.as_bytes().get(1)?;
    (rest.len() == 10 && rest.starts_with('1') && (b'3'..=b'9').contains(second)).then_some(rest)
}

/// A land line or a number over the internet (09…), without the zero in front.
fn land_line(rest: &str) -> Option<&str> {
    let first = rest.as_bytes().first()?;
    ((7..=10).contains(&rest.len()) && (b'2'..=b'9').contains(first)).then_some(rest)
}

/// Latin digits with at most a `+` in front; `None` if there is anything that no number has.
fn fold(text: &str) -> Option<String> {
    let mut digits = String::new();
    for c in alap_text::digits::fold(text.trim()).chars() {
        match c {
            '0'..='9' => digits.push(c),
            '+' | '＋' if digits.is_empty() => digits.push('+'),
            ' ' | '-' | '.' | '(' | ')' | '\u{a0}' | '\u{2010}'..='\u{2014}' => {}
            // Left by spreadsheets and chat apps when a number is copied.
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' => {}
            _ => return None,
        }
    }
    Some(digits)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_writing_is_one_number() {
        for text in [
            "+8801712345678",
            "8801712345678",
            "01712345678",
            "01712-345678",
            "+880 1712 345 678",
            "০১৭১২-৩৪৫৬৭৮",
            "+৮৮০ ১৭১২ ৩৪৫৬৭৮",
            "(+880) 1712.345678",
            "\u{202a}+8801712345678\u{202c}",
        ] {
            let phone = Phone::parse(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((phone.dialled.as_str(), phone.has_chat), ("+8801712345678", true), "{text}");
            assert_eq!(phone.label(), "+880 1712-345678");
        }
    }

    #[test]
    fn numbers_abroad_land_lines_and_short_codes_are_numbers() {
        for (text, dialled, has_chat) in [
            ("+44 20 7946 0958", "+442079460958", true),
            ("02-55667788", "+880255667788", false),
            ("09612-345678", "+8809612345678", false),
            ("১৬২৪৭", "16247", false),
        ] {
            assert_eq!(Phone::parse(text), Some(Phone { dialled: dialled.into(), has_chat }), "{text}");
        }
    }

    #[test]
    fn anything_else_is_none() {
        for text in
            ["", "+", "12", "0171234567", "017123456789", "01212345678", "call me", "0171234567x", "+880171"]
        {
            assert_eq!(Phone::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_dialled_reads_as_itself(text in "[+0-9০-৯ -]{0,18}") {
            if let Some(phone) = Phone::parse(&text) {
                prop_assert_eq!(Phone::parse(&phone.dialled), Some(phone.clone()));
            }
        }
    }
}
