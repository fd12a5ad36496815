//! Numbers and texts behind each other, as the page fetches them: to read them takes next to no code, so that the size of the
//! wasm stays that of what is measured.

/// Writes.
#[derive(Debug, Default)]
pub struct Packer(Vec<u8>);

/// Reads; what is not there is 0 or empty.
#[derive(Debug)]
pub struct Unpacker<'a>(&'a [u8]);

impl Packer {
    /// Another number.
    pub fn number(&mut self, number: i64) -> &mut Self {
        self.0.extend(number.to_le_bytes());
        self
    }

    /// Another text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.number(text.len() as i64).0.extend(text.as_bytes());
        self
    }

    /// All of it.
    pub fn finish(self) -> Vec<u8> {
        self.0
    }
}

impl<'a> Unpacker<'a> {
    /// What a [`Packer`] wrote.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// Nothing is left.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The next number.
    pub fn number(&mut self) -> i64 {
        self.take(8).try_into().map_or(0, i64::from_le_bytes)
    }

    /// The next text.
    pub fn text(&mut self) -> String {
        let length = self.number();
        String::from_utf8(self.take(length as usize).to_vec()).unwrap_or_default()
    }

    /// So many of something, a number of them first.
    pub fn list<T>(&mut self, mut one: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let count = self.number();
        (0..count).map(|_| one(self)).collect()
    }

    fn take(&mut self, length: usize) -> &'a [u8] {
        let (taken, rest) = self.0.split_at_checked(length).unwrap_or((self.0, &[]));
        self.0 = rest;
        taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_is_unpacked() {
        let mut packer = Packer::default();
        packer.number(-7).text("শাড়ি").number(2).text("a").text("");
        let bytes = packer.finish();
        let mut unpacker = Unpacker::new(&bytes);
        assert_eq!((unpacker.number(), unpacker.text()), (-7, "শাড়ি".to_owned()));
        assert_eq!(unpacker.list(Unpacker::text), ["a", ""]);
        assert!(unpacker.is_empty());
        assert_eq!((unpacker.number(), unpacker.text()), (0, String::new()));
    }
}
