//! The agents' page: who waits, what was said, and the answer.

#![expect(unreachable_pub, reason = "the component macro makes its own parts public")]

mod actions;
mod app;
mod client;
mod clipboard;
mod conversations;
mod keep;
mod keys;
mod learning;
mod place;
mod random;
mod requests;
mod state;
mod videos;
mod views;
mod waiting;

use wasm_bindgen::JsCast;

fn main() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let Some(root) = document.get_element_by_id("app").and_then(|root| root.dyn_into().ok()) else { return };
    // The static shell has done its work.
    if let Some(shell) = document.get_element_by_id("shell") {
        shell.remove();
    }
    leptos::mount::mount_to(root, app::App).forget();
}
