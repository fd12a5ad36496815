//! Files of rows and columns: any separator, quoted line ends, half rows. Each row knows the line that it begins on.

use std::collections::HashMap;

use csv::{Reader, ReaderBuilder, StringRecord};

use crate::{Problem, fault::Faults, lines::LineCounter};

/// More columns are not looked at.
const MOST_COLUMNS: usize = 1_000;

/// A file of rows under one row of column names.
pub(crate) struct Table<'a> {
    reader: Reader<&'a [u8]>,
    text: &'a str,
    lines: LineCounter<'a>,
    columns: Columns,
    record: StringRecord,
    /// Rows seen so far, empty ones left out.
    pub(crate) rows: usize,
}

/// The names of the columns, in small letters, and where they stand.
pub(crate) struct Columns {
    names: Vec<String>,
    places: HashMap<String, usize>,
    /// Their number, with columns at the end that have no name.
    width: usize,
    /// The line that they stand on.
    pub(crate) line: u32,
}

/// One row.
pub(crate) struct Row<'t> {
    columns: &'t Columns,
    record: &'t StringRecord,
    /// The line that it begins on.
    pub(crate) line: u32,
}

impl<'a> Table<'a> {
    /// Reads the column names. `None`, with a fault, if there are none or far too many.
    pub(crate) fn open(text: &'a str, faults: &mut Faults) -> Option<Self> {
        let separator = separator(text);
        if let Some(line) = too_wide(text, separator) {
            faults.add(line, Problem::UnknownFormat {});
            return None;
        }
        let table = Self::read_columns(text, separator, faults);
        if table.is_none() {
            faults.add(None, Problem::EmptyFile {});
        }
        table
    }

    fn read_columns(text: &'a str, separator: u8, faults: &mut Faults) -> Option<Self> {
        let mut reader = ReaderBuilder::new()
            .delimiter(separator)
            .flexible(true)
            .has_headers(false)
            .from_reader(text.as_bytes());
        let mut lines = LineCounter::new(text);
        let mut record = StringRecord::new();
        let line = loop {
            let offset = offset_of(&reader, text);
            if !reader.read_record(&mut record).ok()? {
                return None;
            }
            if !is_empty(&record) {
                break lines.line_at(offset);
            }
        };
        let columns = Columns::new(&record, line, faults);
        Some(Self { reader, text, lines, columns, record, rows: 0 })
    }

    pub(crate) fn columns(&self) -> &Columns {
        &self.columns
    }

    /// The next row that has a cell for each column. Rows that have not are named on the way.
    pub(crate) fn next(&mut self, faults: &mut Faults) -> Option<Row<'_>> {
        loop {
            let offset = offset_of(&self.reader, self.text);
            // The text is UTF-8 and rows may have any length: reading it from memory fails for no other reason.
            if !self.reader.read_record(&mut self.record).ok()? {
                return None;
            }
            if is_empty(&self.record) {
                continue;
            }
            self.rows += 1;
            let line = self.lines.line_at(offset);
            if let Some(problem) = self.misfit(offset) {
                faults.add(line, problem);
                continue;
            }
            return Some(Row { columns: &self.columns, record: &self.record, line });
        }
    }

    fn misfit(&self, offset: usize) -> Option<Problem> {
        if self.has_open_quote(offset) {
            return Some(Problem::OpenQuote {});
        }
        // One cell too many, even an empty one, may be a price with a comma that has no quotation marks.
        let (cells, wanted) = (self.record.len(), self.columns.names.len());
        let fits = (wanted..=self.columns.width).contains(&cells);
        (!fits).then_some(Problem::BadRow { cells: cells as u64, wanted: wanted as u64 })
    }

    /// Has the last row swallowed lines up to the end of the file?
    fn has_open_quote(&self, offset: usize) -> bool {
        let is_last = offset_of(&self.reader, self.text) == self.text.len();
        let is_long = self.record.iter().any(|cell| cell.contains(['\n', '\r']));
        let quotes = || self.text.as_bytes()[offset..].iter().filter(|byte| **byte == b'"').count();
        is_last && is_long && quotes() % 2 == 1
    }
}

impl Columns {
    fn new(record: &StringRecord, line: u32, faults: &mut Faults) -> Self {
        let names = record.iter().take(MOST_COLUMNS).map(|name| name.trim().to_lowercase());
        let mut names: Vec<_> = names.collect();
        while names.last().is_some_and(String::is_empty) {
            names.pop();
        }
        let mut places = HashMap::new();
        for (place, name) in names.iter().enumerate() {
            if !name.is_empty() && places.insert(name.clone(), place).is_some() {
                faults.add(line, Problem::DuplicateColumn { column: name.clone() });
            }
        }
        Self { names, places, width: record.len(), line }
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.places.contains_key(name)
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str).filter(|name| !name.is_empty())
    }
}

