//! Which line of a text a byte is on.

/// Counts line ends (`\n`, `\r\n`, `\r`) from place to place, forward only, so that a whole file is walked once.
pub(crate) struct LineCounter<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u32,
}

impl<'a> LineCounter<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { bytes: text.as_bytes(), at: 0, line: 1 }
    }

    /// The line of the byte at `offset`, counted from 1. An offset before the last one gets the last one's line.
    pub(crate) fn line_at(&mut self, offset: usize) -> u32 {
        let end = offset.min(self.bytes.len());
        while self.at < end {
            let byte = self.bytes[self.at];
            let ends_line = byte == b'\n' || (byte == b'\r' && self.bytes.get(self.at + 1) != Some(&b'\n'));
            self.line = self.line.saturating_add(u32::from(ends_line));
            self.at += 1;
        }
        self.line
    }
}

/// Where each line of a text begins, for lookups in any order.
pub(crate) struct LineStarts(Vec<usize>);

impl LineStarts {
    pub(crate) fn of(text: &str) -> Self {
        Self(text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1).collect())
    }

    pub(crate) fn line_at(&self, offset: usize) -> u32 {
        u32::try_from(self.0.partition_point(|start| *start <= offset) + 1).unwrap_or(u32::MAX)
    }
}

/// The line of one byte.
pub(crate) fn line_of(text: &str, offset: usize) -> u32 {
    LineCounter::new(text).line_at(offset)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_line_end_counts_once() {
        let text = "a\nb\r\nc\rd";
        let lines: Vec<_> = ["a", "b", "c", "d"].map(|c| line_of(text, text.find(c).unwrap())).into();
        assert_eq!(lines, [1, 2, 3, 4]);
    }

    #[test]
    fn lines_are_found_in_any_order() {
        let starts = LineStarts::of("a\nb\r\n\nd");
        assert_eq!([6, 0, 2, 1, 5, 100].map(|offset| starts.line_at(offset)), [4, 1, 2, 1, 3, 4]);
    }
}
