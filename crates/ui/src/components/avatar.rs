//! A face: the picture, or the first letter of the name.

use leptos::prelude::*;

/// The face of the bot or of a person.
#[component]
pub fn Avatar(
    /// Whose.
    #[prop(into)]
    name: String,
    /// Address of the picture.
    #[prop(optional_no_strip)]
    src: Option<String>,
) -> impl IntoView {
    let broken = RwSignal::new(false);
    // A whole letter: a Bangla consonant with its vowel sign is two code points and one letter to the reader.
    let letter = first_letter(&name);
    view! {
        <span class="avatar" aria-hidden="true">
            {move || match src.clone().filter(|_| !broken.get()) {
                Some(src) => view! {
                    <img src=src alt="" width="40" height="40" on:error=move |_| broken.set(true) />
                }
                .into_any(),
                None => letter.clone().into_any(),
            }}
        </span>
    }
}

fn first_letter(name: &str) -> String {
    let mut chars = name.trim().chars();
    let mut letter: String = chars.next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
    // A hasanta joins the next consonant to the letter: ক্রেতা begins with ক্রে.
    let mut joins = false;
    letter.extend(chars.take_while(|c| {
        let is_sign = matches!(c, '\u{0981}'..='\u{0983}' | '\u{09bc}'..='\u{09cd}' | '\u{09d7}');
        let belongs = is_sign || joins;
        joins = *c == '\u{09cd}';
        belongs
    }));
    letter
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bangla_letter_keeps_its_vowel_sign() {
        assert_eq!(first_letter("মিতা"), "মি");
        assert_eq!(first_letter("ক্রেতা"), "ক্রে");
        assert_eq!(first_letter("nokshi"), "N");
        assert_eq!(first_letter(""), "");
    }
}
