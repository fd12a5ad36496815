//! Rows of numbered strengths, one behind the other: the whole index in a few allocations.

use std::ops::Range;

#[derive(Default)]
pub(crate) struct Rows {
    /// Where each row ends.
    pub(crate) ends: Vec<u32>,
    cells: Vec<Cell>,
}

/// A number and its strength.
pub(crate) type Cell = (u32, f32);

impl Rows {
    /// Empty rows of these lengths, to be filled by [`put`](Self::put).
    pub(crate) fn of_lengths(lengths: &[u32]) -> Self {
        let mut total = 0;
        let sum = |length: &u32| {
            total += length;
            total
        };
        let ends: Vec<u32> = lengths.iter().map(sum).collect();
        Self { ends, cells: vec![(0, 0.0); total as usize] }
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(crate) fn range(&self, row: usize) -> Range<usize> {
        let end = |row: usize| self.ends.get(row).map_or(0, |&end| end as usize);
        (if row == 0 { 0 } else { end(row - 1) })..end(row)
    }

    /// A row; sorted by number where rows were filled in order.
    pub(crate) fn cells(&self, row: usize) -> &[Cell] {
        self.cells.get(self.range(row)).unwrap_or_default()
    }

    pub(crate) fn row(&self, row: usize) -> impl Iterator<Item = (usize, f32)> + '_ {
        self.cells(row).iter().map(|&(number, strength)| (number as usize, strength))
    }

    pub(crate) fn put(&mut self, at: usize, number: u32, strength: f32) {
        if let Some(cell) = self.cells.get_mut(at) {
            *cell = (number, strength);
        }
    }

    /// Adds a row at the end.
    pub(crate) fn push(&mut self, row: impl IntoIterator<Item = Cell>) {
        self.cells.extend(row);
        self.end_row();
    }

    /// Adds to the last row, which is still open.
    pub(crate) fn add(&mut self, number: u32, strength: f32) {
        self.cells.push((number, strength));
    }

    /// Closes the last row.
    pub(crate) fn end_row(&mut self) {
        self.ends.push(self.cells.len() as u32);
    }

    pub(crate) fn bytes(&self) -> usize {
        4 * self.ends.capacity() + size_of::<Cell>() * self.cells.capacity()
    }
}
