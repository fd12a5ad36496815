//! Neighbours that travel with a product's page instead of a model.

/// The neighbours of one product: SKUs with weights from 1 to 15.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Near(pub Vec<(String, u8)>);

/// The most neighbours that a page's text may bring.
const NEAR: usize = 30;
/// The most bytes of such a text.
const TEXT: usize = 2_048;

impl Near {
    /// Reads `NK-014:15 NK-003:9`, the content of a page's `<meta name="alap:near">`. What cannot be read is left out.
    ///
    /// ```
    /// let near = alap_suggest::Near::read("NK-014:15 a%20b:3 :4 x:99 y");
    /// assert_eq!(near.0, [("NK-014".to_owned(), 15), ("a b".to_owned(), 3)]);
    /// ```
    pub fn read(text: &str) -> Self {
        let mut end = text.len().min(TEXT);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let text = text.get(..end).unwrap_or_default();
        Self(text.split_ascii_whitespace().filter_map(pair).take(NEAR).collect())
    }
}

fn pair(word: &str) -> Option<(String, u8)> {
    let (sku, weight) = word.rsplit_once(':')?;
    let weight = weight.parse().ok().filter(|weight| (1..=15).contains(weight))?;
    Some((decoded(sku)?, weight)).filter(|(sku, _)| !sku.is_empty())
}

fn decoded(sku: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(sku.len());
    let mut rest = sku.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
                (digit(rest.next())? * 16 + digit(rest.next())?) as u8
            }
            plain => plain,
        });
    }
    String::from_utf8(bytes).ok()
}

/// Writes that text: letters, digits and a few signs stand for themselves, everything else percent-encoded.
pub fn near_text<'a>(pairs: impl IntoIterator<Item = (&'a str, u8)>) -> String {
    let mut text = String::new();
    for (sku, weight) in pairs {
        if !text.is_empty() {
            text.push(' ');
        }
        for byte in sku.bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
                text.push(byte.into());
            } else {
                text.push_str(&format!("%{byte:02X}"));
            }
        }
        text.push_str(&format!(":{weight}"));
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_not_a_neighbour_is_left_out() {
        assert_eq!(Near::read("").0, []);
        assert_eq!(Near::read("a:0 a:16 a:-1 a: : %zz:3 %e0:3 <script>:x").0, []);
        assert_eq!(Near::read(&"a:1 ".repeat(9_999)).0.len(), NEAR);
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(pairs in prop::collection::vec(("\\PC{1,20}", 1_u8..=15), 0..20)) {
            let text = near_text(pairs.iter().map(|(sku, weight)| (sku.as_str(), *weight)));
            prop_assert!(text.is_ascii());
            prop_assert_eq!(Near::read(&text).0, pairs);
        }

        #[test]
        fn any_text_is_read(text: String) {
            Near::read(&text);
        }
    }
}
