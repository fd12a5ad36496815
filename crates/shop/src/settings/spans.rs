//! Hours of one day: `10:00-20:00`, `10:00-13:00, 15:00-02:00`, `closed`.

use alap_protocol::hours::{DAY_MINUTES, Span};

/// The hours of a day, and what of them lies past its midnight.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Day {
    pub(crate) today: Vec<Span>,
    pub(crate) tomorrow: Vec<Span>,
}

/// Reads them. `None` if they are not hours.
pub(crate) fn parse(text: &str) -> Option<Day> {
    let dashes = ['\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2015}', '\u{2212}'];
    let folded = alap_text::digits::fold(text.trim()).to_lowercase().replace(dashes, "-");
    if matches!(folded.as_str(), "closed" | "বন্ধ") {
        return Some(Day::default());
    }
    let mut day = Day::default();
    for part in folded.split(',') {
        let (from, to) = part.split_once('-')?;
        let (from, to) = (minute(from)?, minute(to)?);
        if from == to || from == DAY_MINUTES {
            return None;
        }
        if from < to {
            day.today.push(Span { from, to });
        } else {
            day.today.push(Span { from, to: DAY_MINUTES });
            if to > 0 {
                day.tomorrow.push(Span { from: 0, to });
            }
        }
    }
    day.today.sort_by_key(|span| span.from);
    Some(day)
}

/// Does any span begin before another has ended?
pub(crate) fn overlap(spans: &[Span]) -> bool {
    let mut sorted = spans.to_vec();
    sorted.sort_by_key(|span| span.from);
    sorted.windows(2).any(|pair| pair[1].from < pair[0].to)
}

/// In order, those that touch or overlap as one.
pub(crate) fn merge(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_by_key(|span| span.from);
    let mut merged: Vec<Span> = Vec::new();
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.from <= last.to => last.to = last.to.max(span.to),
            _ => merged.push(span),
        }
    }
    merged
}

/// `9:30`, `09:30`, `24:00`.
fn minute(text: &str) -> Option<u16> {
    let (hour, minute) = text.trim().split_once(':')?;
    let is_clock = matches!(hour.len(), 1 | 2)
        && minute.len() == 2
        && hour.bytes().chain(minute.bytes()).all(|byte| byte.is_ascii_digit());
    if !is_clock {
        return None;
    }
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    let total = hour * 60 + minute;
    (minute < 60 && total <= DAY_MINUTES).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(spans: &[(u16, u16)]) -> Vec<Span> {
        spans.iter().map(|(from, to)| Span { from: *from, to: *to }).collect()
    }

    #[test]
    fn hours_are_read_as_people_write_them() {
        for (text, today, tomorrow) in [
            ("10:00-20:00", spans(&[(600, 1200)]), vec![]),
            ("১০:০০ – ২০:০০", spans(&[(600, 1200)]), vec![]),
            ("15:00-02:00, 9:30-13:00", spans(&[(570, 780), (900, 1440)]), spans(&[(0, 120)])),
            ("18:00-00:00", spans(&[(1080, 1440)]), vec![]),
            ("00:00-24:00", spans(&[(0, 1440)]), vec![]),
            ("closed", vec![], vec![]),
            (" বন্ধ ", vec![], vec![]),
        ] {
            assert_eq!(parse(text), Some(Day { today, tomorrow }), "{text}");
        }
    }

    #[test]
    fn what_is_no_hours_is_none() {
        for text in [
            "",
            "open",
            "10-20",
            "10:00",
            "10:00-10:00",
            "25:00-26:00",
            "10:60-11:00",
            "24:00-02:00",
            "10:00-20:00,",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn spans_that_touch_do_not_overlap() {
        assert!(!overlap(&spans(&[(600, 700), (700, 800)])));
        assert!(overlap(&spans(&[(700, 800), (600, 701)])));
        assert_eq!(merge(spans(&[(700, 800), (600, 700), (900, 950)])), spans(&[(600, 800), (900, 950)]));
    }
}
