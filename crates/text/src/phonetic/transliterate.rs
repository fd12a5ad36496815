//! Bangla script to Latin letters, by rule.

const HASANTA: char = '্';
const NUKTA: char = '়';

/// A normalised Bangla word in Latin letters, as a reader would spell it; what is not Bangla stays as it is.
///
/// ```
/// assert_eq!(alap_text::phonetic::transliterate("ডেলিভারি"), "delibhari");
/// ```
pub fn transliterate(word: &str) -> String {
    let chars: Vec<char> = word.chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    let mut out = String::with_capacity(word.len());
    let mut i = 0;
    while i < chars.len() {
        let before = if i == 0 { '\0' } else { at(i - 1) };
        i += match (at(i), at(i + 1), at(i + 2)) {
            // Letters whose join is read otherwise than its parts.
            ('ক', HASANTA, 'ষ') => consonant(&mut out, "kkh", at(i + 3), 3),
            ('জ', HASANTA, 'ঞ') => consonant(&mut out, "gg", at(i + 3), 3),
            ('ও', 'য', NUKTA) => consonant(&mut out, "w", at(i + 3), 3),
            // The ya-phola doubles its letter, or opens the vowel: ব্যবহার is "bebohar".
            ('য', next, _) if before == HASANTA && next != NUKTA => {
                let opens = next != 'া' && !is_vowel_sign(next) && i == 2;
                if opens {
                    out.push('e');
                }
                1
            }
            // The ba-phola is hardly heard, except after these.
            ('ব', next, _) if before == HASANTA && !matches!(at(i.saturating_sub(2)), 'ম' | 'র' | 'ব') => {
                consonant(&mut out, "w", next, 1)
            }
            ('য', NUKTA, next) => consonant(&mut out, "y", next, 2),
            ('ড' | 'ঢ', NUKTA, next) => consonant(&mut out, "r", next, 2),
            (c, next, _) => match letter(c) {
                Letter::Consonant(latin) => consonant(&mut out, latin, next, 1),
                Letter::Sound(latin) => {
                    out.push_str(latin);
                    1
                }
                Letter::Foreign => {
                    out.push(c);
                    1
                }
            },
        };
    }
    out
}

/// Adds a consonant, with its inherent vowel where one is read. Returns how many characters were used.
fn consonant(out: &mut String, latin: &str, next: char, used: usize) -> usize {
    out.push_str(latin);
    if matches!(letter(next), Letter::Consonant(_)) {
        out.push('o');
    }
    used
}

fn is_vowel_sign(c: char) -> bool {
    matches!(c, '\u{9BE}'..='\u{9CC}')
}

enum Letter {
    Consonant(&'static str),
    Sound(&'static str),
    Foreign,
}

fn letter(c: char) -> Letter {
    use Letter::{Consonant, Foreign, Sound};
    match c {
        'ক' => Consonant("k"),
        'খ' => Consonant("kh"),
        'গ' => Consonant("g"),
        'ঘ' => Consonant("gh"),
        'ঙ' => Consonant("ng"),
        'চ' => Consonant("ch"),
        'ছ' => Consonant("chh"),
        'জ' | 'য' => Consonant("j"),
        'ঝ' => Consonant("jh"),
        'ঞ' | 'ণ' | 'ন' => Consonant("n"),
        'ট' | 'ত' => Consonant("t"),
        'ঠ' | 'থ' => Consonant("th"),
        'ড' | 'দ' => Consonant("d"),
        'ঢ' | 'ধ' => Consonant("dh"),
        'প' => Consonant("p"),
        'ফ' => Consonant("ph"),
        'ব' => Consonant("b"),
        'ভ' => Consonant("bh"),
        'ম' => Consonant("m"),
        'র' => Consonant("r"),
        'ল' => Consonant("l"),
        'শ' | 'ষ' => Consonant("sh"),
        'স' => Consonant("s"),
        'হ' => Consonant("h"),
        'ৎ' => Sound("t"),
        'ং' => Sound("ng"),
        'অ' => Sound("o"),
        'আ' | 'া' => Sound("a"),
        'ই' | 'ঈ' | 'ি' | 'ী' => Sound("i"),
        'উ' | 'ঊ' | 'ু' | 'ূ' => Sound("u"),
        'ঋ' | 'ৃ' => Sound("ri"),
        'এ' | 'ে' => Sound("e"),
        'ঐ' | 'ৈ' => Sound("oi"),
        'ও' | 'ো' => Sound("o"),
        'ঔ' | 'ৌ' => Sound("ou"),
        '\u{980}'..='\u{9FF}' => Sound(""),
        _ => Foreign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bangla_is_spelled_as_a_reader_would() {
        let check = |bangla: &str, latin: &str| {
            assert_eq!(transliterate(&crate::normalize(bangla)), latin, "{bangla}")
        };
        check("কত", "kot");
        check("দাম", "dam");
        check("চার্জ", "charj");
        check("পাওয়া", "pawa");
        check("ব্যবহার", "bebohar");
        check("ব্যাগ", "bag");
        check("পড়া", "pora");
        check("ক্ষমা", "kkhoma");
        check("বাংলা", "bangla");
        check("চাঁদ", "chad");
        check("size", "size");
    }
}
