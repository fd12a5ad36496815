//! What is on the screen.

mod head;
mod home;
mod person;
mod row;

pub(crate) use head::Head;
pub(crate) use home::Home;
pub(crate) use person::PersonBar;
pub(crate) use row::RowFrame;
