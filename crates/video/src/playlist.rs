//! Playlists of a ladder as HTTP Live Streaming wants them ([RFC 8216](https://www.rfc-editor.org/rfc/rfc8216), version 7:
//! fragmented MP4). The player writes its own from the sheet, with the beginnings of the files in it: so the first thing that
//! is asked of the network after a tap is the first segment.

use std::fmt::Write as _;

use alap_protocol::video::{Ladder, Rung, VideoSource};

/// Media type of a playlist.
pub const PLAYLIST_MEDIA_TYPE: &str = "application/vnd.apple.mpegurl";

/// Where the files of a playlist are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Addresses<'a> {
    /// Beside the playlist.
    Beside,
    /// Below this address, which ends with a slash; the beginning of the file stands at this other one.
    Below {
        /// The ladder's base, as a whole address.
        base: &'a str,
        /// Address of what [`Rung::init`] holds, such as a `data:` address; none for the file.
        init: Option<&'a str>,
    },
}

/// The folder of a quality's files, from the ladder's base: `240p/`.
pub fn folder(rung: &Rung) -> String {
    format!("{}p/", rung.size.lines)
}

/// The name of a segment's file: `00000.m4s`.
pub fn segment(place: usize) -> String {
    format!("{place:05}.m4s")
}

/// Address of the first segment of the lowest quality, as the player's playlist will name it.
pub fn begins(source: &VideoSource) -> Option<String> {
    let VideoSource::Ladder(ladder) = source else { return None };
    let lowest = ladder.rungs.first().filter(|_| !ladder.segments.is_empty())?;
    Some(format!("{}{}{}?v={}", ladder.base, folder(lowest), segment(0), ladder.version))
}

/// The playlist of one quality: all its segments.
pub fn media(ladder: &Ladder, rung: &Rung, addresses: Addresses<'_>) -> String {
    let longest = ladder.segments.iter().max().copied().unwrap_or_default().div_ceil(1_000).max(1);
    let (prefix, suffix, init) = match addresses {
        Addresses::Beside => (String::new(), String::new(), None),
        Addresses::Below { base, init } => {
            (format!("{base}{}", folder(rung)), format!("?v={}", ladder.version), init)
        }
    };
    let init = init.map_or_else(|| format!("{prefix}init.mp4{suffix}"), str::to_owned);
    let mut list = format!(
        "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:{longest}\n#EXT-X-MEDIA-SEQUENCE:0\n\
         #EXT-X-PLAYLIST-TYPE:VOD\n#EXT-X-INDEPENDENT-SEGMENTS\n#EXT-X-MAP:URI=\"{init}\"\n"
    );
    for (place, length) in ladder.segments.iter().enumerate() {
        // Writing into a string cannot fail.
        let _ = write!(
            list,
            "#EXTINF:{}.{:03},\n{prefix}{}{suffix}\n",
            length / 1_000,
            length % 1_000,
            segment(place)
        );
    }
    list.push_str("#EXT-X-ENDLIST\n");
    list
}

/// The playlist that offers these qualities, each with the address of its own playlist. Players begin with the first.
pub fn offer<'a>(rungs: impl IntoIterator<Item = (&'a Rung, String)>) -> String {
    let mut list = "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n".to_owned();
    for (rung, address) in rungs {
        let Rung { size, width, height, codecs, .. } = rung;
        let _ = write!(
            list,
            "#EXT-X-STREAM-INF:BANDWIDTH={},RESOLUTION={width}x{height},CODECS=\"{codecs}\"\n{address}\n",
            size.bandwidth
        );
    }
    list
}

#[cfg(test)]
mod tests {
    use alap_protocol::video::{PlainFile, Size};

    use super::*;

    fn rung(lines: u16, bandwidth: u32) -> Rung {
        Rung {
            size: Size { lines, bandwidth, bytes: 1 },
            width: lines * 16 / 9,
            height: lines,
            codecs: "avc1.42c01e,mp4a.40.2".into(),
            init: vec![1, 2, 3],
        }
    }

    fn ladder() -> Ladder {
        Ladder {
            base: "/media/nokshi/videos/kantha/".into(),
            version: "0a1b".into(),
            segments: vec![2_000, 2_000, 1_240],
            rungs: vec![rung(144, 130_000), rung(240, 280_000)],
            plain: PlainFile { src: "/media/nokshi/videos/kantha/plain.mp4".into(), bytes: 1 },
        }
    }

    #[test]
    fn a_playlist_beside_its_files_names_them_only() {
        let ladder = ladder();
        assert_eq!(
            media(&ladder, &ladder.rungs[0], Addresses::Beside),
            "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:2\n#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-PLAYLIST-TYPE:VOD\n\
             #EXT-X-INDEPENDENT-SEGMENTS\n#EXT-X-MAP:URI=\"init.mp4\"\n#EXTINF:2.000,\n00000.m4s\n#EXTINF:2.000,\n\
             00001.m4s\n#EXTINF:1.240,\n00002.m4s\n#EXT-X-ENDLIST\n"
        );
    }

    #[test]
    fn a_playlist_of_the_player_has_whole_addresses_and_the_beginning_in_it() {
        let ladder = ladder();
        let below = Addresses::Below {
            base: "https://cdn.example/kantha/",
            init: Some("data:video/mp4;base64,AQID"),
        };
        let list = media(&ladder, &ladder.rungs[1], below);
        assert!(list.contains("#EXT-X-MAP:URI=\"data:video/mp4;base64,AQID\"\n"), "{list}");
        assert!(list.contains("\nhttps://cdn.example/kantha/240p/00002.m4s?v=0a1b\n"), "{list}");
    }

    #[test]
    fn what_is_asked_for_first_is_what_the_playlist_names_first() {
        let ladder = ladder();
        let list = media(&ladder, &ladder.rungs[0], Addresses::Below { base: &ladder.base, init: None });
        let first = begins(&VideoSource::Ladder(ladder.clone())).unwrap();
        let named = list.lines().find(|line| line.contains(".m4s"));
        assert_eq!(named, Some(first.as_str()));
        assert_eq!(begins(&VideoSource::Plain(ladder.plain)), None);
    }

    #[test]
    fn an_offer_names_what_each_quality_costs() {
        let ladder = ladder();
        let list = offer(ladder.rungs.iter().map(|rung| (rung, format!("{}list.m3u8", folder(rung)))));
        assert!(list.ends_with(
            "#EXT-X-STREAM-INF:BANDWIDTH=130000,RESOLUTION=256x144,CODECS=\"avc1.42c01e,mp4a.40.2\"\n144p/list.m3u8\n\
             #EXT-X-STREAM-INF:BANDWIDTH=280000,RESOLUTION=426x240,CODECS=\"avc1.42c01e,mp4a.40.2\"\n240p/list.m3u8\n"
        ));
    }
}
