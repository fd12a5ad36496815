//! Rows of numbered strengths, one behind the other: the whole index in a few allocations.

use std::ops::Range;

#[derive(Default)]
pub(crate) struct Rows {
    /// Where each row ends.
    pub(crate) ends: Vec<u32>,
    pub(crate) numbers: Vec<u32>,
    pub(crate) strengths: Vec<f32>,
}

impl Rows {
    /// Empty rows of these lengths, to be filled by [`put`](Self::put).
    pub(crate) fn of_lengths(lengths: &[u32]) -> Self {
        let mut total = 0;
        let sum = |length: &u32| {
            total += length;
            total
        };
        let ends: Vec<u32> = lengths.iter().map(sum).collect();
        Self { ends, numbers: vec![0; total as usize], strengths: vec![0.0; total as usize] }
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(crate) fn range(&self, row: usize) -> Range<usize> {
        let end = |row: usize| self.ends.get(row).map_or(0, |&end| end as usize);
        (if row == 0 { 0 } else { end(row - 1) })..end(row)
    }

    pub(crate) fn row(&self, row: usize) -> impl Iterator<Item = (usize, f32)> + '_ {
        let range = self.range(row);
        let numbers = self.numbers.get(range.clone()).unwrap_or_default();
        let strengths = self.strengths.get(range).unwrap_or_default();
        numbers.iter().zip(strengths).map(|(&number, &strength)| (number as usize, strength))
    }

    /// A row's numbers, and their strengths.
    pub(crate) fn slices(&self, row: usize) -> (&[u32], &[f32]) {
        let range = self.range(row);
        let numbers = self.numbers.get(range.clone()).unwrap_or_default();
        (numbers, self.strengths.get(range).unwrap_or_default())
    }

    /// The numbers of a row; sorted where rows were filled in order.
    pub(crate) fn numbers(&self, row: usize) -> &[u32] {
        self.numbers.get(self.range(row)).unwrap_or_default()
    }

    pub(crate) fn put(&mut self, at: usize, number: u32, strength: f32) {
        if let (Some(n), Some(s)) = (self.numbers.get_mut(at), self.strengths.get_mut(at)) {
            (*n, *s) = (number, strength);
        }
    }

    /// Adds a row at the end.
    pub(crate) fn push(&mut self, row: impl IntoIterator<Item = (u32, f32)>) {
        for (number, strength) in row {
            self.add(number, strength);
        }
        self.end_row();
    }

    /// Adds to the last row, which is still open.
    pub(crate) fn add(&mut self, number: u32, strength: f32) {
        self.numbers.push(number);
        self.strengths.push(strength);
    }

    /// Closes the last row.
    pub(crate) fn end_row(&mut self) {
        self.ends.push(self.numbers.len() as u32);
    }

    pub(crate) fn bytes(&self) -> usize {
        4 * (self.ends.capacity() + self.numbers.capacity() + self.strengths.capacity())
    }
}
