use crate::digits;

/// An amount as the shop shows it: `minor` units of the ISO 4217 code `currency`. South Asian currencies are grouped by lakh, others by
/// thousand; no decimals unless there are any.
///
/// ```
/// use alap_text::money::format;
/// assert_eq!(format(12_345_600, "BDT", true), "৳১,২৩,৪৫৬");
/// assert_eq!(format(12_345_600, "BDT", false), "৳1,23,456");
/// assert_eq!(format(99_950, "BDT", false), "৳999.50");
/// assert_eq!(format(1_234_500, "USD", false), "$12,345");
/// ```
pub fn format(minor: i64, currency: &str, locale_is_bangla: bool) -> String {
    let code = currency.trim().to_ascii_uppercase();
    let decimals = decimals(&code);
    let unit = 10_u64.pow(decimals);
    let (whole, part) = (minor.unsigned_abs() / unit, minor.unsigned_abs() % unit);

    let mut figures = group(whole, matches!(code.as_str(), "BDT" | "INR" | "NPR" | "PKR" | "LKR" | "BTN"));
    if part > 0 {
        figures.push_str(&format!(".{part:0width$}", width = decimals as usize));
    }
    if locale_is_bangla {
        figures = digits::to_bangla(&figures);
    }
    let minus = if minor < 0 { "-" } else { "" };
    match sign(&code) {
        Some(sign) => format!("{minus}{sign}{figures}"),
        None => format!("{minus}{code}\u{A0}{figures}").trim_start_matches('\u{A0}').to_owned(),
    }
}

fn sign(code: &str) -> Option<&'static str> {
    Some(match code {
        "BDT" => "৳",
        "INR" => "₹",
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        "JPY" => "¥",
        "CNY" => "CN¥",
        "KRW" => "₩",
        _ => return None,
    })
}

/// Decimal places of a currency.
fn decimals(code: &str) -> u32 {
    match code {
        "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "VND"
        | "VUV" | "XAF" | "XOF" | "XPF" => 0,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        _ => 2,
    }
}

/// 1,23,456 by lakh, 123,456 by thousand.
fn group(whole: u64, by_lakh: bool) -> String {
    let figures = whole.to_string();
    let mut out = String::with_capacity(figures.len() + 8);
    for (i, figure) in figures.chars().enumerate() {
        let left = figures.len() - i;
        let comma =
            if by_lakh { left == 3 || (left > 3 && !left.is_multiple_of(2)) } else { left.is_multiple_of(3) };
        if comma && i > 0 {
            out.push(',');
        }
        out.push(figure);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn money_looks_as_its_country_writes_it() {
        let check = |minor, currency, bangla, expected: &str| {
            assert_eq!(format(minor, currency, bangla), expected, "{minor} {currency}");
        };
        check(0, "BDT", true, "৳০");
        check(99_900, "BDT", true, "৳৯৯৯");
        check(100_000, "BDT", true, "৳১,০০০");
        check(1_000_000_000, "BDT", true, "৳১,০০,০০,০০০");
        check(120_050, "BDT", true, "৳১,২০০.৫০");
        check(5, "bdt", false, "৳0.05");
        check(-100_000, "BDT", false, "-৳1,000");
        check(123_456_700, "EUR", false, "€1,234,567");
        check(1500, "JPY", false, "¥1,500");
        check(1_234_500, "KWD", false, "KWD\u{A0}1,234.500");
        check(100_000, "AED", true, "AED\u{A0}১,০০০");
        check(100, "", false, "1");
    }

    proptest! {
        #[test]
        fn any_amount_has_a_form(minor: i64, currency: String, bangla: bool) {
            prop_assert!(!format(minor, &currency, bangla).is_empty());
        }
    }
}
