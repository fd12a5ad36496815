//! What was typed into a field, read; and what stands in it beforehand.

use alap_protocol::{limits::QUANTITY, locale::Locale};
use alap_text::{
    digits,
    money::{self, Amount},
};
use alap_ui::words::number;

/// An amount as people write it; `None` where it is none.
pub(crate) fn amount(text: &str) -> Option<i64> {
    money::parse(text).map(|Amount(amount)| amount)
}

/// How many pieces.
pub(crate) fn quantity(text: &str) -> Option<u32> {
    whole(text).filter(|pieces| (1..=QUANTITY).contains(pieces))
}

/// A whole number, in Bangla digits or Latin ones.
pub(crate) fn whole(text: &str) -> Option<u32> {
    digits::fold(text.trim()).replace(',', "").parse().ok()
}

/// An amount for a field: as it is shown, without the sign.
pub(crate) fn amount_text(locale: Locale, minor: i64) -> String {
    money::format(minor, "BDT", locale == Locale::Bn).replace('৳', "")
}

/// A number for a field.
pub(crate) fn whole_text(locale: Locale, whole: u32) -> String {
    number(locale, whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_write_them_and_stand_in_the_field_as_they_are_shown() {
        for text in ["১,২০০ টাকা", "1200/-", "১২শ", "1.2k"] {
            assert_eq!(amount(text), Some(120_000), "{text}");
        }
        assert_eq!(amount("-5"), None);
        for (locale, text) in [(Locale::Bn, "১,২৩,৪৫৬.৫০"), (Locale::En, "1,23,456.50")] {
            assert_eq!(amount_text(locale, 12_345_650), text);
            assert_eq!(amount(text), Some(12_345_650));
        }
    }

    #[test]
    fn a_quantity_is_a_whole_number_of_pieces() {
        assert_eq!(quantity(" ৫০ "), Some(50));
        assert_eq!(quantity("1,000"), Some(1_000));
        for text in ["0", "-1", "2147483648", "১.৫", "", "পাঁচ"] {
            assert_eq!(quantity(text), None, "{text}");
        }
    }
}
