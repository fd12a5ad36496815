//! One number for several texts: a catalogue, a category, a SKU, a feature.

/// FNV-1a over the texts in their order, each with an end that no text has.
pub(crate) fn hash<'a>(texts: impl IntoIterator<Item = &'a str>) -> u32 {
    let step = |state: u32, byte: u8| (state ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    texts.into_iter().fold(0x811C_9DC5, |state, text| step(text.bytes().fold(state, step), 0xFF))
}
