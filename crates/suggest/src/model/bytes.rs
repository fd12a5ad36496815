//! Reading numbers from bytes that may end at any place.

use super::ModelError;

/// What is left to read.
pub(super) struct Bytes<'a>(pub(super) &'a [u8]);

impl<'a> Bytes<'a> {
    pub(super) fn take(&mut self, count: usize) -> Result<&'a [u8], ModelError> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(ModelError::Damaged)?;
        self.0 = rest;
        Ok(taken)
    }

    pub(super) fn byte(&mut self) -> Result<u8, ModelError> {
        self.take(1)?.first().copied().ok_or(ModelError::Damaged)
    }

    pub(super) fn u32(&mut self) -> Result<u32, ModelError> {
        let bytes = self.take(4)?.try_into().map_err(|_| ModelError::Damaged)?;
        Ok(u32::from_le_bytes(bytes))
    }

    pub(super) fn f32(&mut self) -> Result<f32, ModelError> {
        let number = f32::from_bits(self.u32()?);
        if number.is_finite() && number.abs() < 100.0 { Ok(number) } else { Err(ModelError::Damaged) }
    }

    /// A number of up to five bytes, seven bits each, the lowest first (LEB128).
    pub(super) fn number(&mut self) -> Result<u32, ModelError> {
        let mut number = 0_u32;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7F).checked_shl(shift).ok_or(ModelError::Damaged)?;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(ModelError::Damaged)
    }
}
