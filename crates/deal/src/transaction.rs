//! The id that a wallet gives a payment, as the shopper copies it.

use alap_protocol::payment::Wallet;
use alap_text::digits;

/// Longer texts are no id.
const LONGEST: usize = 80;

/// Reads an id: Bangla digits, small letters, spaces and dashes are fine. bKash's have ten letters and digits (its developers'
/// documentation shows `6H7801QFYM`); the lengths of the others are not published, so 6 to 14 are taken.
pub fn read(wallet: Wallet, typed: &str) -> Option<String> {
    if typed.len() > LONGEST {
        return None;
    }
    let id: String = digits::fold(typed)
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '#' | '\u{200b}'..='\u{200f}'))
        .map(|c| c.to_ascii_uppercase())
        .collect();
    let lengths = match wallet {
        Wallet::Bkash => 10..=10,
        Wallet::Nagad | Wallet::Rocket | Wallet::BanglaQr => 6..=14,
    };
    let is_id = id.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    // A word is no id: each has a digit in it.
    let has_digit = id.bytes().any(|byte| byte.is_ascii_digit());
    (is_id && has_digit && lengths.contains(&id.len())).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_as_people_copy_it() {
        for typed in ["6H7801QFYM", "6h7801qfym", " 6H78 01QF-YM ", "৬H৭৮০১QFYM", "#6H7801QFYM"] {
            assert_eq!(read(Wallet::Bkash, typed).as_deref(), Some("6H7801QFYM"), "{typed}");
        }
        assert_eq!(read(Wallet::Nagad, "71kd8q2z").as_deref(), Some("71KD8Q2Z"));
    }

    #[test]
    fn anything_else_is_none() {
        for typed in
            ["", "done", "6H7801QFY", "6H7801QFYM1", "ABCDEFGHIJ", "6H7801QF'M", "৳১২০০", &"1".repeat(90)]
        {
            assert_eq!(read(Wallet::Bkash, typed), None, "{typed}");
        }
        assert_eq!(read(Wallet::Rocket, "12345"), None);
    }
}
