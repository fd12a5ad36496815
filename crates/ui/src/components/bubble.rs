//! The words of a message: text nodes, paragraphs kept, addresses as links, directions isolated.

use leptos::prelude::*;

use crate::{
    links::{self, Run},
    thread_words::words,
    words::use_locale,
};

/// The words of a message, whoever wrote them. Markup in them is shown as the characters that it is.
#[component]
pub fn MessageWords(
    /// The words.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    let locale = use_locale();
    let marked = links::has_direction_marks(&text);
    let runs: Vec<_> = links::runs(&text)
        .into_iter()
        .map(|run| match run {
            Run::Text(words) => words.to_owned().into_any(),
            Run::Link(address) => view! {
                <a href=address.to_owned() target="_blank" rel="noopener noreferrer nofollow ugc">
                    {address.to_owned()}
                </a>
            }
            .into_any(),
        })
        .collect();
    view! {
        <p class="words" dir="auto">
            {runs}
        </p>
        {marked.then(|| view! { <p class="words-warning">{words(locale, "thread.direction_marks")}</p> })}
    }
}
