//! Latin letters: lower case, full-width forms, accents.

/// Lower case without accents. Loose combining accents are dropped.
pub(super) fn fold(c: char, put: &mut impl FnMut(char)) {
    match c {
        'a'..='z' | '\u{980}'..='\u{9FF}' => put(c),
        _ if c.is_ascii() => put(c.to_ascii_lowercase()),
        _ => narrow(c)
            .to_lowercase()
            .filter(|c| !matches!(c, '\u{300}'..='\u{36F}'))
            .for_each(|c| put(unaccent(c))),
    }
}

/// Full-width `Ａ` as `A`.
fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

fn unaccent(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' | 'ḍ' => 'd',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ì'..='ï' | 'ī' | 'į' | 'ı' => 'i',
        'ñ' | 'ń' | 'ň' | 'ṇ' | 'ṅ' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ś' | 'š' | 'ş' | 'ṣ' => 's',
        'ṭ' | 'ť' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ž' | 'ż' => 'z',
        _ => c,
    }
}
