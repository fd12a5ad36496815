//! What a page may load and who may show it. Inline scripts and styles go by their hash, so that no other one runs.

use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};

use crate::shop::videos::ServedVideos;

/// The hashes of what stands inside a page, as a policy names them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inline {
    scripts: Vec<String>,
    styles: Vec<String>,
}

impl Inline {
    /// Reads a page that we built ourselves: plain tags, no comments around them.
    pub fn of(html: &str) -> Self {
        let scripts =
            blocks(html, "script").filter(|(tag, _)| !has_source(tag)).map(|(_, text)| hash(text)).collect();
        let styles = blocks(html, "style").map(|(_, text)| hash(text)).collect();
        Self { scripts, styles }
    }
}

/// The widget's page: shown by the shop's own pages only.
pub(crate) fn widget(
    inline: &Inline,
    ours: &[String],
    page_origins: &[String],
    videos: &ServedVideos,
) -> String {
    let shops = listed(page_origins.iter().map(String::as_str));
    let segments = listed(videos.segment_origins.iter().map(String::as_str));
    let players = listed(videos.player_origins.iter().copied());
    let frames = if players.is_empty() { " 'none'" } else { &players };
    let local = without_tls(videos);
    // Playlists are written on the device (`blob:`), with the beginnings of the files in them (`data:`). Where the browser
    // cannot play them, a script fetches both, and the segments, by itself.
    let directives = [
        format!("img-src 'self' https: data: blob:{local}"),
        format!("media-src 'self' https: blob: data:{local}"),
        format!("connect-src 'self'{} blob: data:{segments}", sockets(ours)),
        format!("frame-src{frames}"),
        format!("frame-ancestors 'self'{shops}"),
    ];
    policy(inline, &directives)
}

/// The inbox: shown by nobody else. Of videos it shows pictures only.
pub(crate) fn inbox(inline: &Inline, ours: &[String], videos: &ServedVideos) -> String {
    let local = without_tls(videos);
    let directives = [
        format!("img-src 'self' https: data: blob:{local}"),
        format!("media-src 'self' https: blob:{local}"),
        format!("connect-src 'self'{}", sockets(ours)),
        "frame-src 'none'".to_owned(),
        "frame-ancestors 'none'".to_owned(),
    ];
    policy(inline, &directives)
}

fn policy(inline: &Inline, directives: &[String]) -> String {
    let scripts = inline.scripts.join("");
    let styles = inline.styles.join("");
    let directives = directives.join("; ");
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{styles}; {directives}; \
         font-src 'self'; manifest-src 'self'; worker-src 'none'; base-uri 'none'; form-action 'none'"
    )
}

/// Where segments lie that `https:` does not cover: a server that is tried out on the seller's own machine.
fn without_tls(videos: &ServedVideos) -> String {
    let origins = videos.segment_origins.iter().map(String::as_str);
    listed(origins.filter(|origin| origin.starts_with("http:")))
}

fn listed<'a>(origins: impl Iterator<Item = &'a str>) -> String {
    origins.filter(|origin| is_origin(origin)).map(|origin| format!(" {origin}")).collect()
}

fn sockets(ours: &[String]) -> String {
    ours.iter()
        .filter_map(|origin| origin.strip_prefix("http"))
        // A policy knows no IPv6 address; 'self' covers it.
        .filter(|rest| !rest.contains('['))
        .map(|rest| format!(" ws{rest}"))
        .collect()
}

/// Nothing gets into the header that could end a directive.
fn is_origin(origin: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ':' | '/');
    origin.starts_with("http") && origin.chars().all(plain)
}

fn hash(text: &str) -> String {
    format!(" 'sha256-{}'", Base64::encode_string(&Sha256::digest(text)))
}

/// Each element of this name: its opening tag, and what stands in it.
fn blocks<'h>(html: &'h str, name: &'static str) -> impl Iterator<Item = (&'h str, &'h str)> {
    let mut rest = html;
    std::iter::from_fn(move || {
        loop {
            let at = find(rest, &format!("<{name}"))?;
            let tag = rest.get(at + 1 + name.len()..)?;
            if !tag.starts_with(|c: char| c == '>' || c.is_ascii_whitespace()) {
                rest = tag;
                continue;
            }
            let (attributes, inside) = tag.split_once('>')?;
            let end = find(inside, &format!("</{name}"))?;
            let (text, after) = inside.split_at_checked(end)?;
            rest = after;
            return Some((attributes, text));
        }
    })
}

fn find(text: &str, what: &str) -> Option<usize> {
    text.as_bytes().windows(what.len()).position(|window| window.eq_ignore_ascii_case(what.as_bytes()))
}

fn has_source(attributes: &str) -> bool {
    attributes.split_ascii_whitespace().any(|attribute| attribute.starts_with("src="))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_inside_a_page_goes_by_its_hash() {
        let html = "<style>a{}</style><script type=module src=/x.js></script><SCRIPT>\nlet a = 1 < 2;\n</SCRIPT><styled>b</styled>";
        let inline = Inline::of(html);
        assert_eq!(inline.styles, [hash("a{}")]);
        assert_eq!(inline.scripts, [hash("\nlet a = 1 < 2;\n")]);
    }

    #[test]
    fn the_hash_is_the_one_that_browsers_make() {
        assert_eq!(hash("alert(1)"), " 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='");
    }

    #[test]
    fn only_the_shops_pages_may_show_the_widget() {
        let origins = ["https://nokshi.example".to_owned(), "https://x.example; script-src *".to_owned()];
        let none = ServedVideos::default();
        let policy = widget(&Inline::default(), &["https://chat.example".to_owned()], &origins, &none);
        assert!(policy.contains("frame-ancestors 'self' https://nokshi.example;"), "{policy}");
        assert!(policy.contains("connect-src 'self' wss://chat.example blob: data:;"), "{policy}");
        assert!(!policy.contains("script-src *"), "{policy}");
        assert!(inbox(&Inline::default(), &[], &none).contains("frame-ancestors 'none'"));
    }

    #[test]
    fn only_the_sites_and_hosts_of_the_shops_own_videos_are_reached() {
        let none = ServedVideos::default();
        let policy = widget(&Inline::default(), &[], &[], &none);
        assert!(policy.contains("frame-src 'none';") && policy.contains("worker-src 'none';"), "{policy}");
        assert!(policy.contains("media-src 'self' https: blob: data:;"), "{policy}");
        let mut videos = ServedVideos::default();
        let origins = ["https://cdn.example", "http://127.0.0.1:9000", "https://x; script-src *"];
        videos.segment_origins.extend(origins.map(str::to_owned));
        videos.player_origins.insert("https://player.vimeo.com");
        let policy = widget(&Inline::default(), &[], &[], &videos);
        for directive in [
            "frame-src https://player.vimeo.com;",
            "connect-src 'self' blob: data: http://127.0.0.1:9000 https://cdn.example;",
            "media-src 'self' https: blob: data: http://127.0.0.1:9000;",
            "img-src 'self' https: data: blob: http://127.0.0.1:9000;",
        ] {
            assert!(policy.contains(directive), "{directive} in {policy}");
        }
        assert!(!policy.contains("script-src *"), "{policy}");
        let inbox = inbox(&Inline::default(), &[], &videos);
        assert!(inbox.contains("img-src 'self' https: data: blob: http://127.0.0.1:9000;"), "{inbox}");
        assert!(inbox.contains("frame-src 'none';") && !inbox.contains("vimeo"), "{inbox}");
    }
}
