//! Days and times: read as people type them, written as they read them.

use alap_protocol::{hours::parse_date, locale::Localized};
use alap_text::digits;
use time::{Date, Month};

/// Months in Bangla and English.
const MONTHS: [(&str, &str); 12] = [
    ("জানুয়ারি", "January"),
    ("ফেব্রুয়ারি", "February"),
    ("মার্চ", "March"),
    ("এপ্রিল", "April"),
    ("মে", "May"),
    ("জুন", "June"),
    ("জুলাই", "July"),
    ("আগস্ট", "August"),
    ("সেপ্টেম্বর", "September"),
    ("অক্টোবর", "October"),
    ("নভেম্বর", "November"),
    ("ডিসেম্বর", "December"),
];

/// `YYYY-MM-DD`.
pub(crate) fn written(day: Date) -> String {
    let mut text = String::with_capacity(10);
    pad(&mut text, day.year().max(0).unsigned_abs(), 4);
    text.push('-');
    pad(&mut text, u32::from(u8::from(day.month())), 2);
    text.push('-');
    pad(&mut text, u32::from(day.day()), 2);
    text
}

/// `YYYY-MM-DD`, or the day first with `/`, `-` or `.` between; in either script.
pub(crate) fn read(typed: &str) -> Option<Date> {
    let folded = digits::fold(typed.trim());
    if let Some(day) = parse_date(&folded) {
        return Some(day);
    }
    let mut parts = folded.split(['/', '-', '.', ' ']).map(str::trim).filter(|part| !part.is_empty());
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let (day, month, year) = if day.len() == 4 { (year, month, day) } else { (day, month, year) };
    let is_number =
        |part: &str, most: usize| part.len() <= most && part.bytes().all(|byte| byte.is_ascii_digit());
    if parts.next().is_some()
        || !is_number(day, 2)
        || !is_number(month, 2)
        || year.len() != 4
        || !is_number(year, 4)
    {
        return None;
    }
    let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
    Date::from_calendar_date(year.parse().ok()?, month, day.parse().ok()?).ok()
}

/// "২৫ ডিসেম্বর ২০২৬", "25 December 2026".
pub(crate) fn in_words(day: Date) -> Localized {
    let (bn, en) = MONTHS[usize::from(u8::from(day.month()) - 1).min(11)];
    let written = |month: &str| [&day.day().to_string(), " ", month, " ", &day.year().to_string()].concat();
    Localized::both(digits::to_bangla(&written(bn)), written(en))
}

/// "সন্ধ্যা ৭টা", "7 pm"; "সকাল ১০:৩০", "10:30 am".
pub(crate) fn clock(minute: u16) -> Localized {
    let (hour, rest) = (minute / 60 % 24, minute % 60);
    let mut shown = (if hour % 12 == 0 { 12 } else { hour % 12 }).to_string();
    let half = if hour < 12 { " am" } else { " pm" };
    let period = match hour {
        4..=5 => "ভোর ",
        6..=11 => "সকাল ",
        12..=14 => "দুপুর ",
        15..=17 => "বিকাল ",
        18..=19 => "সন্ধ্যা ",
        _ => "রাত ",
    };
    let mut bangla = "";
    if rest == 0 {
        bangla = "টা";
    } else {
        shown.push(':');
        pad(&mut shown, u32::from(rest), 2);
    }
    let bn = [period, &digits::to_bangla(&shown), bangla].concat();
    let en = match (hour, rest) {
        (0, 0) => "midnight".to_owned(),
        (12, 0) => "noon".to_owned(),
        _ => shown + half,
    };
    Localized::both(bn, en)
}

/// A number with zeros in front.
pub(crate) fn pad(text: &mut String, number: u32, width: usize) {
    let digits = number.to_string();
    for _ in digits.len()..width {
        text.push('0');
    }
    text.push_str(&digits);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        for typed in
            ["2026-12-05", "05/12/2026", "5/12/2026", "০৫-১২-২০২৬", " ৫.১২.২০২৬ ", "5 12 2026", "২০২৬/১২/৫"]
        {
            assert_eq!(read(typed).map(written).as_deref(), Some("2026-12-05"), "{typed}");
        }
        for typed in [
            "",
            "12/25/2026",
            "29/02/2026",
            "5/12/26",
            "5/12",
            "5/12/2026/1",
            "soon",
            "+5/12/2026",
            "00/01/2026",
        ] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }

    #[test]
    fn days_and_times_read_as_people_say_them() {
        let day = in_words(parse_date("2026-12-25").unwrap());
        assert_eq!(day, Localized::both("২৫ ডিসেম্বর ২০২৬", "25 December 2026"));
        for (minute, bn, en) in [
            (0, "রাত ১২টা", "midnight"),
            (330, "ভোর ৫:৩০", "5:30 am"),
            (600, "সকাল ১০টা", "10 am"),
            (720, "দুপুর ১২টা", "noon"),
            (725, "দুপুর ১২:০৫", "12:05 pm"),
            (960, "বিকাল ৪টা", "4 pm"),
            (1140, "সন্ধ্যা ৭টা", "7 pm"),
            (1439, "রাত ১১:৫৯", "11:59 pm"),
        ] {
            assert_eq!(clock(minute), Localized::both(bn, en), "{minute}");
        }
    }
}
