//! A few products below the bot's last answer, where the suggestions have some that fit.

use alap_protocol::{
    id::ProductId,
    message::{Author, Body},
};
use alap_thread::{Shown, Thread};
use leptos::prelude::*;

use super::state::{After, TalkState};
use crate::later::Suggested;

/// Only products spoken of so lately say what the talk is about.
const SPOKEN_OF: usize = 3;

/// Where in the talk products may stand.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Place {
    /// Answers of the bot so far.
    answers: usize,
    /// The products that they showed, and those at the moments asked about, the last one last.
    spoken_of: Vec<ProductId>,
}

/// Nothing while a person is offered or here, nor below what the bot did not know.
#[component]
pub(super) fn BelowAnswer(talk: TalkState) -> impl IntoView {
    let place = Memo::new(move |_| {
        let free = talk.bot_has_the_floor() && talk.after.with(|after| *after == After::Nothing);
        if free { talk.thread.with(place) } else { None }
    });
    move || {
        let Place { answers, spoken_of } = place.get()?;
        let suggestions = talk.panel.suggestions.get()?;
        Some(suggestions.view(Suggested::BelowAnswer { answers, spoken_of: &spoken_of }))
    }
}

fn place(thread: &Thread) -> Option<Place> {
    let shown = thread.shown();
    // The word on an answer stands below it, as these do.
    let last = shown.iter().rev().find(|line| !matches!(line.body, Body::Feedback { .. }))?;
    if !answer(last)?.is_empty() {
        return None;
    }
    let answers = shown.iter().filter_map(answer);
    let mut spoken_of: Vec<ProductId> = shown.iter().flat_map(products).cloned().collect();
    spoken_of.drain(..spoken_of.len().saturating_sub(SPOKEN_OF));
    Some(Place { answers: answers.count(), spoken_of })
}

/// The products that a line speaks of.
fn products(line: &Shown) -> &[ProductId] {
    match &line.body {
        Body::Moment { product, .. } => product.as_slice(),
        _ => answer(line).map(Vec::as_slice).unwrap_or_default(),
    }
}

/// The products of a line, if it is an answer that the bot knew: small talk is none.
fn answer(line: &Shown) -> Option<&Vec<ProductId>> {
    match (&line.author, &line.body) {
        (Author::Bot {}, Body::Answer { entry, products, missed: false, .. })
            if entry.is_some() || !products.is_empty() =>
        {
            Some(products)
        }
        _ => None,
    }
}
