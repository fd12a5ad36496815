//! The little of the wasm format that is needed to rename what a module takes and gives.

use anyhow::{Context, Result, bail};

/// What is left to read.
pub(crate) struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    /// Reads from the first byte on.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// There is no more.
    pub(crate) fn is_at_end(&self) -> bool {
        self.0.is_empty()
    }

    /// The next byte.
    pub(crate) fn byte(&mut self) -> Result<u8> {
        let (first, rest) = self.0.split_first().context("the wasm ends in the middle")?;
        self.0 = rest;
        Ok(*first)
    }

    /// LEB128, unsigned.
    pub(crate) fn number(&mut self) -> Result<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        bail!("a number without an end")
    }

    /// As many bytes as the number before them says.
    pub(crate) fn sized(&mut self) -> Result<&'a [u8]> {
        let size = usize::try_from(self.number()?)?;
        let (taken, rest) = self.0.split_at_checked(size).context("the wasm ends in the middle")?;
        self.0 = rest;
        Ok(taken)
    }

    /// The same, as text.
    pub(crate) fn name(&mut self) -> Result<&'a str> {
        Ok(std::str::from_utf8(self.sized()?)?)
    }

    /// What kind of thing is taken in, as it stands there.
    pub(crate) fn description(&mut self) -> Result<&'a [u8]> {
        let whole = self.0;
        match self.byte()? {
            // A function: its type.
            0 => drop(self.number()?),
            // A table, a memory: the first has a type of its elements, both have bounds.
            kind @ (1 | 2) => {
                if kind == 1 {
                    self.byte()?;
                }
                let bounds = self.byte()?;
                self.number()?;
                if bounds & 1 == 1 {
                    self.number()?;
                }
            }
            // A variable: its type, and whether it changes.
            3 => drop((self.byte()?, self.byte()?)),
            kind => bail!("an import of the unknown kind {kind}"),
        }
        Ok(&whole[..whole.len() - self.0.len()])
    }
}

/// The other way round.
pub(crate) fn write_sized(out: &mut Vec<u8>, bytes: &[u8]) {
    write_number(out, bytes.len() as u64);
    out.extend(bytes);
}

/// The other way round.
pub(crate) fn write_number(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::{Reader, write_number, write_sized};

    #[test]
    fn numbers_of_every_size_are_read_as_they_were_written() {
        for number in [0, 1, 127, 128, 300, 1 << 20, u64::from(u32::MAX), u64::MAX] {
            let mut bytes = Vec::new();
            write_number(&mut bytes, number);
            let mut reader = Reader::new(&bytes);
            assert_eq!(reader.number().unwrap(), number);
            assert!(reader.is_at_end());
        }
        assert!(Reader::new(&[0x80; 20]).number().is_err());
        assert!(Reader::new(&[0x80]).number().is_err());
    }

    #[test]
    fn what_is_cut_off_is_refused() {
        let mut bytes = Vec::new();
        write_sized(&mut bytes, "ক".as_bytes());
        assert_eq!(Reader::new(&bytes).name().unwrap(), "ক");
        assert!(Reader::new(&bytes[..2]).sized().is_err());
        assert!(Reader::new(&[9, 0]).description().is_err());
    }
}
