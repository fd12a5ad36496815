//! Chat spelling: "plzzzz", "ভাইইইই".

/// Three or more of one letter in a row become two: enough to keep "good" apart from "god". Digits stay, for 1000 is no stretched 10.
pub(super) fn shorten(text: Vec<char>) -> Vec<char> {
    let mut out: Vec<char> = Vec::with_capacity(text.len());
    for c in text {
        let stretched = !c.is_ascii_digit() && out.len() >= 2 && out[out.len() - 2..] == [c, c];
        if !stretched {
            out.push(c);
        }
    }
    out
}
