//! The bytes of a file: unpacked where they are compressed, never more than are wanted.

use std::io::{self, BufReader, Chain, Cursor, Read};

use flate2::bufread::MultiGzDecoder;

use super::LogError;

/// The most bytes of text, unpacked: a small file may hold endless ones.
const MOST_GIB: u64 = 16;
const MOST_BYTES: u64 = MOST_GIB << 30;
/// How much is read at once.
const BUFFER: usize = 256 * 1024;

/// How many bytes at the beginning say what the file is.
const HEAD: usize = 4 * 1024;

pub(super) type Source<R> = BufReader<Begun<Bounded<Unpacked<R>>>>;

/// What was read already, and the rest.
type Begun<R> = Chain<Cursor<Vec<u8>>, R>;

/// Text without a byte order mark, and its first byte that is no blank.
pub(super) fn open<R: Read>(file: R) -> Result<(Source<R>, Option<u8>), LogError> {
    let (packed, file) = begin(file, 2).map_err(too_large)?;
    let is_gzip = packed.starts_with(&[0x1f, 0x8b]);
    let file = Cursor::new(packed).chain(file);
    let unpacked = if is_gzip {
        Unpacked::Gzip(Box::new(MultiGzDecoder::new(BufReader::with_capacity(BUFFER, file))))
    } else {
        Unpacked::Plain(file)
    };
    let bounded = Bounded { inner: unpacked, left: MOST_BYTES };
    let (mut head, rest) = begin(bounded, HEAD).map_err(too_large)?;
    if head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]) {
        return Err(LogError::Utf16);
    }
    if head.starts_with("\u{feff}".as_bytes()) {
        head.drain(..3);
    }
    let first = head.iter().copied().find(|byte| !byte.is_ascii_whitespace());
    Ok((BufReader::with_capacity(BUFFER, Cursor::new(head).chain(rest)), first))
}

/// The first bytes, and the rest.
fn begin<R: Read>(mut file: R, bytes: usize) -> io::Result<(Vec<u8>, R)> {
    let mut head = Vec::new();
    (&mut file).take(bytes as u64).read_to_end(&mut head)?;
    Ok((head, file))
}

/// Tells the end of patience from other faults of reading.
pub(super) fn too_large(error: io::Error) -> LogError {
    if error.kind() == io::ErrorKind::FileTooLarge { LogError::TooLarge(MOST_GIB) } else { error.into() }
}

/// Plain or unpacked.
pub(super) enum Unpacked<R> {
    Plain(Begun<R>),
    Gzip(Box<MultiGzDecoder<BufReader<Begun<R>>>>),
}

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Plain(file) => file.read(buffer),
            Self::Gzip(decoder) => decoder.read(buffer),
        }
    }
}

/// Ends with an error where there is more than was to be read.
pub(super) struct Bounded<R> {
    inner: R,
    left: u64,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.left = self.left.checked_sub(read as u64).ok_or(io::ErrorKind::FileTooLarge)?;
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_end_is_refused() {
        let mut source = BufReader::new(Bounded { inner: io::repeat(b'x'), left: 1_000_000 });
        let error = io::copy(&mut source, &mut io::sink()).unwrap_err();
        assert!(matches!(too_large(error), LogError::TooLarge(16)));
    }
}
