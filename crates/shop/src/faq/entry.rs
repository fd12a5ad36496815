//! An entry as it is written, and the checks that both files share.

use alap_protocol::{
    id::{EntryId, ProductId},
    limits::{ANSWER_PRODUCTS, MESSAGE_CHARS},
    locale::Localized,
    pack::FaqEntry,
};

use crate::{
    Problem,
    faq::{Entry, action::Written},
    fault::Faults,
};

/// The most ways of asking, and the most characters of a question and of a chip.
const VARIANTS: usize = 50;
const QUESTION_CHARS: usize = 300;
const CHIP_CHARS: usize = 40;

/// An entry as it is written.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    pub(crate) line: u32,
    pub(crate) id: String,
    pub(crate) question: Localized,
    pub(crate) answer: Localized,
    pub(crate) chip: Localized,
    /// Each with its line.
    pub(crate) variants: Vec<(u32, String)>,
    pub(crate) products: Vec<String>,
    pub(crate) products_line: u32,
    pub(crate) actions: Vec<Written>,
}

impl Draft {
    /// Names every mistake of the entry. `None` if no shopper could be answered with it.
    pub(crate) fn check(self, faults: &mut Faults) -> Option<Entry> {
        let line = self.line;
        if self.id.is_empty() {
            faults.add(line, Problem::NoEntryId {});
        }
        let id = EntryId::parse(self.id.clone()).ok();
        if id.is_none() && !self.id.is_empty() {
            faults.add(line, Problem::BadEntryId { text: self.id.clone() });
        }
        if !self.question.texts().any(says_something) {
            faults.add(line, Problem::NoQuestion { id: self.id.clone() });
        }
        if self.answer.is_empty() {
            faults.add(line, Problem::NoAnswer { id: self.id.clone() });
        }
        self.check_lengths(faults);
        let products = self.products(faults);
        let is_whole = self.question.texts().any(says_something) && !self.answer.is_empty();
        let entry = FaqEntry {
            id: id.filter(|_| is_whole)?,
            question: self.question,
            answer: self.answer,
            variants: self.variants.into_iter().map(|(_, text)| text).take(VARIANTS).collect(),
            products,
            chip: self.chip,
            actions: Vec::new(),
        };
        Some(Entry { entry, line, products_line: self.products_line, actions: self.actions })
    }

    fn check_lengths(&self, faults: &mut Faults) {
        let id = || self.id.clone();
        for answer in self.answer.texts() {
            let chars = answer.chars().count();
            if chars > MESSAGE_CHARS {
                let (chars, most) = (chars as u64, MESSAGE_CHARS as u64);
                faults.add(self.line, Problem::LongAnswer { id: id(), chars, most });
            }
        }
        let questions = self.question.texts().map(|text| (self.line, text));
        for (line, text) in questions.chain(self.variants.iter().map(|(line, text)| (*line, text.as_str()))) {
            if text.chars().count() > QUESTION_CHARS {
                faults.add(line, Problem::LongQuestion { id: id(), most: QUESTION_CHARS as u64 });
            }
        }
        for text in self.chip.texts().filter(|text| text.chars().count() > CHIP_CHARS) {
            faults.add(self.line, Problem::LongChip { text: text.to_owned(), most: CHIP_CHARS as u64 });
        }
        if self.variants.len() > VARIANTS {
            let (count, most) = (self.variants.len() as u64, VARIANTS as u64);
            faults.add(self.line, Problem::TooManyVariants { id: id(), count, most });
        }
    }

    fn products(&self, faults: &mut Faults) -> Vec<ProductId> {
        let mut products = Vec::new();
        for sku in &self.products {
            match ProductId::parse(sku.clone()) {
                Ok(id) if products.contains(&id) => {}
                Ok(id) => products.push(id),
                Err(_) => faults.add(self.products_line, Problem::BadSku { text: sku.clone() }),
            }
        }
        if products.len() > ANSWER_PRODUCTS {
            let (count, most) = (products.len() as u64, ANSWER_PRODUCTS as u64);
            faults.add(self.products_line, Problem::TooManyProducts { id: self.id.clone(), count, most });
            products.truncate(ANSWER_PRODUCTS);
        }
        products
    }
}

/// A question of signs alone is none: nobody could find it.
fn says_something(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}
