//! What is on the screen.

mod head;
mod home;
mod person;

pub(crate) use head::Head;
pub(crate) use home::Home;
pub(crate) use person::PersonBar;
