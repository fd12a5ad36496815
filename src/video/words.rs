//! The videos' own words: they come with them, not with the first view.

crate::words::catalogue!("src/video/words");
