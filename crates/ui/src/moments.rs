//! Moments of a video: how they are written, and the addresses that begin at them.

use alap_protocol::locale::Locale;

use crate::words::number;

/// "0:42", "১:০২:০৩"
pub fn moment(locale: Locale, at: u32) -> String {
    let (hours, minutes, seconds) = (at / 3_600, at / 60 % 60, at % 60);
    let written = match hours {
        0 => format!("{minutes}:{seconds:02}"),
        hours => format!("{hours}:{minutes:02}:{seconds:02}"),
    };
    number(locale, written)
}

/// A video's address that begins at a moment, where its site has such. Else the address as it is.
pub fn address_at(src: &str, at: u32) -> String {
    let address = src.split('#').next().unwrap_or_default();
    let rest = address.split_once("://").map_or("", |(_, rest)| rest);
    let host = rest.split(['/', '?']).next().unwrap_or_default();
    let host = host.trim_start_matches("www.").trim_start_matches("m.");
    let file = address.split('?').next().unwrap_or_default();
    if at == 0 {
        src.to_owned()
    } else if ["youtube.com", "youtu.be"].contains(&host) {
        let joint = if address.contains('?') { '&' } else { '?' };
        format!("{address}{joint}t={at}s")
    } else if host == "vimeo.com" || file.ends_with(".mp4") || file.ends_with(".webm") {
        format!("{address}#t={at}")
    } else {
        src.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_as_players_show_it() {
        assert_eq!(moment(Locale::En, 42), "0:42");
        assert_eq!(moment(Locale::Bn, 65), "১:০৫");
        assert_eq!(moment(Locale::Bn, 3_723), "১:০২:০৩");
    }

    #[test]
    fn an_address_begins_at_its_moment_where_its_site_has_moments() {
        for (src, expected) in [
            ("https://youtu.be/abc", "https://youtu.be/abc?t=65s"),
            ("https://www.youtube.com/watch?v=abc#x", "https://www.youtube.com/watch?v=abc&t=65s"),
            ("https://m.youtube.com/shorts/abc", "https://m.youtube.com/shorts/abc?t=65s"),
            ("https://vimeo.com/1", "https://vimeo.com/1#t=65"),
            ("https://cdn.example/a.mp4?v=2", "https://cdn.example/a.mp4?v=2#t=65"),
            ("https://evil.example/youtube.com", "https://evil.example/youtube.com"),
            ("https://www.facebook.com/watch/1#x", "https://www.facebook.com/watch/1#x"),
        ] {
            assert_eq!(address_at(src, 65), expected);
            assert_eq!(address_at(src, 0), src);
        }
    }
}
