//! Times of day, days and opening hours as people say them.
//!
//! `Intl` says "PM" or bookish words for Bangla day times; people say ভোর, সকাল, দুপুর, বিকাল, সন্ধ্যা and রাত.

use alap_protocol::{
    hours::{LocalTime, Status},
    locale::Locale,
};
use time::Date;

use crate::words::{number, tr, tr_with};

/// The time of day: "সন্ধ্যা ৭টা", "সকাল ১০:৩০", "7 pm", "10:30 am". 1440 is midnight.
pub fn clock(locale: Locale, minute: u16) -> String {
    let (hour, rest) = (minute / 60 % 24, minute % 60);
    if rest == 0 && hour == 0 {
        return tr(locale, "hours.midnight");
    }
    if rest == 0 && hour == 12 {
        return tr(locale, "hours.noon");
    }
    let shown_hour = number(locale, if hour % 12 == 0 { 12 } else { hour % 12 });
    match locale {
        Locale::Bn if rest == 0 => format!("{} {shown_hour}টা", tr(locale, period(hour))),
        Locale::Bn => {
            format!("{} {shown_hour}:{}", tr(locale, period(hour)), number(locale, format!("{rest:02}")))
        }
        Locale::En => {
            let half = if hour < 12 { "am" } else { "pm" };
            if rest == 0 { format!("{shown_hour} {half}") } else { format!("{shown_hour}:{rest:02} {half}") }
        }
    }
}

fn period(hour: u16) -> &'static str {
    match hour {
        4..=5 => "period.dawn",
        6..=11 => "period.morning",
        12..=14 => "period.midday",
        15..=17 => "period.afternoon",
        18..=19 => "period.evening",
        _ => "period.night",
    }
}

/// A day seen from another: today, tomorrow, a weekday within a week, else the date.
pub fn day(locale: Locale, day: Date, today: Date) -> String {
    match (day - today).whole_days() {
        0 => tr(locale, "hours.today"),
        1 => tr(locale, "hours.tomorrow"),
        2..=6 => tr(locale, &format!("weekday.{}", day.weekday().number_days_from_monday())),
        _ => date(locale, day),
    }
}

/// Day and month: "২১ নভেম্বর", "21 November".
pub fn date(locale: Locale, day: Date) -> String {
    format!("{} {}", number(locale, day.day()), tr(locale, &format!("month.{}", u8::from(day.month()))))
}

/// A moment ahead: "আগামীকাল সকাল ১০টা", "tomorrow at 10 am".
pub fn moment(locale: Locale, at: LocalTime, today: Date) -> String {
    let (day, time) = (day(locale, at.date, today), clock(locale, at.minute));
    tr_with(locale, "hours.when", &[("day", &day), ("time", &time)])
}

/// Open or closed, in one line.
pub fn status_line(locale: Locale, status: &Status, today: Date) -> String {
    match status {
        Status::Open { until: None } => tr(locale, "hours.always_open"),
        Status::Open { until: Some(until) } => {
            let time = clock(locale, until.minute);
            // Two in the morning still belongs to this evening.
            let tonight =
                until.date == today || (until.minute < 6 * 60 && Some(until.date) == today.next_day());
            if tonight {
                tr_with(locale, "hours.open_until_today", &[("time", &time)])
            } else {
                let day = day(locale, until.date, today);
                tr_with(locale, "hours.open_until", &[("day", &day), ("time", &time)])
            }
        }
        Status::Closed { opens, note } => {
            let line = match opens {
                Some(at) => tr_with(locale, "hours.closed_opens", &[("when", &moment(locale, *at, today))]),
                None => tr(locale, "hours.closed"),
            };
            match note {
                Some(note) => tr_with(locale, "hours.note", &[("note", note.get(locale)), ("line", &line)]),
                None => line,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use alap_protocol::{hours::parse_date, locale::Localized};

    use super::*;

    fn check(minute: u16, bn: &str, en: &str) {
        assert_eq!(clock(Locale::Bn, minute), bn);
        assert_eq!(clock(Locale::En, minute), en);
    }

    #[test]
    fn the_time_of_day_is_said_as_people_say_it() {
        check(0, "রাত ১২টা", "midnight");
        check(5 * 60, "ভোর ৫টা", "5 am");
        check(10 * 60 + 30, "সকাল ১০:৩০", "10:30 am");
        check(12 * 60, "দুপুর ১২টা", "noon");
        check(12 * 60 + 5, "দুপুর ১২:০৫", "12:05 pm");
        check(16 * 60, "বিকাল ৪টা", "4 pm");
        check(19 * 60, "সন্ধ্যা ৭টা", "7 pm");
        check(20 * 60, "রাত ৮টা", "8 pm");
        check(1440, "রাত ১২টা", "midnight");
    }

    fn at(date: &str, minute: u16) -> LocalTime {
        LocalTime { date: parse_date(date).unwrap(), minute }
    }

    #[test]
    fn open_until_this_evening() {
        let today = parse_date("2026-11-21").unwrap();
        let status = Status::Open { until: Some(at("2026-11-21", 19 * 60)) };
        assert_eq!(status_line(Locale::Bn, &status, today), "আজ সন্ধ্যা ৭টা পর্যন্ত খোলা");
        assert_eq!(status_line(Locale::En, &status, today), "Open today until 7 pm");
    }

    #[test]
    fn closed_for_a_holiday_says_why_and_until_when() {
        let today = parse_date("2027-03-20").unwrap();
        let note = Some(Localized::both("ঈদের ছুটি", "Eid holiday"));
        let status = Status::Closed { opens: Some(at("2027-03-21", 600)), note };
        let bn = "ঈদের ছুটি · এখন বন্ধ, খুলবে আগামীকাল সকাল ১০টা";
        assert_eq!(status_line(Locale::Bn, &status, today), bn);
        let en = "Eid holiday · Closed now, opens tomorrow at 10 am";
        assert_eq!(status_line(Locale::En, &status, today), en);
    }

    #[test]
    fn a_day_far_ahead_is_said_by_its_date() {
        let today = parse_date("2026-11-21").unwrap();
        assert_eq!(day(Locale::En, parse_date("2026-11-25").unwrap(), today), "Wednesday");
        assert_eq!(day(Locale::Bn, parse_date("2026-12-16").unwrap(), today), "১৬ ডিসেম্বর");
    }
}
