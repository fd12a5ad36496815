use proptest::prelude::*;

use super::*;

#[track_caller]
fn check(text: &str, player: &str, page: &str) {
    let linked = read(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    assert_eq!((linked.player.as_str(), linked.page.as_str()), (player, page), "{text}");
}

#[test]
fn every_address_of_a_youtube_video_leads_to_its_player_without_cookies() {
    for text in [
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://m.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ&t=42s",
        "http://youtu.be/dQw4w9WgXcQ?t=42",
        "youtu.be/dQw4w9WgXcQ#t=1m2s",
        "https://YouTube.com/shorts/dQw4w9WgXcQ/",
        "https://youtube.com/live/dQw4w9WgXcQ?feature=share",
        "https://www.youtube.com/embed/dQw4w9WgXcQ?start=4",
        "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
    ] {
        check(
            text,
            "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?playsinline=1&rel=0",
            "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        );
    }
}

#[test]
fn a_vimeo_video_may_be_listed_or_not() {
    for text in [
        "https://vimeo.com/76979871",
        "https://player.vimeo.com/video/76979871?autoplay=1#t=4s",
        "https://vimeo.com/channels/staffpicks/76979871",
    ] {
        check(text, "https://player.vimeo.com/video/76979871?dnt=1", "https://vimeo.com/76979871");
    }
    for text in
        ["https://vimeo.com/76979871/8272103f6e", "https://player.vimeo.com/video/76979871?h=8272103f6e"]
    {
        check(
            text,
            "https://player.vimeo.com/video/76979871?h=8272103f6e&dnt=1",
            "https://vimeo.com/76979871/8272103f6e",
        );
    }
}

#[test]
fn a_facebook_video_has_many_addresses() {
    let player =
        |page: &str| format!("https://www.facebook.com/plugins/video.php?show_text=false&href={page}");
    for (text, escaped, page) in [
        (
            "https://www.facebook.com/watch/?v=10153231379946729&ref=sharing",
            "https%3A%2F%2Fwww.facebook.com%2Fwatch%2F%3Fv%3D10153231379946729",
            "https://www.facebook.com/watch/?v=10153231379946729",
        ),
        (
            "https://m.facebook.com/nokshi.bd/videos/kantha/10153231379946729/",
            "https%3A%2F%2Fwww.facebook.com%2Fnokshi.bd%2Fvideos%2F10153231379946729%2F",
            "https://www.facebook.com/nokshi.bd/videos/10153231379946729/",
        ),
        (
            "https://www.facebook.com/%E0%A6%A8/videos/10153231379946729",
            "https%3A%2F%2Fwww.facebook.com%2Fwatch%2F%3Fv%3D10153231379946729",
            "https://www.facebook.com/watch/?v=10153231379946729",
        ),
        (
            "https://www.facebook.com/reel/10153231379946729",
            "https%3A%2F%2Fwww.facebook.com%2Freel%2F10153231379946729",
            "https://www.facebook.com/reel/10153231379946729",
        ),
        ("https://fb.watch/aB3-_x9/", "https%3A%2F%2Ffb.watch%2FaB3-_x9%2F", "https://fb.watch/aB3-_x9/"),
        (
            "https://www.facebook.com/share/v/1AbCdEf/?mibextid=x",
            "https%3A%2F%2Fwww.facebook.com%2Fshare%2Fv%2F1AbCdEf%2F",
            "https://www.facebook.com/share/v/1AbCdEf/",
        ),
    ] {
        check(text, &player(escaped), page);
    }
}

#[test]
fn what_is_no_video_of_these_sites_is_refused_with_its_reason() {
    for text in [
        "",
        "kantha",
        "javascript:alert(1)",
        "ftp://youtu.be/dQw4w9WgXcQ",
        "https://user@youtu.be/dQw4w9WgXcQ",
        "https://youtu.be:8080/dQw4w9WgXcQ",
        "https://youtu.be/dQw4w9WgXcQ x",
    ] {
        assert_eq!(read(text), Err(LinkError::NotAnAddress), "{text}");
    }
    for (text, host) in [
        ("https://dailymotion.com/video/x1", "dailymotion.com"),
        ("https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ", "youtube.com.evil.example"),
        ("https://evil.example/?https://youtu.be/dQw4w9WgXcQ", "evil.example"),
    ] {
        assert_eq!(read(text), Err(LinkError::UnknownSite { host: host.to_owned() }), "{text}");
    }
    for (text, site) in [
        ("https://www.youtube.com/@nokshi", VideoSite::Youtube),
        ("https://www.youtube.com/playlist?list=PL123", VideoSite::Youtube),
        ("https://youtu.be/short", VideoSite::Youtube),
        ("https://youtu.be/dQw4w9WgX\"Q", VideoSite::Youtube),
        ("https://vimeo.com/staffpicks", VideoSite::Vimeo),
        ("https://vimeo.com/76979871/x'y", VideoSite::Vimeo),
        ("https://www.facebook.com/nokshi.bd", VideoSite::Facebook),
        ("https://fb.watch/", VideoSite::Facebook),
    ] {
        assert_eq!(read(text), Err(LinkError::NoVideo { site }), "{text}");
    }
}

proptest! {
    #[test]
    fn whatever_is_written_a_player_belongs_to_its_site_and_needs_no_quoting(
        host in "(https?://)?(www\\.|m\\.)?(youtube\\.com|youtu\\.be|vimeo\\.com|facebook\\.com|fb\\.watch|[a-z.]{1,12})",
        rest in "(/[\\PC]{0,14}|/watch|/videos|/[0-9]{1,9}|/[a-zA-Z0-9_-]{11}|/\\?v=[\\PC]{0,12}|\\?h=[\\PC]{0,8}){0,4}",
    ) {
        if let Ok(linked) = read(&format!("{host}{rest}")) {
            let origin = format!("{}/", linked.site.origin());
            prop_assert!(linked.player.starts_with(&origin), "{}", linked.player);
            for address in [&linked.player, &linked.page] {
                let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b":/?&=%._-".contains(&byte);
                prop_assert!(address.bytes().all(is_plain), "{}", address);
            }
        }
    }
}
