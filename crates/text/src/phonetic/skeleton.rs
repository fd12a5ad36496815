//! The bones of a word.

/// The consonants of a folded word with its first vowel, *e* and *i* as one: human spellings differ most in their vowels.
///
/// ```
/// assert_eq!(alap_text::phonetic::skeleton("delibari"), "dilbr");
/// ```
pub fn skeleton(folded: &str) -> String {
    let mut out = String::with_capacity(folded.len());
    let mut vowel_seen = false;
    // English ends in an e that nobody hears: "phone" is ফোন.
    let body = folded.strip_suffix('e').filter(|body| body.chars().count() > 1).unwrap_or(folded);
    for c in body.chars() {
        let bone = match c {
            'a' | 'e' | 'i' | 'o' | 'u' if vowel_seen => continue,
            'e' => 'i',
            _ => c,
        };
        vowel_seen |= matches!(bone, 'a' | 'i' | 'o' | 'u');
        if !out.ends_with(bone) || bone.is_ascii_digit() {
            out.push(bone);
        }
    }
    out
}
