//! Numbers in words.

use super::parse::Piece;
use crate::phonetic::sound;

/// One to ninety-nine: Bangla has a word for each.
const NUMBERS: &str = "এক দুই তিন চার পাঁচ ছয় সাত আট নয় দশ এগারো বারো তেরো চৌদ্দ পনেরো ষোলো সতেরো আঠারো উনিশ বিশ \
একুশ বাইশ তেইশ চব্বিশ পঁচিশ ছাব্বিশ সাতাশ আটাশ উনত্রিশ ত্রিশ একত্রিশ বত্রিশ তেত্রিশ চৌত্রিশ পঁয়ত্রিশ ছত্রিশ সাঁইত্রিশ আটত্রিশ উনচল্লিশ চল্লিশ \
একচল্লিশ বিয়াল্লিশ তেতাল্লিশ চুয়াল্লিশ পঁয়তাল্লিশ ছেচল্লিশ সাতচল্লিশ আটচল্লিশ উনপঞ্চাশ পঞ্চাশ একান্ন বায়ান্ন তিপ্পান্ন চুয়ান্ন পঞ্চান্ন ছাপ্পান্ন সাতান্ন আটান্ন উনষাট ষাট \
একষট্টি বাষট্টি তেষট্টি চৌষট্টি পঁয়ষট্টি ছেষট্টি সাতষট্টি আটষট্টি উনসত্তর সত্তর একাত্তর বাহাত্তর তিয়াত্তর চুয়াত্তর পঁচাত্তর ছিয়াত্তর সাতাত্তর আটাত্তর উনআশি আশি \
একাশি বিরাশি তিরাশি চুরাশি পঁচাশি ছিয়াশি সাতাশি অষ্টাশি উননব্বই নব্বই একানব্বই বিরানব্বই তিরানব্বই চুরানব্বই পঁচানব্বই ছিয়ানব্বই সাতানব্বই আটানব্বই নিরানব্বই";

/// What a normalised word of an amount means, in either script: first as it is written, then (Banglish, misspelt) as it sounds.
pub(super) fn read(word: &str) -> Option<Piece> {
    written(word).or_else(|| joined_hundred(word)).or_else(|| number(|bangla| sound(bangla) == sound(word)))
}

/// A unit may be written onto its number: "পাঁচশ".
fn joined_hundred(word: &str) -> Option<Piece> {
    ["শত", "শো", "শ"].iter().find_map(|hundred| match written(word.strip_suffix(hundred)?)? {
        Piece::Number(n) => n.checked_mul(100).map(Piece::Number),
        _ => None,
    })
}

fn written(word: &str) -> Option<Piece> {
    let piece = match word {
        "tk" | "tks" | "taka" | "bdt" | "টাকা" | "টাকার" | "মাত্র" | "only" => {
            Piece::Currency
        }
        "শ" | "শো" | "শত" | "sho" | "so" | "shoto" | "hundred" => Piece::Times(100),
        "k" | "thousand" | "হাজার" | "hajar" | "hazar" => Piece::Times(1_000),
        "লাখ" | "লক্ষ" | "lakh" | "lac" | "lakhs" => Piece::Times(100_000),
        "কোটি" | "koti" | "crore" => Piece::Times(10_000_000),
        _ => return number(|bangla| bangla == word),
    };
    Some(piece)
}

/// The number whose Bangla word is meant.
fn number(is_meant: impl Fn(&str) -> bool) -> Option<Piece> {
    let is = |bangla: &str| is_meant(&crate::normalize(bangla));
    if is("সাড়ে") {
        Some(Piece::AndHalf)
    } else if is("পৌনে") {
        Some(Piece::LessQuarter)
    } else if is("দেড়") {
        Some(Piece::Number(150))
    } else if is("আড়াই") {
        Some(Piece::Number(250))
    } else {
        let at = NUMBERS.split_whitespace().position(is)?;
        i64::try_from(at + 1).ok().map(|n| Piece::Number(n * 100))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_below_a_hundred_has_its_own_word() {
        assert_eq!(NUMBERS.split_whitespace().count(), 99);
        for (at, word) in NUMBERS.split_whitespace().enumerate() {
            match read(&crate::normalize(word)) {
                Some(Piece::Number(n)) => assert_eq!(n, (at as i64 + 1) * 100, "{word}"),
                _ => panic!("{word}"),
            }
        }
    }
}
