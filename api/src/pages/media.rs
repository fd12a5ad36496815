//! `/media/{shop}/…`: what lies in the shop folder's `media`.

use std::{
    ffi::OsStr,
    io,
    path::{Component, Path as FilePath, PathBuf},
};

use alap_protocol::{error::ErrorCode, id::VideoId};
use axum::{
    extract::{Path, RawQuery, State},
    http::{HeaderMap, Method},
    response::Response,
};

use super::headers;
use crate::{
    http::{
        asset::{Keep, mime_of},
        error::ApiError,
        file::OpenFile,
    },
    state::AppState,
};

/// Types that are shown; whatever else lies there is for nobody.
const SHOWN: [&str; 4] = ["image/", "video/", "text/vtt", "application/vnd.apple.mpegurl"];
/// Where the files of the shop's own videos lie in `media`.
const MADE: &str = "videos/";

/// A picture, a video, or a part of one.
pub async fn media(
    State(state): State<AppState>,
    Path((shop, path)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    method: Method,
    asked: HeaderMap,
) -> Result<Response, ApiError> {
    let served = state.shop();
    let mime = mime_of(&path);
    if served.pack.shop.id.as_str() != shop || !SHOWN.iter().any(|kind| mime.starts_with(kind)) {
        return Err(ErrorCode::NotFound.into());
    }
    let folder = served.folder.join("media");
    let made = path.strip_prefix(MADE).map(|rest| rest.split('/').next().unwrap_or_default());
    let is_made = made.is_some();
    let version =
        made.and_then(|id| VideoId::parse(id).ok()).and_then(|id| served.videos.get(&id)?.files.as_deref());
    let keep = keep(is_made, version, query.as_deref());
    let opened = tokio::task::spawn_blocking(move || open_inside(&folder, &path));
    let file = opened.await.ok().flatten().ok_or(ErrorCode::NotFound)?;
    let answer = file.answer(mime, &method, &asked, keep).await.map_err(unreadable)?;
    let answer = headers::sandboxed(answer);
    Ok(if is_made { headers::for_any_page(answer) } else { answer })
}

/// A video that is made anew has its segments under the same names, and an old one among new ones breaks it. So they are kept for
/// five minutes, in which nobody who goes back and forth asks twice, and then only while the tag is the same; for good where
/// the address names the version that is served now. Of another one, such as one that this server has not read yet, nobody
/// knows whether the file is of it.
fn keep(is_made: bool, version: Option<&str>, query: Option<&str>) -> Keep {
    let asked = query.and_then(|query| query.strip_prefix("v=")).filter(|v| !v.is_empty());
    match is_made {
        true if asked.is_some() && asked == version => Keep::Forever,
        true => Keep::Minutes,
        false => Keep::Day,
    }
}

fn unreadable(error: io::Error) -> ApiError {
    tracing::error!(%error, "a file of the shop's media cannot be read");
    ErrorCode::Internal.into()
}

/// Opens a file of the folder. Neither `..` nor a link leads out of it, and what is hidden, such as a video that is still being
/// made, is not there.
fn open_inside(folder: &FilePath, path: &str) -> Option<OpenFile> {
    let path = PathBuf::from(path);
    let is_plain = |name: &OsStr| !name.as_encoded_bytes().starts_with(b".");
    if !path.components().all(|part| matches!(part, Component::Normal(name) if is_plain(name))) {
        return None;
    }
    let folder = folder.canonicalize().ok()?;
    let file = folder.join(path).canonicalize().ok().filter(|file| file.starts_with(&folder))?;
    OpenFile::open(&file).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_outside_the_folder_is_opened_and_nothing_hidden() {
        let root = tempfile::tempdir().unwrap();
        let media = root.path().join("media");
        for folder in ["new", "videos/.kantha.part"] {
            std::fs::create_dir_all(media.join(folder)).unwrap();
        }
        std::fs::write(root.path().join("shop.toml"), "secret").unwrap();
        for file in ["new/শাড়ি.svg", "new/.hidden.svg", "videos/.kantha.part/plain.mp4"] {
            std::fs::write(media.join(file), "<svg/>").unwrap();
        }
        std::os::unix::fs::symlink(root.path().join("shop.toml"), media.join("link.svg")).unwrap();
        assert!(open_inside(&media, "new/শাড়ি.svg").is_some());
        for path in [
            "../shop.toml",
            "new/../../shop.toml",
            "/etc/passwd",
            "link.svg",
            "new",
            "",
            "new/.hidden.svg",
            "videos/.kantha.part/plain.mp4",
            "./new/শাড়ি.svg",
        ] {
            assert!(open_inside(&media, path).is_none(), "{path}");
        }
    }

    #[test]
    fn what_may_be_made_anew_under_its_name_is_kept_for_minutes_only() {
        for (is_made, version, query, kept) in [
            (true, Some("1f"), None, Keep::Minutes),
            (true, Some(""), Some("v="), Keep::Minutes),
            (true, Some("1f"), Some("v=1f"), Keep::Forever),
            (true, Some("1f"), Some("v=1e"), Keep::Minutes),
            (true, None, Some("v=1f"), Keep::Minutes),
            (false, None, None, Keep::Day),
            (false, None, Some("v=1"), Keep::Day),
        ] {
            assert_eq!(keep(is_made, version, query), kept, "{is_made} {version:?} {query:?}");
        }
    }
}
