//! Addresses of videos at other sites: which site, its player, the page there. Nothing of an address gets into a player's but
//! its id, and an id has plain letters only.

mod address;

use alap_protocol::video::{Linked, VideoSite};
use thiserror::Error;

use address::Address;

/// Why an address cannot be shown in the panel.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LinkError {
    /// No `https://…`.
    #[error("this is not a web address")]
    NotAnAddress,
    /// None of the sites.
    #[error("{host} is none of YouTube, Facebook and Vimeo")]
    UnknownSite {
        /// The host that is named.
        host: String,
    },
    /// A channel, a playlist, the front page.
    #[error("this is not the address of one video at {}", .site.name())]
    NoVideo {
        /// The site.
        site: VideoSite,
    },
}

/// Recognises the address of a video. A moment in it (`t=42`) is left out: whoever shows the player says where it begins.
pub fn read(text: &str) -> Result<Linked, LinkError> {
    let address = Address::read(text).ok_or(LinkError::NotAnAddress)?;
    let (site, linked) = match address.host.as_str() {
        "youtube.com" | "youtube-nocookie.com" | "youtu.be" => (VideoSite::Youtube, youtube(&address)),
        "vimeo.com" | "player.vimeo.com" => (VideoSite::Vimeo, vimeo(&address)),
        "facebook.com" | "fb.com" | "fb.watch" => (VideoSite::Facebook, facebook(&address)),
        host => return Err(LinkError::UnknownSite { host: host.to_owned() }),
    };
    linked.ok_or(LinkError::NoVideo { site })
}

fn youtube(address: &Address<'_>) -> Option<Linked> {
    let id = match (address.host.as_str(), address.path.as_slice()) {
        ("youtu.be", [id]) => *id,
        (_, ["watch"]) => address.value("v")?,
        (_, ["shorts" | "embed" | "live" | "v", id]) => *id,
        _ => return None,
    };
    let is_id =
        id.len() == 11 && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    is_id.then(|| Linked {
        site: VideoSite::Youtube,
        // Within the page on an iPhone, and no videos of others at the end.
        player: format!("{}/embed/{id}?playsinline=1&rel=0", VideoSite::Youtube.origin()),
        page: format!("https://www.youtube.com/watch?v={id}"),
    })
}

fn vimeo(address: &Address<'_>) -> Option<Linked> {
    let (id, hash) = match address.path.as_slice() {
        ["video", id] | ["manage", "videos", id] => (*id, None),
        ["channels", _, id] | ["groups", _, "videos", id] | ["album" | "showcase", _, "video", id] => {
            (*id, None)
        }
        [id] => (*id, None),
        [id, hash] => (*id, Some(*hash)),
        _ => return None,
    };
    // A video that is not listed has a second half to its name.
    let hash = hash.or_else(|| address.value("h"));
    let is_hash =
        |hash: &str| (4..=40).contains(&hash.len()) && hash.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if !is_number(id) || hash.is_some_and(|hash| !is_hash(hash)) {
        return None;
    }
    let (asked, path) = hash.map_or_else(Default::default, |hash| (format!("h={hash}&"), format!("/{hash}")));
    Some(Linked {
        site: VideoSite::Vimeo,
        player: format!("{}/video/{id}?{asked}dnt=1", VideoSite::Vimeo.origin()),
        page: format!("https://vimeo.com/{id}{path}"),
    })
}

fn facebook(address: &Address<'_>) -> Option<Linked> {
    let numbered = |id: &str| is_number(id).then(|| format!("https://www.facebook.com/watch/?v={id}"));
    let is_code = |code: &str| {
        (4..=40).contains(&code.len())
            && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
    };
    let page = match (address.host.as_str(), address.path.as_slice()) {
        ("fb.watch", [code]) if is_code(code) => format!("https://fb.watch/{code}/"),
        ("fb.watch", _) => return None,
        (_, ["share", kind @ ("v" | "r"), code]) if is_code(code) => {
            format!("https://www.facebook.com/share/{kind}/{code}/")
        }
        (_, ["reel" | "reels", id]) if is_number(id) => format!("https://www.facebook.com/reel/{id}"),
        (_, ["watch"] | ["watch", "live"] | ["video.php"]) => numbered(address.value("v")?)?,
        (_, [page, "videos", .., id]) if is_number(id) && is_page(page) => {
            format!("https://www.facebook.com/{page}/videos/{id}/")
        }
        (_, [_, "videos", .., id]) => numbered(id)?,
        _ => return None,
    };
    Some(Linked {
        site: VideoSite::Facebook,
        player: format!(
            "{}/plugins/video.php?show_text=false&href={}",
            VideoSite::Facebook.origin(),
            address::escaped(&page)
        ),
        page,
    })
}

fn is_number(text: &str) -> bool {
    (1..=20).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The name of a page, where it has plain letters.
fn is_page(text: &str) -> bool {
    (1..=80).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'))
        && text.bytes().any(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests;
