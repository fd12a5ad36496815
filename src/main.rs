//! The shopper's panel: home, chat with the bot on the device, handover to a person.
fn main() {}
