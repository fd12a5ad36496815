//! The requests' own words: they come with them, not with the first view.

crate::words::catalogue!("src/requests/words");
