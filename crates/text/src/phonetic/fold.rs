//! Latin letters as they sound to a Bangla ear.

/// Folds a Latin spelling: what Bangla writes with one sound becomes one letter, the inherent *o* goes, doubles collapse.
///
/// ```
/// use alap_text::phonetic::fold;
/// assert_eq!(fold("kibhabe"), fold("kivabe"));
/// ```
pub fn fold(latin: &str) -> String {
    let chars: Vec<char> = latin.chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    let mut out = String::with_capacity(latin.len());
    let mut last = '\0';
    let mut i = 0;
    while i < chars.len() {
        let (c, next) = (at(i), at(i + 1));
        let mut used = 1;
        let sounds = match c {
            'a' => "a",
            'e' if next == 'e' => "i",
            'e' if next == 'y' => {
                used = 2;
                "e"
            }
            'o' if next == 'o' => {
                used = 2;
                "u"
            }
            'o' | 'w' if i == 0 => "o",
            'o' | 'w' => "",
            'y' if matches!(next, 'a' | 'o') && i > 0 && !is_vowel(at(i - 1)) => "",
            'y' => "i",
            'b' | 'v' => "b",
            'p' | 'f' => "p",
            'c' if next == 'k' => "",
            'c' if matches!(next, 'h' | 'e' | 'i' | 'y') => "s",
            'c' | 'k' | 'q' => "k",
            't' if chars.get(i..i + 4) == Some(&['t', 'i', 'o', 'n']) => {
                used = 4;
                "sn"
            }
            'j' | 'z' => "j",
            'x' => "ks",
            'g' if next == 'e' && i + 2 == chars.len() && i > 0 && matches!(at(i - 1), 'n' | 'r' | 'd') => {
                "j"
            }
            'g' if i > 0 && at(i - 1) == 'n' => "",
            // ভাঙা and ভাঙ্গা are one word.
            'g' if i > 1 && at(i - 1) == 'g' && at(i - 2) == 'n' => "",
            'h' if i > 0 && is_aspirated(at(i - 1)) => "",
            'h' if i > 1 && at(i - 1) == 'h' => "",
            _ => "\0",
        };
        // Doubles collapse as they come.
        let mut add = |c: char| {
            if c != last || c.is_ascii_digit() {
                out.push(c);
                last = c;
            }
        };
        match sounds {
            "\0" => add(c),
            sounds => sounds.chars().for_each(add),
        }
        i += used;
    }
    out
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'w')
}

/// Letters after which an *h* is only breath.
fn is_aspirated(c: char) -> bool {
    c.is_ascii_alphabetic() && !is_vowel(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_fold_together() {
        let check = |latin, expected: &str| assert_eq!(fold(latin), expected, "{latin}");
        check("koto", "kt");
        check("kivabe", "kibabe");
        check("bhalo", "bal");
        check("shomoy", "smi");
        check("exchange", "eksanje");
        check("charge", "sarje");
        check("lage", "lage");
        check("stock", "stk");
        check("option", "opsn");
        check("1000", "1000");
        check("", "");
    }
}
