//! The server and the command line: alap serve, alap check.
fn main() {}
