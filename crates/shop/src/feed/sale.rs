//! Does a sale price hold today?

use time::Date;

use crate::{Problem, fault::Faults, feed::cell};

/// From the first day to the last; an empty end is open. Without a today every sale holds.
pub(crate) fn holds(first: &str, last: &str, today: Option<Date>, line: u32, faults: &mut Faults) -> bool {
    let mut read = |text: &str| {
        let day = cell::day(text);
        if day.is_none() && !text.trim().is_empty() {
            faults.add(line, Problem::BadSaleDates { text: text.trim().to_owned() });
        }
        day
    };
    let (first_day, last_day) = (read(first), read(last));
    // Dates that cannot be read: the regular price is the one that nobody can complain of.
    let is_read =
        (first_day.is_some() || first.trim().is_empty()) && (last_day.is_some() || last.trim().is_empty());
    let Some(today) = today else {
        return is_read;
    };
    is_read && first_day.is_none_or(|day| day <= today) && last_day.is_none_or(|day| today <= day)
}

#[cfg(test)]
mod tests {
    use alap_protocol::hours::parse_date;

    use super::*;

    #[test]
    fn a_sale_holds_from_its_first_day_to_its_last() {
        let mut faults = Faults::of("x");
        for (first, last, today, expected) in [
            ("2026-11-01", "2026-11-30", Some("2026-11-01"), true),
            ("2026-11-01T00:00+0600", "2026-11-30T23:59+0600", Some("2026-11-30"), true),
            ("2026-11-01", "2026-11-30", Some("2026-12-01"), false),
            ("2026-11-01", "", Some("2026-10-31"), false),
            ("", "", Some("2026-10-31"), true),
            ("2026-11-01", "2026-11-30", None, true),
        ] {
            let today = today.and_then(parse_date);
            assert_eq!(holds(first, last, today, 1, &mut faults), expected, "{first} {last} {today:?}");
        }
        assert!(faults.into_list().is_empty());
    }

    #[test]
    fn dates_that_cannot_be_read_end_the_sale_and_are_named() {
        let mut faults = Faults::of("x");
        assert!(!holds("soon", "", None, 7, &mut faults));
        let faults = faults.into_list();
        assert_eq!(
            (faults[0].line, &faults[0].problem),
            (Some(7), &Problem::BadSaleDates { text: "soon".into() })
        );
    }
}
