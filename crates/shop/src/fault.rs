//! One mistake: where, how bad, what.

use std::{
    fmt,
    path::{Path, PathBuf},
};

use alap_protocol::locale::Locale;

use crate::Problem;

/// Does it keep the shop from being served?
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Yes: something is wrong or missing.
    Error,
    /// No: it was read, but the seller should know.
    Warning,
}

/// A mistake in the shop folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, relative to the folder.
    pub file: PathBuf,
    /// The line, counted from 1, where there is one.
    pub line: Option<u32>,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong.
    pub problem: Problem,
}

impl Fault {
    pub(crate) fn new(file: &Path, line: Option<u32>, problem: Problem) -> Self {
        Self { file: file.to_owned(), line, severity: problem.severity(), problem }
    }

    /// What is wrong and what to do, in words a seller understands. The file and the line are not in it.
    pub fn sentence(&self, locale: Locale) -> String {
        self.problem.sentence(locale)
    }
}

/// As a line of a log: `file:line: sentence`, in English.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.file.display())?;
        if let Some(line) = self.line {
            write!(f, "{line}:")?;
        }
        write!(f, " {}", self.sentence(Locale::En))
    }
}

/// Gathers the mistakes of one file. Past [`Faults::MOST`] they are only counted, so that memory stays bounded.
pub(crate) struct Faults {
    file: PathBuf,
    list: Vec<Fault>,
    more: u64,
}

impl Faults {
    pub(crate) const MOST: usize = 5_000;

    pub(crate) fn of(file: impl Into<PathBuf>) -> Self {
        Self { file: file.into(), list: Vec::new(), more: 0 }
    }

    pub(crate) fn add(&mut self, line: impl Into<Option<u32>>, problem: impl Into<Problem>) {
        if self.list.len() < Self::MOST {
            self.list.push(Fault::new(&self.file, line.into(), problem.into()));
        } else {
            self.more += 1;
        }
    }

    /// Has an error on this line been named?
    pub(crate) fn names(&self, line: Option<u32>) -> bool {
        self.list.iter().any(|fault| fault.line == line && fault.severity == Severity::Error)
    }

    /// All of them, by line.
    pub(crate) fn into_list(mut self) -> Vec<Fault> {
        self.list.sort_by_key(|fault| fault.line);
        if self.more > 0 {
            self.list.push(Fault::new(&self.file, None, Problem::More { count: self.more }));
        }
        self.list
    }
}
