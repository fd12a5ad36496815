//! The videos' own words: they come with them, not with the first view.

crate::words::catalogue!("src/video/words", no signals);

use alap_protocol::locale::Locale;
use alap_ui::{moments::moment, words::number};
use alap_video::quality::megabytes;

/// "1.2 MB"
pub(super) fn size(locale: Locale, bytes: u64) -> String {
    tr_with(locale, "video.size", &[("size", &number(locale, megabytes(bytes)))])
}

/// "0:42 · 1.2 MB", with what is known of it.
pub(super) fn length(locale: Locale, seconds: u32, bytes: Option<u64>) -> String {
    let mut length = if seconds > 0 { moment(locale, seconds) } else { String::new() };
    if let Some(bytes) = bytes {
        if !length.is_empty() {
            length.push_str(" · ");
        }
        length.push_str(&size(locale, bytes));
    }
    length
}
