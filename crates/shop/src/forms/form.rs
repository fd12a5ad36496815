//! A form's file: its head, its sections, its computed values.

use alap_intake::define::{check_form, sort_computed};
use alap_protocol::{
    form::{Computed, Form, FormKind, FormSection, Pace, Shown},
    id::FormId,
    locale::Localized,
};

use crate::{
    fault::Faults,
    forms::{
        Surroundings, fault, late_deliveries,
        lines::{Lines, SectionLines},
        question, rule,
    },
    lines::LineStarts,
    section::{self, Section},
};

/// The most characters of a title, of the words above and below the questions, of the terms, and of a unit.
const TITLE_CHARS: usize = 120;
const WORDS_CHARS: usize = 1_000;
const TERMS_CHARS: usize = 2_000;
pub(super) const UNIT_CHARS: usize = 40;

/// The last place that a form can name.
const MOST_PLACE: u16 = 99;
/// The place of a form that names none: behind those that do.
const LAST: u16 = u16::MAX;

const KEYS: [&str; 9] = ["kind", "place", "title", "intro", "thanks", "terms", "pace", "section", "computed"];

/// What was read of a form so far.
pub(super) struct Reader<'r, 'a, 'f> {
    pub(super) around: &'r mut Surroundings<'a, 'f>,
    pub(super) faults: &'r mut Faults,
    /// Nothing had to be left out: what is said of the form as a whole is true.
    pub(super) whole: bool,
}

/// Reads a form and its place among the others. What can be said only of the whole of it is left unsaid while parts are missing.
pub(super) fn read(
    text: &str,
    id: FormId,
    around: &mut Surroundings<'_, '_>,
    faults: &mut Faults,
    notices: &mut Faults,
) -> Option<(u16, Form)> {
    let table = section::parse(text, faults)?;
    let starts = LineStarts::of(text);
    let root = Section::root(&starts, table.get_ref());
    root.known(&KEYS, faults);
    let kinds = FormKind::ALL.map(FormKind::as_str);
    let kind = root.needed_word("kind", &kinds, faults).and_then(FormKind::from_word);
    let place = root.number("place", 1, MOST_PLACE, faults).unwrap_or(LAST);
    let title = root.needed_localized("title", TITLE_CHARS, faults).unwrap_or_default();
    let mut words = |key, most| root.localized(key, most, faults).unwrap_or_default();
    let (intro, thanks) = (words("intro", WORDS_CHARS), words("thanks", WORDS_CHARS));
    let terms = words("terms", TERMS_CHARS);
    let pace = root.word("pace", &["question", "section"], faults);
    let pace = if pace == Some("section") { Pace::Section } else { Pace::Question };
    let advance_percent = around.advance_percent;
    let mut reader = Reader { around, faults, whole: true };
    let (sections, section_lines) = sections(&root, &mut reader);
    let (computed, computed_lines) = computed(&root, &mut reader);
    let Reader { faults, whole, .. } = reader;
    let form = Form { id, kind: kind?, title, intro, thanks, terms, pace, sections, computed };
    let lines = Lines { root, sections: section_lines, computed: computed_lines };
    if whole {
        let found = check_form(&form).into_iter().map(|found| (lines.of(&found), found));
        // What the reader has named already need not be said in other words.
        let unnamed: Vec<_> = found.filter(|(line, _)| !faults.names(*line)).collect();
        for (line, found) in unnamed {
            faults.add(line, fault::problem(&form, &found));
        }
    }
    late_deliveries(&form, &lines, advance_percent, notices);
    Some((place, form))
}

fn sections<'t>(
    root: &Section<'t>,
    reader: &mut Reader<'_, '_, '_>,
) -> (Vec<FormSection>, Vec<SectionLines<'t>>) {
    let mut read = Vec::new();
    for section in root.sections("section", reader.faults) {
        section.known(&["title", "show_when", "question"], reader.faults);
        let title = section.localized("title", TITLE_CHARS, reader.faults).unwrap_or_default();
        let show_when = rule::condition(&section, "show_when", reader.faults);
        let written = section.sections("question", reader.faults);
        let questions = written.into_iter().filter_map(|question| question::read(question, reader));
        let (questions, lines) = questions.unzip();
        read.push((FormSection { title, show_when, questions }, SectionLines { section, questions: lines }));
    }
    read.into_iter().unzip()
}

/// The computed values in an order that works, whatever their order in the file.
fn computed<'t>(root: &Section<'t>, reader: &mut Reader<'_, '_, '_>) -> (Vec<Computed>, Vec<Section<'t>>) {
    let mut written = Vec::new();
    for section in root.sections("computed", reader.faults) {
        section.known(&["id", "label", "value", "shown"], reader.faults);
        let label = section.localized("label", TITLE_CHARS, reader.faults).unwrap_or_default();
        let shown = shown(&section, reader.faults);
        let value = rule::needed_expression(&section, "value", reader.faults);
        match question::id(&section, reader.faults).zip(value) {
            Some((id, value)) => written.push((Computed { id, label, value, shown }, section)),
            None => reader.whole = false,
        }
    }
    let mut sorted: Vec<_> = written.iter().map(|(computed, _)| computed.clone()).collect();
    // Those that need each other stay as they are: the check of the form names them.
    if sort_computed(&mut sorted).is_err() {
        return written.into_iter().unzip();
    }
    let mut lines = Vec::new();
    for computed in &sorted {
        if let Some(place) = written.iter().position(|(before, _)| before == computed) {
            lines.push(written.remove(place).1);
        }
    }
    (sorted, lines)
}

/// `"money"`, or a unit.
fn shown(section: &Section<'_>, faults: &mut Faults) -> Shown {
    if section.is_text("shown") {
        section.word("shown", &["money"], faults);
        return Shown::Money;
    }
    let unit: Option<Localized> = section.localized("shown", UNIT_CHARS, faults);
    Shown::Number(unit.unwrap_or_default())
}
