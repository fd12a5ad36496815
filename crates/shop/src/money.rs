//! A price cell: an amount, perhaps with a currency before or behind it.

/// An amount in hundredths (paisa, cent), with its currency if the cell names one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Money {
    pub(crate) amount: i64,
    pub(crate) currency: Option<String>,
}

/// Why a cell is no price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MoneyError {
    Negative,
    Unreadable,
}

/// The largest price, in hundredths: what a page can still show, and a double can still hold.
const MOST: i64 = 1_000_000_000_000;

/// Reads a price: `1250`, `1,250`, `৳১,২৫০`, `1250.50`, `12.50 USD`, `1250/-`, `১২শ`.
pub(crate) fn parse(cell: &str) -> Result<Money, MoneyError> {
    figures(cell).or_else(|error| if error == MoneyError::Unreadable { words(cell) } else { Err(error) })
}

/// As people say it: `১২শ`, `1.2k`. Only with a letter in it: figures that programs write are read strictly.
fn words(cell: &str) -> Result<Money, MoneyError> {
    let amount = alap_text::money::parse(cell).filter(|_| cell.contains(char::is_alphabetic));
    let amount = amount.map(|amount| amount.0).filter(|amount| (0..=MOST).contains(amount));
    amount.map(|amount| Money { amount, currency: None }).ok_or(MoneyError::Unreadable)
}

fn figures(cell: &str) -> Result<Money, MoneyError> {
    let folded = alap_text::digits::fold(cell.trim()).replace(['\u{a0}', '\u{202f}'], " ");
    let (number, currency) = split_currency(folded.trim());
    let number = number.trim().trim_end_matches("/-").trim_end_matches("/=").trim();
    let (negative, number) = match number.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest.trim()),
        None => (false, number),
    };
    let amount = hundredths(number).filter(|amount| *amount <= MOST).ok_or(MoneyError::Unreadable)?;
    if negative && amount != 0 { Err(MoneyError::Negative) } else { Ok(Money { amount, currency }) }
}

/// Takes the currency off either end: a sign, a word for taka, or a code of three capital letters.
fn split_currency(text: &str) -> (&str, Option<String>) {
    const SIGNS: [(&str, &str); 9] = [
        ("৳", "BDT"),
        ("টাকা", "BDT"),
        ("Tk.", "BDT"),
        ("Tk", "BDT"),
        ("tk", "BDT"),
        ("$", "USD"),
        ("€", "EUR"),
        ("£", "GBP"),
        ("₹", "INR"),
    ];
    for (sign, code) in SIGNS {
        if let Some(rest) = text.strip_prefix(sign).or_else(|| text.strip_suffix(sign)) {
            return (rest, Some(code.to_owned()));
        }
    }
    if let Some((head, tail)) = text.split_at_checked(3)
        && is_currency(head)
    {
        return (tail, Some(head.to_owned()));
    }
    if let Some((head, tail)) = text.len().checked_sub(3).and_then(|at| text.split_at_checked(at))
        && is_currency(tail)
    {
        return (head, Some(tail.to_owned()));
    }
    (text, None)
}

/// Three capital letters, as ISO 4217 has them.
pub(crate) fn is_currency(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Digits with separators, of thousands, of lakhs or decimal, into hundredths.
fn hundredths(number: &str) -> Option<i64> {
    let number = number.replace(' ', "");
    if !number.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (whole, fraction) = match (number.rfind(','), number.rfind('.')) {
        (Some(comma), Some(point)) => split(&number, comma.max(point)),
        (None, Some(point)) if number.matches('.').count() == 1 => split(&number, point),
        // `12,50`: a decimal comma. `1,250` and `1,25,000`: groups.
        (Some(comma), None) if number.matches(',').count() == 1 && number.len() - comma <= 3 => {
            split(&number, comma)
        }
        _ => (number.as_str(), ""),
    };
    let whole = ungroup(whole)?;
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) || fraction.len() > 6 || whole.len() > 15 {
        return None;
    }
    let cents = format!("{:0<2}", fraction).get(..2)?.parse::<i64>().ok()?;
    let rounds_up = fraction.as_bytes().get(2).is_some_and(|digit| *digit >= b'5');
    whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(cents + i64::from(rounds_up))
}

fn split(number: &str, at: usize) -> (&str, &str) {
    (&number[..at], &number[at + 1..])
}

/// Takes out the separators of groups: the first has 1 to 3 digits, the last 3, those between 2 or 3.
fn ungroup(whole: &str) -> Option<String> {
    let separator = if whole.contains(',') { ',' } else { '.' };
    let groups: Vec<_> = whole.split(separator).collect();
    if groups.iter().any(|group| group.is_empty() || !group.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    if let [first, between @ .., last] = groups.as_slice() {
        let fits =
            first.len() <= 3 && last.len() == 3 && between.iter().all(|group| matches!(group.len(), 2 | 3));
        if !fits {
            return None;
        }
    }
    Some(groups.concat())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn prices_are_read_as_people_and_programs_write_them() {
        for (cell, amount, currency) in [
            ("1250", 125_000, None),
            (" 1,250 ", 125_000, None),
            ("1,25,000", 12_500_000, None),
            ("1250.50", 125_050, None),
            ("12.5", 1_250, None),
            ("12,50", 1_250, None),
            ("1.250,75", 125_075, None),
            ("1,250.7500", 125_075, None),
            ("0.999", 100, None),
            ("৳১,২৫০", 125_000, Some("BDT")),
            ("১২৫০ টাকা", 125_000, Some("BDT")),
            ("Tk. 1250/-", 125_000, Some("BDT")),
            ("12.50 USD", 1_250, Some("USD")),
            ("EUR 9", 900, Some("EUR")),
            ("$9.99", 999, Some("USD")),
            ("-0", 0, None),
            ("১২শ", 120_000, None),
            ("1.2k", 120_000, None),
        ] {
            let money = Money { amount, currency: currency.map(str::to_owned) };
            assert_eq!(parse(cell), Ok(money), "{cell}");
        }
    }

    #[test]
    fn what_is_no_price_is_refused() {
        for cell in [
            "",
            "free",
            "1 to 2",
            "12,34,5",
            "1..2",
            "1,2,3",
            "12 BD",
            "NaN",
            "1e9",
            ".5",
            "৳",
            "99999999999999",
        ] {
            assert_eq!(parse(cell), Err(MoneyError::Unreadable), "{cell}");
        }
        assert_eq!(parse("-5"), Err(MoneyError::Negative));
        assert_eq!(parse("BDT -5.00"), Err(MoneyError::Negative));
    }

    proptest! {
        #[test]
        fn any_amount_comes_back(amount in 0..MOST) {
            let cell = format!("{}.{:02}", amount / 100, amount % 100);
            prop_assert_eq!(parse(&cell).map(|money| money.amount), Ok(amount));
        }

        #[test]
        fn any_cell_is_read_or_refused(cell in any::<String>()) {
            if let Ok(money) = parse(&cell) {
                prop_assert!((0..=MOST).contains(&money.amount));
            }
        }
    }
}
