//! The rows of a table, one at a time and never longer than a row may be.

use std::{
    borrow::Cow,
    io::{self, BufRead, Read as _},
    ops::Range,
};

/// The most bytes of a row.
const MOST_BYTES: usize = 64 * 1024;

/// What comes next: a row with something in it, one that is too long to be one, or nothing any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Row,
    TooLong,
    End,
}

/// Reads rows. A cell in quotation marks may have separators and line ends in it, except between tabs.
pub(super) struct Records<R> {
    source: R,
    separator: u8,
    row: Vec<u8>,
    cells: Vec<Range<usize>>,
    /// Lines that were read.
    lines: u64,
    /// The line on which the row begins, counted from 1.
    line: u64,
}

impl<R: BufRead> Records<R> {
    pub(super) fn new(source: R) -> Self {
        Self { source, separator: b',', row: Vec::new(), cells: Vec::new(), lines: 0, line: 0 }
    }

    /// The row of the columns' names, which shows the separator.
    pub(super) fn head(&mut self) -> io::Result<Step> {
        loop {
            self.line = self.lines + 1;
            self.row.clear();
            if !self.add_line()? {
                return Ok(Step::End);
            }
            if self.row.len() > MOST_BYTES {
                return Ok(Step::TooLong);
            }
            if !self.is_blank() {
                let count = |sign: &u8| self.row.iter().filter(|byte| *byte == sign).count();
                // Of equals the last: a comma.
                self.separator = [b';', b'\t', b','].into_iter().max_by_key(count).unwrap_or(b',');
                self.split();
                return Ok(Step::Row);
            }
        }
    }

    /// The next row.
    pub(super) fn next(&mut self) -> io::Result<Step> {
        loop {
            self.line = self.lines + 1;
            self.row.clear();
            let mut quotes = Quotes::default();
            loop {
                let start = self.row.len();
                if !self.add_line()? {
                    break;
                }
                if self.row.len() > MOST_BYTES {
                    return Ok(Step::TooLong);
                }
                if self.separator == b'\t' || !quotes.open_after(&self.row[start..], self.separator) {
                    break;
                }
            }
            if self.row.is_empty() {
                return Ok(Step::End);
            }
            if !self.is_blank() {
                self.split();
                return Ok(Step::Row);
            }
        }
    }

    /// The line on which the row begins.
    pub(super) fn line(&self) -> u64 {
        self.line
    }

    /// How many cells the row has.
    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }

    /// A cell without the blanks and quotation marks around it; nothing where the row is shorter.
    pub(super) fn cell(&self, place: usize) -> Cow<'_, [u8]> {
        let cell = self.cells.get(place).and_then(|range| self.row.get(range.clone())).unwrap_or_default();
        let cell = cell.trim_ascii();
        let Some(inner) = cell.strip_prefix(b"\"") else { return Cow::Borrowed(cell) };
        let inner = inner.strip_suffix(b"\"").unwrap_or(inner);
        if !inner.contains(&b'"') {
            return Cow::Borrowed(inner.trim_ascii());
        }
        let mut bytes = Vec::with_capacity(inner.len());
        let mut signs = inner.iter().copied().peekable();
        while let Some(sign) = signs.next() {
            if sign == b'"' {
                signs.next_if_eq(&b'"');
            }
            bytes.push(sign);
        }
        Cow::Owned(bytes.trim_ascii().to_vec())
    }

    /// Adds a line to the row, and drops what is past the most that a row may have. False at the end of the file.
    fn add_line(&mut self) -> io::Result<bool> {
        let room = (MOST_BYTES + 1).saturating_sub(self.row.len()) as u64;
        let read = (&mut self.source).take(room).read_until(b'\n', &mut self.row)?;
        if read == 0 {
            return Ok(false);
        }
        self.lines += 1;
        if self.row.len() > MOST_BYTES && !self.row.ends_with(b"\n") {
            self.source.skip_until(b'\n')?;
        }
        Ok(true)
    }

    fn is_blank(&self) -> bool {
        // A row of nothing but separators says nothing either.
        self.row.iter().all(|byte| byte.is_ascii_whitespace() || *byte == self.separator)
    }

    fn split(&mut self) {
        self.cells.clear();
        let end = self.row.trim_ascii_end().len();
        let (mut start, mut quotes) = (0, Quotes::default());
        let quoting = self.separator != b'\t' && self.row.contains(&b'"');
        for (at, byte) in self.row.iter().enumerate().take(end) {
            let open = quoting && quotes.open_at(*byte, self.separator);
            if *byte == self.separator && !open {
                self.cells.push(start..at);
                start = at + 1;
            }
        }
        self.cells.push(start..end.max(start));
    }
}

