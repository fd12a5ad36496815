//! What is drawn anew when something changes.

use leptos::prelude::*;

/// Draws it, and again whenever a signal that it read has changed. One type for all of them: each closure of its own would
/// be compiled with all that it takes to follow it, and weigh on the first view.
pub(crate) fn live(draw: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    boxed(Box::new(draw))
}

fn boxed(draw: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    (move || draw()).into_any()
}
