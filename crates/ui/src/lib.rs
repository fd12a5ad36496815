//! Leptos parts that the widget and the inbox share.
