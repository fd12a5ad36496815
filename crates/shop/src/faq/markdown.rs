//! `faq.md`: a second-level heading an entry, then labelled lines.

use crate::{
    Problem,
    faq::{
        Draft, Entry,
        action::{Kind, Written},
    },
    fault::Faults,
    feed::cell,
    nearest::nearest,
};

/// All labels.
const LABELS: [&str; 10] =
    ["bn?", "en?", "bn:", "en:", "ask:", "chip:", "products:", "video:", "form:", "contact:"];
/// Those that may stand more than once.
const REPEATED: [&str; 3] = ["ask:", "video:", "form:"];

/// A label and the text under it.
struct Block {
    label: &'static str,
    line: u32,
    text: String,
}

pub(crate) fn read(text: &str, faults: &mut Faults) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut reader: Option<EntryReader> = None;
    for (number, line) in (1..).zip(text.lines()) {
        if let Some(heading) = heading(line) {
            entries.extend(reader.take().and_then(|reader| reader.finish(faults)));
            reader = Some(EntryReader::new(heading, number));
        } else if let Some(reader) = &mut reader {
            reader.line(line, number, faults);
        }
    }
    entries.extend(reader.and_then(|reader| reader.finish(faults)));
    entries
}

/// The text of a second-level heading.
fn heading(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("##")?;
    (rest.is_empty() || rest.starts_with([' ', '\t'])).then(|| rest.trim().trim_end_matches('#').trim_end())
}

struct EntryReader {
    draft: Draft,
    blocks: Vec<Block>,
    /// A line under no label has been named already.
    is_lost: bool,
}

impl EntryReader {
    fn new(id: &str, line: u32) -> Self {
        Self {
            draft: Draft { id: id.to_owned(), line, ..Draft::default() },
            blocks: Vec::new(),
            is_lost: false,
        }
    }

    fn line(&mut self, line: &str, number: u32, faults: &mut Faults) {
        match label(line) {
            Some((written, rest)) => {
                let Some(label) = LABELS.into_iter().find(|label| label.eq_ignore_ascii_case(written)) else {
                    let guess = nearest(written, LABELS);
                    faults.add(number, Problem::UnknownLabel { label: written.to_owned(), guess });
                    self.is_lost = true;
                    return;
                };
                self.is_lost = false;
                if !REPEATED.contains(&label) && self.blocks.iter().any(|block| block.label == label) {
                    faults.add(number, Problem::RepeatedLabel { label: label.to_owned() });
                }
                self.blocks.push(Block { label, line: number, text: rest.trim().to_owned() });
            }
            // What follows an unknown label belongs to it.
            None if self.is_lost => {}
            None => match self.blocks.last_mut() {
                Some(block) => {
                    block.text.push('\n');
                    block.text.push_str(line.trim());
                }
                None if line.trim().is_empty() => {}
                None => {
                    faults.add(number, Problem::NoLabel { text: line.to_owned() });
                    self.is_lost = true;
                }
            },
        }
    }

    fn finish(mut self, faults: &mut Faults) -> Option<Entry> {
        for block in std::mem::take(&mut self.blocks) {
            let text = paragraphs(&block.text);
            if text.is_empty() {
                faults.add(block.line, Problem::EmptyLabel { label: block.label.to_owned() });
                continue;
            }
            self.put(block.label, block.line, text);
        }
        self.draft.check(faults)
    }

    fn put(&mut self, label: &str, line: u32, text: String) {
        let draft = &mut self.draft;
        let one_line = || text.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut act = |kind| draft.actions.push(Written { line, kind, text: one_line() });
        match label {
            "bn?" => draft.question.bn = Some(one_line()),
            "en?" => draft.question.en = Some(one_line()),
            "bn:" => draft.answer.bn = Some(text),
            "en:" => draft.answer.en = Some(text),
            "video:" => act(Kind::Video),
            "form:" => act(Kind::Form),
            "contact:" => act(Kind::Contact),
            "ask:" => draft.variants.push((line, one_line())),
            "chip:" => {
                let chip = one_line();
                let (bn, en) = chip.split_once('/').map_or_else(|| alone(&chip), |(bn, en)| (bn, en));
                draft.chip.bn = some(bn);
                draft.chip.en = some(en);
            }
            _ => {
                draft.products_line = line;
                draft.products = text.split([',', '\n']).filter_map(some).collect();
            }
        }
    }
}

/// Words without a stroke: their letters tell the language.
fn alone(chip: &str) -> (&str, &str) {
    if cell::has_bangla(chip) { (chip, "") } else { ("", chip) }
}

/// A label and what comes after it: small letters at the beginning of the line, then a colon or a question mark, then
/// white space or the end. `Note: …` and `https://…` are none.
fn label(line: &str) -> Option<(&str, &str)> {
    let end = line.find([':', '?']).filter(|end| (1..=12).contains(end))?;
    let (written, rest) = line.split_at(end + 1);
    let is_word = written[..end].bytes().all(|byte| byte.is_ascii_lowercase());
    let is_known = LABELS.iter().any(|label| label.eq_ignore_ascii_case(written));
    let ends = rest.is_empty() || rest.starts_with(char::is_whitespace);
    ((is_word && ends) || is_known).then_some((written, rest))
}

/// Without empty lines at either end; one empty line between paragraphs.
fn paragraphs(text: &str) -> String {
    let mut result: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim) {
        if !(line.is_empty() && result.last().is_none_or(|last| last.is_empty())) {
            result.push(line);
        }
    }
    result.join("\n").trim_end().to_owned()
}

fn some(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}
