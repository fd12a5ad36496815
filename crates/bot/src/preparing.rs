//! A bot in the making.

use alap_faq::{Builder, Entry, Index, Learning, Thresholds};
use alap_protocol::pack::{FaqEntry, Sureness};

use crate::Bot;

/// Makes a [`Bot`] in steps short enough to stand between two frames of a page.
///
/// ```
/// # use alap_bot::Preparing;
/// # let faq: Vec<alap_protocol::pack::FaqEntry> = Vec::new();
/// let mut preparing = Preparing::new(Default::default());
/// let bot = loop {
///     // … let the page draw and answer taps, now and then …
///     if let Some(bot) = preparing.step(&faq) {
///         break bot;
///     }
/// };
/// ```
pub struct Preparing {
    stage: Stage,
    /// The next entry.
    at: usize,
    thresholds: Thresholds,
}

enum Stage {
    Indexing(Box<Builder>),
    /// Reading, then learning.
    Learning(Box<(Index, Learning)>),
    Done,
}

impl Preparing {
    /// Nothing read yet.
    pub fn new(sureness: Sureness) -> Self {
        let share = |percent: u8| f32::from(percent.min(100)) / 100.0;
        let thresholds =
            Thresholds { answer: share(sureness.answer), did_you_mean: share(sureness.ask_back) };
        Self { stage: Stage::Indexing(Box::default()), at: 0, thresholds }
    }

    /// One entry or one text further, always with the same entries. The bot, once it is done; after that nothing.
    pub fn step(&mut self, faq: &[FaqEntry]) -> Option<Bot> {
        let next = faq.get(self.at).map(entry);
        self.at += 1;
        match (std::mem::replace(&mut self.stage, Stage::Done), next) {
            (Stage::Indexing(mut builder), Some(entry)) => {
                builder.add(&entry);
                self.stage = Stage::Indexing(builder);
            }
            (Stage::Indexing(builder), None) => {
                self.at = 0;
                self.stage = Stage::Learning(Box::new((builder.finish(), Learning::default())));
            }
            (Stage::Learning(mut both), Some(entry)) => {
                both.1.add(&both.0, &entry);
                self.stage = Stage::Learning(both);
            }
            (Stage::Learning(mut both), None) => {
                if !both.1.step() {
                    let (mut index, learning) = *both;
                    index.adopt(learning);
                    return Some(Bot { index, thresholds: self.thresholds });
                }
                self.stage = Stage::Learning(both);
            }
            (Stage::Done, _) => {}
        }
        None
    }
}

fn entry(entry: &FaqEntry) -> Entry<'_> {
    Entry { id: entry.id.as_str(), texts: entry.asked().collect(), answers: entry.answer.texts().collect() }
}
