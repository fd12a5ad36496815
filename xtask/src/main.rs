//! Every task a person runs, one word each.
fn main() {}