impl Row<'_> {
    /// The cell of a column, trimmed; nothing if there is no such column.
    pub(crate) fn get(&self, column: &str) -> &str {
        let cell = self.columns.places.get(column).and_then(|place| self.record.get(*place));
        cell.unwrap_or_default().trim()
    }
}

/// The separator that the first line has most of, outside quotation marks.
fn separator(text: &str) -> u8 {
    let (mut counts, mut quoted) = ([(b',', 0), (b'\t', 0), (b';', 0)], false);
    for byte in text.trim_start().bytes().take(64 * 1024) {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            byte if !quoted => {
                for (separator, count) in &mut counts {
                    *count += usize::from(*separator == byte);
                }
            }
            _ => {}
        }
    }
    // The first of equals: a comma.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(separator, _)| *separator)
}

/// The first line with so many cells that reading them would take more memory than the file itself.
fn too_wide(text: &str, separator: u8) -> Option<u32> {
    let is_too_wide =
        |line: &[u8]| line.iter().filter(|byte| **byte == separator).count() > 100 * MOST_COLUMNS;
    let line = text.as_bytes().split(|byte| *byte == b'\n').position(is_too_wide)?;
    u32::try_from(line + 1).ok()
}

/// Where the next row begins, past line ends that belong to none.
fn offset_of(reader: &Reader<&[u8]>, text: &str) -> usize {
    let offset = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX).min(text.len());
    let blank = text.as_bytes()[offset..].iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
    offset + blank
}

fn is_empty(record: &StringRecord) -> bool {
    record.iter().all(|cell| cell.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    type Rows = Vec<(u32, String)>;

    /// Lines and first cells of the rows, and the faults.
    fn check(text: &str) -> (Rows, Vec<(Option<u32>, Problem)>) {
        let mut faults = Faults::of("x.csv");
        let mut rows = Vec::new();
        if let Some(mut table) = Table::open(text, &mut faults) {
            while let Some(row) = table.next(&mut faults) {
                rows.push((row.line, row.get("a").to_owned()));
            }
        }
        (rows, faults.into_list().into_iter().map(|fault| (fault.line, fault.problem)).collect())
    }

    fn rows(rows: &[(u32, &str)]) -> Rows {
        rows.iter().map(|(line, cell)| (*line, (*cell).to_owned())).collect()
    }

    #[test]
    fn lines_are_right_after_quoted_line_ends_and_empty_lines() {
        let text = "\n A ,b\r\n1,\"x\r\ny\"\r\n\r\n2,z\r\n,,\r\n\"3\n\",w\n4,v";
        assert_eq!(check(text), (rows(&[(3, "1"), (6, "2"), (8, "3"), (10, "4")]), vec![]));
    }

    #[test]
    fn each_separator_is_told_from_the_first_line() {
        for text in ["a,b\n1,2", "a;b\n1;2", "a\tb\n1\t2", "a\n1", "a;\"b,c,d\"\n1;2"] {
            assert_eq!(check(text).0, rows(&[(2, "1")]), "{text}");
        }
    }

    #[test]
    fn half_rows_are_named_and_the_rest_is_read() {
        let (read, faults) = check("a,b,c,\n1,2,3\n4\n5,6,7,8,\n9,9,9,\n");
        assert_eq!(read, rows(&[(2, "1"), (5, "9")]));
        let bad = |cells| Problem::BadRow { cells, wanted: 3 };
        assert_eq!(faults, [(Some(3), bad(1)), (Some(4), bad(5))]);
    }

    #[test]
    fn a_quotation_mark_that_never_closes_is_named_where_it_opens() {
        let (read, faults) = check("a,b\n1,2\n\"3,4\n5,6\n7,8\n");
        assert_eq!(read, rows(&[(2, "1")]));
        assert_eq!(faults, [(Some(3), Problem::OpenQuote {})]);
        // As many cells as there should be: the rows after it would be lost without a word.
        assert_eq!(check("a,b\n1,\"2\n3,4\n").1, [(Some(2), Problem::OpenQuote {})]);
    }

    #[test]
    fn a_column_that_is_there_twice_is_named() {
        assert_eq!(check("a,A\n1,2").1, [(Some(1), Problem::DuplicateColumn { column: "a".into() })]);
    }

    #[test]
    fn a_line_of_nothing_but_separators_is_refused() {
        let text = format!("a,b\n1,2\n{}\n", ",".repeat(200_000));
        assert_eq!(check(&text), (vec![], vec![(Some(3), Problem::UnknownFormat {})]));
    }

    proptest! {
        #[test]
        fn any_text_is_walked_to_its_end(text in "[ab,;\"\n\r\tক]{0,60}") {
            check(&text);
        }
    }
}
