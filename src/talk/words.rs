//! The talk's own words: they come with it, not with the first view.

crate::words::catalogue!("src/talk/words");
