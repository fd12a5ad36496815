//! Chat spelling: "plzzzz", "ভাইইইই".

/// Three or more of one letter in a row become two: enough to keep "good" apart from "god". Digits stay, for 1000 is no stretched 10.
pub(super) fn shorten(text: &mut Vec<char>) {
    let (mut last, mut times) = ('\0', 0_u32);
    text.retain(|&c| {
        times = if c == last { times + 1 } else { 1 };
        last = c;
        times <= 2 || c.is_ascii_digit()
    });
}
