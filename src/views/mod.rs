//! What is on the screen.

mod head;
mod home;
mod live;
mod person;
mod row;

pub(crate) use head::Head;
pub(crate) use home::Home;
pub(crate) use live::live;
pub(crate) use person::PersonBar;
pub(crate) use row::RowFrame;