/// Where we are in a cell. Quotation marks count only where it begins with one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Quotes {
    #[default]
    Before,
    Plain,
    Open,
    /// After a mark that closes; one more, and it stood for itself.
    Closed,
}

impl Quotes {
    /// Is it between quotation marks after this byte?
    fn open_at(&mut self, byte: u8, separator: u8) -> bool {
        *self = match (*self, byte) {
            (Self::Open, b'"') => Self::Closed,
            (Self::Open, _) | (Self::Before | Self::Closed, b'"') => Self::Open,
            (_, byte) if byte == separator => Self::Before,
            (Self::Before, b' ') => Self::Before,
            (Self::Closed, _) => Self::Closed,
            (Self::Before | Self::Plain, _) => Self::Plain,
        };
        *self == Self::Open
    }

    /// … after these?
    fn open_after(&mut self, bytes: &[u8], separator: u8) -> bool {
        if *self != Self::Open {
            // Rows of most files have none at all.
            if !bytes.contains(&b'"') {
                return false;
            }
            *self = Self::Before;
        }
        for byte in bytes {
            self.open_at(*byte, separator);
        }
        *self == Self::Open
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Lines and cells of the rows after the head.
    fn rows(text: &str) -> Vec<(u64, Vec<String>)> {
        let mut records = Records::new(text.as_bytes());
        let mut rows = Vec::new();
        let mut step = records.head().unwrap();
        while step != Step::End {
            step = records.next().unwrap();
            if step == Step::Row {
                let cells =
                    (0..records.len()).map(|at| String::from_utf8_lossy(&records.cell(at)).into_owned());
                rows.push((records.line(), cells.collect()));
            }
        }
        rows
    }

    #[track_caller]
    fn check(text: &str, expected: &[(u64, &[&str])]) {
        let owned = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect();
        let expected: Vec<_> = expected.iter().map(|(line, cells)| (*line, owned(cells))).collect();
        assert_eq!(rows(text), expected, "{text:?}");
    }

    #[test]
    fn cells_are_told_apart_as_spreadsheets_write_them() {
        check("a,b\n1,2\r\n\n3, 4 \n", &[(2, &["1", "2"]), (4, &["3", "4"])]);
        check("a;b\n1;\"2;3\"\n", &[(2, &["1", "2;3"])]);
        check("a,b\n\"x\ny\",2\n3,4", &[(2, &["x\ny", "2"]), (4, &["3", "4"])]);
        check("a,b\n\"say \"\"hi\"\"\", \"2\" \n", &[(2, &["say \"hi\"", "2"])]);
        check("a,b\n5\" pipe,2\n3,4\n", &[(2, &["5\" pipe", "2"]), (3, &["3", "4"])]);
        check("a\tb\n\"5\t2\n3\t4\n", &[(2, &["5", "2"]), (3, &["3", "4"])]);
        check("a,b\n,,\n1\n", &[(3, &["1"])]);
    }

    #[test]
    fn a_row_without_end_costs_no_more_than_a_row() {
        let text = format!("a,b\n1,2\n{}\n3,4\n", "x".repeat(1_000_000));
        check(&text, &[(2, &["1", "2"]), (4, &["3", "4"])]);
        let open = format!("a,b\n\"1,2\n{}", "3,4\n".repeat(40_000));
        let rows = rows(&open);
        assert!(rows.len() > 20_000, "the rows after the first 64 KB are read: {}", rows.len());
        assert_eq!(rows.last().unwrap(), &(40_002, vec!["3".to_owned(), "4".to_owned()]));
    }

    proptest! {
        #[test]
        fn any_text_is_walked_to_its_end(text in "[ab,;\"\n\r\tক ]{0,80}") {
            rows(&text);
        }
    }
}
