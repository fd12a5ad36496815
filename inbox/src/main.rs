//! The agents' page.
fn main() {}
