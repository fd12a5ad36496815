//! The suggestions' own words: they come with them, not with the first view.

crate::words::catalogue!("src/suggestions/words");
