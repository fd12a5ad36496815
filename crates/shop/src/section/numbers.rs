//! Numbers and amounts of money in a section.

use super::Section;
use crate::{Problem, fault::Faults, money};

impl Section<'_> {
    /// A whole number.
    pub(crate) fn number(&self, key: &str, least: u16, most: u16, faults: &mut Faults) -> Option<u16> {
        let (value, line) = self.value(key)?;
        let number =
            value.as_integer().and_then(|number| u16::from_str_radix(number.as_str(), number.radix()).ok());
        let number = number.filter(|number| (least..=most).contains(number));
        if number.is_none() {
            let (least, most) = (least.into(), most.into());
            faults.add(line, Problem::WantsNumber { key: self.path_of(key), least, most });
        }
        number
    }

    /// A number with at most three digits behind the point, in thousandths.
    pub(crate) fn decimal(&self, key: &str, faults: &mut Faults) -> Option<i64> {
        let (value, line) = self.value(key)?;
        let number = self.figures(key).as_deref().and_then(thousandths);
        if number.is_none() || value.is_str() {
            faults.add(line, Problem::WantsDecimal { key: self.path_of(key) });
            return None;
        }
        number
    }

    /// An amount of the shop's money as people write it, in the smallest unit; with or without quotation marks.
    pub(crate) fn amount(&self, key: &str, currency: Option<&str>, faults: &mut Faults) -> Option<i64> {
        let (_, line) = self.value(key)?;
        let text = self.figures(key).unwrap_or_default();
        let money = money::parse(&text).ok().filter(|money| match (&money.currency, currency) {
            (Some(named), Some(usual)) => named == usual,
            _ => true,
        });
        if money.is_none() {
            faults.add(line, Problem::WantsAmount { key: self.path_of(key), text });
        }
        money.map(|money| money.amount)
    }

    pub(crate) fn needed_amount(
        &self,
        key: &str,
        currency: Option<&str>,
        faults: &mut Faults,
    ) -> Option<i64> {
        self.needs(key, faults)?;
        self.amount(key, currency, faults)
    }

    /// A number or text, as it is written.
    fn figures(&self, key: &str) -> Option<String> {
        let (value, _) = self.value(key)?;
        let integer = value.as_integer().filter(|number| number.radix() == 10).map(|number| number.as_str());
        let figures = integer.or_else(|| value.as_float().map(|number| number.as_str()));
        figures.or_else(|| value.as_str()).map(|text| text.trim().to_owned())
    }
}

/// `12.5` is 12,500. More than three digits behind the point, an exponent or `inf` is none.
fn thousandths(figures: &str) -> Option<i64> {
    let (negative, digits) = match figures.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, figures.strip_prefix('+').unwrap_or(figures)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) || fraction.len() > 3 {
        return None;
    }
    let number = format!("{whole}{fraction:0<3}").parse::<i64>().ok()?;
    Some(if negative { -number } else { number })
}

#[cfg(test)]
mod tests {
    use super::thousandths;

    #[test]
    fn numbers_are_read_to_the_thousandth() {
        for (figures, number) in [
            ("0", 0),
            ("12", 12_000),
            ("12.5", 12_500),
            ("-0.125", -125),
            ("+7", 7_000),
            ("9000000000000", 9_000_000_000_000_000),
        ] {
            assert_eq!(thousandths(figures), Some(number), "{figures}");
        }
        for figures in ["", ".5", "1.2345", "1e3", "inf", "nan", "-", "1.-5", "99999999999999999999"] {
            assert_eq!(thousandths(figures), None, "{figures}");
        }
    }
}
