use super::{Amount, words};
use crate::normalize;

/// Longer texts are no amount.
const LONGEST: usize = 200;

/// Reads an amount of taka, in figures or in words, Bangla or Latin. The text must be an amount and nothing else; an amount is never
/// negative.
///
/// ```
/// use alap_text::money::{Amount, parse};
/// assert_eq!(parse("৳১,২০০"), Some(Amount(120_000)));
/// assert_eq!(parse("১২শ"), Some(Amount(120_000)));
/// assert_eq!(parse("1.2k"), Some(Amount(120_000)));
/// assert_eq!(parse("বারো শ"), Some(Amount(120_000)));
/// assert_eq!(parse("blue"), None);
/// ```
pub fn parse(text: &str) -> Option<Amount> {
    if text.len() > LONGEST {
        return None;
    }
    let text = normalize(text).replace("/-", " tk ").replace("/=", " tk ").replace('৳', " tk ");
    let mut sum = Sum::default();
    for piece in pieces(&text)? {
        sum.add(read(&piece)?)?;
    }
    sum.total().map(Amount)
}

/// What one word of an amount means.
pub(super) enum Piece {
    /// A number, in hundredths.
    Number(i64),
    /// হাজার, k, lakh.
    Times(i64),
    /// সাড়ে: half of the unit more.
    AndHalf,
    /// পৌনে: a quarter of the unit less.
    LessQuarter,
    /// taka.
    Currency,
}

fn read(piece: &str) -> Option<Piece> {
    if piece.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        hundredths(piece).map(Piece::Number)
    } else {
        words::read(piece)
    }
}

/// Words and figures; `None` where there is anything else.
fn pieces(text: &str) -> Option<Vec<String>> {
    let mut pieces: Vec<String> = Vec::new();
    let mut figure = false;
    let mut open = false;
    for c in text.chars() {
        let is_figure = c.is_ascii_digit() || c == ',' || (c == '.' && (figure || !open));
        if c == ' ' || (c == '.' && open && !figure) {
            open = false;
            continue;
        }
        if !is_figure && !c.is_alphabetic() && !crate::script::is_bangla_letter(c) {
            return None;
        }
        match pieces.last_mut() {
            Some(last) if open && figure == is_figure => last.push(c),
            _ => pieces.push(c.to_string()),
        }
        (figure, open) = (is_figure, true);
    }
    Some(pieces)
}

/// `1,250.5` as 125050. Commas are only looks; a last point without figures is a full stop.
fn hundredths(figure: &str) -> Option<i64> {
    let plain: String = figure.chars().filter(|&c| c != ',').collect();
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    if part.contains('.') || part.len() > 2 || (whole.is_empty() && part.is_empty()) {
        return None;
    }
    let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let part: i64 = format!("{part:0<2}").parse().ok()?;
    whole.checked_mul(100)?.checked_add(part)
}

/// Adds up "এক লাখ বিশ হাজার পাঁচশ".
#[derive(Default)]
struct Sum {
    done: i64,
    open: Option<i64>,
    shift: i64,
    seen: bool,
    last_unit: Option<i64>,
}

impl Sum {
    fn add(&mut self, piece: Piece) -> Option<()> {
        match piece {
            Piece::Currency => {}
            Piece::AndHalf | Piece::LessQuarter if self.open.is_some() || self.shift != 0 => return None,
            Piece::AndHalf => self.shift = 50,
            Piece::LessQuarter => self.shift = -25,
            Piece::Number(_) if self.open.is_some() => return None,
            Piece::Number(n) => {
                self.open = Some(n.checked_add(self.shift)?);
                self.shift = 0;
                self.seen = true;
            }
            Piece::Times(unit) => {
                // "পাঁচ লাখ হাজার" is no number: units only fall.
                if self.last_unit.is_some_and(|last| unit >= last) {
                    return None;
                }
                let count = self.open.take().unwrap_or(100);
                self.done = self.done.checked_add(count.checked_mul(unit)?)?;
                self.last_unit = Some(unit);
                self.seen = true;
            }
        }
        Some(())
    }

    fn total(self) -> Option<i64> {
        if !self.seen || self.shift != 0 {
            return None;
        }
        self.done.checked_add(self.open.unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::format;
    use proptest::prelude::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        let check = |text, taka: i64| assert_eq!(parse(text), Some(Amount(taka * 100)), "{text:?}");
        check("৳১,২০০", 1200);
        check("1200tk", 1200);
        check("1200 Tk.", 1200);
        check("Tk. 1,200", 1200);
        check("1200/-", 1200);
        check("১২০০/=", 1200);
        check("১২শ", 1200);
        check("১২শ টাকা", 1200);
        check("বারো শ", 1200);
        check("বারোশো টাকা", 1200);
        check("1.2k", 1200);
        check("১,২০০ টাকা", 1200);
        check("BDT 1,23,456", 123_456);
        check("এক লাখ বিশ হাজার", 120_000);
        check("দুই হাজার পাঁচশ", 2500);
        check("পাঁচ শত পঞ্চাশ টাকা", 550);
        check("দেড় হাজার", 1500);
        check("আড়াই শ", 250);
        check("সাড়ে তিন হাজার", 3500);
        check("পৌনে দুই লাখ", 175_000);
        check("হাজার টাকা", 1000);
        check("5 hajar", 5000);
        check("dui hajar", 2000);
        check("pach sho", 500);
        check("0", 0);
    }

    #[test]
    fn paisa_are_kept() {
        assert_eq!(parse("1250.50"), Some(Amount(125_050)));
        assert_eq!(parse("৳৯৯.৫"), Some(Amount(9950)));
        assert_eq!(parse(".75"), Some(Amount(75)));
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        let check = |text| assert_eq!(parse(text), None, "{text:?}");
        check("");
        check("tk");
        check("blue");
        check("-500");
        check("500-800");
        check("12 34");
        check("1.2.3");
        check("1.234");
        check("দুই লাখ কোটি");
        check("সাড়ে");
        check("99999999999999999999");
        check("9223372036854775 kothi");
        check("9223372036854775807");
    }

    proptest! {
        #[test]
        fn what_is_shown_can_be_read(paisa in 0_i64..1_000_000_000_000, bangla: bool) {
            prop_assert_eq!(parse(&format(paisa, "BDT", bangla)), Some(Amount(paisa)));
        }

        #[test]
        fn any_text_has_an_answer(text in "\\PC*|[0-9০-৯,.শk হাজার/-]*") {
            let _ = parse(&text);
        }
    }
}
