//! Letters as they come: composed, without the apostrophes inside words ("don't", "dont").

use super::bangla;

/// A text in the making. Apostrophes wait until it is known what follows them, for what stood on both sides of one is composed together.
pub(super) struct Letters {
    done: Vec<char>,
    /// Apostrophes behind a letter.
    waiting: Vec<char>,
}

impl Letters {
    pub(super) fn with_capacity(capacity: usize) -> Self {
        Self { done: Vec::with_capacity(capacity), waiting: Vec::new() }
    }

    pub(super) fn push(&mut self, c: char) {
        if is_apostrophe(c) && self.done.last().is_some_and(|last| last.is_alphabetic()) {
            self.waiting.push(c);
            return;
        }
        if !self.waiting.is_empty() {
            // A dot belongs to the letter right before it.
            if c == bangla::NUKTA {
                return;
            }
            if c.is_alphabetic() {
                self.waiting.clear();
            } else {
                self.done.append(&mut self.waiting);
            }
        }
        bangla::push(&mut self.done, c);
    }

    pub(super) fn finish(mut self) -> Vec<char> {
        self.done.append(&mut self.waiting);
        self.done
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | 'ʼ')
}
