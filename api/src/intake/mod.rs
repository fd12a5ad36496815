//! Forms on the server: what it knows of the world when it checks answers. Its check is the one that counts.

pub mod checked;
pub mod slots;
pub mod zone;
