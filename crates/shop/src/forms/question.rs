//! A question.

use alap_protocol::{
    form::{Check, Jump, Prefill, Question},
    id::QuestionId,
};

use crate::{
    Problem,
    fault::Faults,
    forms::{
        form::Reader,
        kind::{self, KINDS},
        lines::QuestionLines,
        rule,
    },
    section::Section,
};

/// The most characters of what is asked, of the help, and of what is said when a check does not hold.
const LABEL_CHARS: usize = 300;
const HELP_CHARS: usize = 500;
const MESSAGE_CHARS: usize = 300;
/// In a jump: the end of the form. No question may be called so.
const END: &str = "end";

/// What every question may have.
const KEYS: [&str; 9] =
    ["id", "label", "help", "kind", "required", "show_when", "checks", "jumps", "prefill"];

/// Reads a question. `None`, with the form no longer whole, if it has no name or kind.
pub(super) fn read<'t>(
    section: Section<'t>,
    reader: &mut Reader<'_, '_, '_>,
) -> Option<(Question, QuestionLines<'t>)> {
    let word = section.needed_word("kind", &KINDS, reader.faults);
    if let Some(word) = word {
        let known: Vec<_> = KEYS.iter().chain(kind::keys(word)).copied().collect();
        section.known(&known, reader.faults);
    }
    let id = id(&section, reader.faults);
    let label = section.needed_localized("label", LABEL_CHARS, reader.faults).unwrap_or_default();
    let help = section.localized("help", HELP_CHARS, reader.faults).unwrap_or_default();
    let required = section.switch("required", reader.faults).unwrap_or(true);
    let show_when = rule::condition(&section, "show_when", reader.faults);
    let (checks, check_lines) = checks(&section, reader.faults).into_iter().unzip();
    let (jumps, jump_lines) = jumps(&section, reader.faults).into_iter().unzip();
    let prefill = section.word("prefill", &["name", "phone", "product", "last"], reader.faults);
    let prefill = prefill.map(|word| match word {
        "name" => Prefill::Name,
        "phone" => Prefill::Phone,
        "product" => Prefill::Product,
        _ => Prefill::Last,
    });
    let kind = word.and_then(|word| kind::read(word, &section, reader));
    let Some((id, (kind, choices))) = id.zip(kind) else {
        reader.whole = false;
        return None;
    };
    let question = Question { id, label, help, required, kind, show_when, checks, jumps, prefill };
    Some((question, QuestionLines { section, choices, checks: check_lines, jumps: jump_lines }))
}

/// The name of a question or computed value.
pub(super) fn id(section: &Section<'_>, faults: &mut Faults) -> Option<QuestionId> {
    let (text, line) = section.needed_text("id", faults)?;
    let id = QuestionId::parse(text).ok().filter(|_| text != END);
    if id.is_none() {
        faults.add(line, Problem::BadQuestionName { text: text.to_owned() });
    }
    id
}

/// The checks that can be read, each with its line.
fn checks(question: &Section<'_>, faults: &mut Faults) -> Vec<(Check, u32)> {
    let mut checks = Vec::new();
    for section in question.sections("checks", faults) {
        section.known(&["holds", "message"], faults);
        let holds = rule::needed_condition(&section, "holds", faults);
        let message = section.needed_localized("message", MESSAGE_CHARS, faults);
        if let Some((holds, message)) = holds.zip(message) {
            checks.push((Check { holds, message }, section.line.unwrap_or_default()));
        }
    }
    checks
}

/// The jumps that can be read, each with its line. One whose condition cannot be read would jump always: it is left out.
fn jumps(question: &Section<'_>, faults: &mut Faults) -> Vec<(Jump, u32)> {
    let mut jumps = Vec::new();
    for section in question.sections("jumps", faults) {
        section.known(&["when", "to"], faults);
        let when = rule::condition(&section, "when", faults);
        let to = section.needed_text("to", faults).and_then(|(text, line)| match text {
            END => Some(None),
            text => {
                let id = QuestionId::parse(text).ok();
                if id.is_none() {
                    faults.add(line, Problem::BadQuestionName { text: text.to_owned() });
                }
                id.map(Some)
            }
        });
        if let Some(to) = to
            && when.is_some() == section.has("when")
        {
            jumps.push((Jump { when, to }, section.line.unwrap_or_default()));
        }
    }
    jumps
}
