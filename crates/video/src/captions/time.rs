//! The line of a cue's times: `00:05.000 --> 00:08.000 line:0`.

use std::fmt::Write as _;

use alap_text::digits;

use super::ARROW;

/// What can be said of a cue's place on the picture. Regions are left out, so none is named.
const SETTINGS: [&str; 5] = ["vertical", "line", "position", "size", "align"];
/// The most characters of one of these.
const SETTING_CHARS: usize = 40;

/// What such a line says.
pub(super) struct Times {
    /// In milliseconds.
    pub(super) from: u32,
    pub(super) until: u32,
    pub(super) settings: String,
    /// Written with commas, as SubRip does.
    pub(super) comma: bool,
}

/// Reads a line; `None` if its times are none.
pub(super) fn line(text: &str) -> Option<Times> {
    let text = digits::fold(text);
    let (from, rest) = text.split_once(ARROW)?;
    let mut rest = rest.split_whitespace();
    let (from, until) = (from.trim(), rest.next()?);
    let mut settings = String::new();
    for setting in rest.filter(|setting| is_setting(setting)) {
        let space = if settings.is_empty() { "" } else { " " };
        let _ = write!(settings, "{space}{setting}");
    }
    let comma = from.contains(',') || until.contains(',');
    Some(Times { from: milliseconds(from)?, until: milliseconds(until)?, settings, comma })
}

fn is_setting(text: &str) -> bool {
    let Some((name, value)) = text.split_once(':') else { return false };
    SETTINGS.contains(&name)
        && (1..=SETTING_CHARS).contains(&value.len())
        && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b',' | b'%' | b'-'))
}

/// `1:02:03.004`, `02:03.004`; the part of a second may be shorter, missing, or stand behind a comma.
fn milliseconds(text: &str) -> Option<u32> {
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let part = (1..=3).contains(&part.len()).then(|| format!("{part:0<3}"))?;
    let numbers: Vec<&str> = whole.split(':').collect();
    let (hours, minutes, seconds) = match numbers.as_slice() {
        [minutes, seconds] => ("0", *minutes, *seconds),
        [hours, minutes, seconds] => (*hours, *minutes, *seconds),
        _ => return None,
    };
    let (minutes, seconds) = (number(minutes)?, number(seconds)?);
    if minutes > 59 || seconds > 59 {
        return None;
    }
    Some(((number(hours)? * 60 + minutes) * 60 + seconds) * 1_000 + number(&part)?)
}

fn number(text: &str) -> Option<u32> {
    let is_number = (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok())?
}

/// As WebVTT writes it.
pub(super) fn written(milliseconds: u32) -> String {
    let (seconds, part) = (milliseconds / 1_000, milliseconds % 1_000);
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    format!("{hours:02}:{minutes:02}:{seconds:02}.{part:03}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_and_programs_write_them() {
        for (text, from, until) in [
            ("00:05.000 --> 00:08.500", 5_000, 8_500),
            ("01:00:05.000-->01:00:08.500", 3_605_000, 3_608_500),
            ("00:00:01,250 --> 00:00:02,000", 1_250, 2_000),
            ("0:05 --> 0:08.5", 5_000, 8_500),
            ("০০:০৫.০০০ --> ০০:০৮.০০০", 5_000, 8_000),
        ] {
            let times = line(text).unwrap();
            assert_eq!((times.from, times.until), (from, until), "{text}");
        }
        for text in ["5 --> 8", "00:61.000 --> 00:62.000", "a --> b", "00:05.0000 --> 00:06.000", "00:05 -->"]
        {
            assert!(line(text).is_none(), "{text}");
        }
    }

    #[test]
    fn only_what_places_a_cue_is_kept_of_its_settings() {
        let text =
            "00:05.000 --> 00:08.000 line:0 region:top align:start size:</script> position:10%,line-left";
        assert_eq!(line(text).unwrap().settings, "line:0 align:start position:10%,line-left");
    }
}
