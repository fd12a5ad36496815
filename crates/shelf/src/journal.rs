//! Lines of the history as JSON: from the shop page, on the device's disk, and in the shopper's own copy.

use alap_suggest::{Event, History, Kind, Near, near_text};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// The most events taken from one journal.
pub const JOURNAL_EVENTS: usize = 200;
/// The most characters of an SKU.
const SKU: usize = 64;
/// The longest that a page is believed to have been looked at, in seconds.
const DWELL: u32 = 3_600;
/// No honest journal is longer, in bytes.
const TEXT: usize = 1 << 20;

#[derive(Deserialize)]
struct Journal<'a> {
    #[serde(borrow)]
    events: Vec<&'a RawValue>,
}

#[derive(Deserialize, Serialize)]
struct Line {
    kind: LineKind,
    product: String,
    at: i64,
    #[serde(default)]
    dwell: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    near: Option<String>,
}

#[derive(Clone, Copy, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
enum LineKind {
    View,
    Cart,
    Purchase,
}

/// Reads `{"command":"journal","events":[…]}`, as the shop page tells it. Any script of that page can write into it: what
/// is no event is left out, and so is what comes after the first [`JOURNAL_EVENTS`].
///
/// ```
/// let journal = r#"{"command":"journal","events":[{"kind":"view","product":"NK-001","at":7},{"kind":1},null]}"#;
/// assert_eq!(alap_shelf::read_journal(journal).len(), 1);
/// ```
pub fn read_journal(text: &str) -> Vec<Event> {
    if text.len() > TEXT {
        return Vec::new();
    }
    let Ok(journal) = serde_json::from_str::<Journal<'_>>(text) else { return Vec::new() };
    journal.events.iter().take(JOURNAL_EVENTS).filter_map(|line| from_text(line.get())).collect()
}

/// Reads one line, as [`to_text`] writes it.
pub fn from_text(text: &str) -> Option<Event> {
    let line: Line = serde_json::from_str(text).ok()?;
    let plain = |sku: &str| {
        !sku.trim().is_empty() && sku.chars().count() <= SKU && !sku.chars().any(char::is_control)
    };
    if !plain(&line.product) {
        return None;
    }
    let kind = match line.kind {
        LineKind::View => Kind::View,
        LineKind::Cart => Kind::Cart,
        LineKind::Purchase => Kind::Purchase,
    };
    let mut near = Near::read(line.near.as_deref().unwrap_or_default());
    near.0.retain(|(sku, _)| plain(sku));
    Some(Event { product: line.product, kind, at: line.at, dwell: line.dwell.min(DWELL), near })
}

/// One line as JSON.
pub fn to_text(event: &Event) -> String {
    let kind = match event.kind {
        Kind::View => LineKind::View,
        Kind::Cart => LineKind::Cart,
        Kind::Purchase => LineKind::Purchase,
    };
    let near = near_text(event.near.0.iter().map(|(sku, weight)| (sku.as_str(), *weight)));
    let line = Line {
        kind,
        product: event.product.clone(),
        at: event.at,
        dwell: event.dwell,
        near: Some(near).filter(|near| !near.is_empty()),
    };
    // Texts and numbers always have a JSON form.
    serde_json::to_string(&line).unwrap_or_default()
}

/// What names a line on the disk: the same product, kind and time are the same line.
pub fn key(event: &Event) -> String {
    let kind = match event.kind {
        Kind::View => 'v',
        Kind::Cart => 'c',
        Kind::Purchase => 'p',
    };
    format!("{}:{kind}:{}", event.at, event.product)
}

/// The whole history for the shopper to take along: a JSON list, oldest first, one line a line.
pub fn export(history: &History) -> String {
    let lines: Vec<_> = history.events().iter().map(to_text).collect();
    format!("[\n{}\n]\n", lines.join(",\n"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn journal(events: &str) -> Vec<Event> {
        read_journal(&format!(r#"{{"command":"journal","events":[{events}]}}"#))
    }

    #[test]
    fn what_the_page_noted_is_read() {
        let events = journal(
            r#"{"kind":"view","product":"NK-001","at":7,"dwell":12,"near":"NK-014:15"},
               {"kind":"cart","product":"NK-002","at":8},{"kind":"purchase","product":"NK-002","at":9}"#,
        );
        assert_eq!(
            events.iter().map(|event| event.kind).collect::<Vec<_>>(),
            [Kind::View, Kind::Cart, Kind::Purchase]
        );
        assert_eq!((events[0].at, events[0].dwell), (7, 12));
        assert_eq!(events[0].near.0, [("NK-014".to_owned(), 15)]);
    }

    #[test]
    fn what_lies_is_left_out_and_takes_nothing_else_with_it() {
        let good = r#"{"kind":"view","product":"NK-001","at":7}"#;
        let long = "x".repeat(65);
        for bad in [
            "null",
            "[]",
            "7",
            r#"{"kind":"admin","product":"a","at":1}"#,
            r#"{"kind":"view","product":"","at":1}"#,
            r#"{"kind":"view","product":{"a":1},"at":1}"#,
            r#"{"kind":"view","product":"a","at":"now"}"#,
            r#"{"kind":"view","product":"a","at":1e400}"#,
            r#"{"kind":"view","product":"a","at":1,"dwell":-4}"#,
            r#"{"kind":"view","product":"a\u0000b","at":1}"#,
            &format!(r#"{{"kind":"view","product":"{long}","at":1}}"#),
        ] {
            let events = journal(&format!("{good},{bad},{good}"));
            assert_eq!(events.len(), 2, "{bad}");
        }
        assert!(read_journal("").is_empty());
        assert!(read_journal(r#"{"events":7}"#).is_empty());
        assert!(read_journal(&"[".repeat(100_000)).is_empty());
        assert!(read_journal(&format!(r#"{{"events":["{}"]}}"#, "x".repeat(TEXT))).is_empty());
        assert_eq!(journal(&[good; 300].join(",")).len(), JOURNAL_EVENTS);
        let never = journal(r#"{"kind":"view","product":"a","at":1,"dwell":4000000000}"#);
        assert_eq!(never[0].dwell, DWELL);
    }

    #[test]
    fn the_shoppers_copy_is_json() {
        let lines =
            (0..3).map(|at| Event { at, ..journal(r#"{"kind":"view","product":"ক","at":1}"#)[0].clone() });
        let text = export(&History::new(lines, 10));
        let list: Vec<serde_json::Value> = serde_json::from_str(&text).unwrap();
        assert_eq!(list.len(), 3);
        assert_eq!(list[0]["product"], "ক");
        assert!(serde_json::from_str::<Vec<u8>>(&export(&History::default())).unwrap().is_empty());
    }

    prop_compose! {
        fn any_event()(
            product in "[\\PC&&[^ ]]{1,64}",
            kind in prop::sample::select(vec![Kind::View, Kind::Cart, Kind::Purchase]),
            at: i64,
            dwell in 0..=DWELL,
            near in prop::collection::vec(("[\\PC&&[^ ]]{1,20}", 1_u8..=15), 0..5),
        ) -> Event {
            Event { product, kind, at, dwell, near: Near(near) }
        }
    }

    proptest! {
        #[test]
        fn what_was_kept_is_read(event in any_event()) {
            prop_assert_eq!(from_text(&to_text(&event)), Some(event));
        }

        #[test]
        fn any_text_is_read(text: String) {
            read_journal(&text);
            from_text(&text);
        }
    }
}
