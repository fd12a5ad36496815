//! The list of a question.

use alap_protocol::{
    form::{Choice, ChoiceLook},
    locale::Localized,
    pack::Image,
};
use alap_text::digits;

use crate::{
    Problem,
    forms::form::Reader,
    section::{Item, Section},
};

/// The most characters of a choice.
const LABEL_CHARS: usize = 120;

/// The choices, each with its line.
pub(super) fn read(
    question: &Section<'_>,
    look: ChoiceLook,
    reader: &mut Reader<'_, '_, '_>,
) -> Vec<(Choice, u32)> {
    if question.needs("choices", reader.faults).is_none() {
        reader.whole = false;
    }
    let mut choices = Vec::new();
    for (item, line) in question.items("choices", reader.faults) {
        let choice = match item {
            Item::Section(section) => choice(&section, line, reader),
            Item::Text(text) if look == ChoiceLook::Sizes && !text.is_empty() => Some(size(text)),
            Item::Text(_) => {
                reader.faults.add(line, Problem::WantsChoice {});
                None
            }
        };
        match choice {
            Some(choice) => choices.push((choice, line)),
            None => reader.whole = false,
        }
    }
    choices
}

/// A size is called the same in both languages, in the digits of each.
fn size(text: &str) -> Choice {
    let label = Localized::both(digits::to_bangla(text), digits::fold(text));
    Choice { id: digits::fold(text).into_owned(), label, picture: None, colour: None, value: 0 }
}

fn choice(section: &Section<'_>, line: u32, reader: &mut Reader<'_, '_, '_>) -> Option<Choice> {
    let faults = &mut *reader.faults;
    section.known(&["id", "label", "picture", "colour", "value"], faults);
    let id = section.needed_text("id", faults).map(|(id, _)| id.to_owned());
    let label = section.needed_localized("label", LABEL_CHARS, faults).unwrap_or_default();
    let picture = section.text("picture", faults).and_then(|(src, _)| {
        let image = Image { src: src.to_owned(), width: None, height: None };
        reader.around.media.picture(image, line, faults)
    });
    let colour = section.text("colour", faults).map(|(colour, _)| colour.to_ascii_lowercase());
    let value = section.decimal("value", faults).unwrap_or_default();
    Some(Choice { id: id?, label, picture, colour, value })
}
