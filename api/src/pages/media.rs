//! `/media/{shop}/…`: what lies in the shop folder's `media`.

use std::path::{Component, Path as FilePath, PathBuf};

use alap_protocol::{error::ErrorCode, limits::MEDIA_BYTES};
use axum::{
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};

use super::headers;
use crate::{
    http::{
        asset::{Asset, Keep, mime_of},
        error::ApiError,
        part,
    },
    state::AppState,
};

/// A picture or a video of the shop.
pub async fn media(
    State(state): State<AppState>,
    Path((shop, path)): Path<(String, String)>,
    asked: HeaderMap,
) -> Result<Response, ApiError> {
    let served = state.shop();
    let mime = mime_of(&path);
    let shown = ["image/", "video/", "text/vtt"].iter().any(|kind| mime.starts_with(kind));
    if served.pack.shop.id.as_str() != shop || !shown {
        return Err(ErrorCode::NotFound.into());
    }
    let folder = served.folder.join("media");
    let read = tokio::task::spawn_blocking(move || read_inside(&folder, &path));
    let bytes = read.await.ok().flatten().ok_or(ErrorCode::NotFound)?;
    if mime.starts_with("video/") {
        return Ok(headers::sandboxed(part::answer(mime, bytes, &asked)));
    }
    let asset = Asset::precompressed(mime, bytes, None, None);
    Ok(headers::sandboxed(asset.answer(&asked, Keep::Day)))
}

/// Reads a file of the folder. Neither `..` nor a link leads out of it.
fn read_inside(folder: &FilePath, path: &str) -> Option<Vec<u8>> {
    let path = PathBuf::from(path);
    if !path.components().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    let folder = folder.canonicalize().ok()?;
    let file = folder.join(path).canonicalize().ok().filter(|file| file.starts_with(&folder))?;
    let about = std::fs::metadata(&file).ok()?;
    // A file larger than this is not served from memory, so not at all.
    if !about.is_file() || about.len() > MEDIA_BYTES {
        return None;
    }
    std::fs::read(file).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_outside_the_folder_is_read() {
        let root = tempfile::tempdir().unwrap();
        let media = root.path().join("media");
        std::fs::create_dir_all(media.join("new")).unwrap();
        std::fs::write(root.path().join("shop.toml"), "secret").unwrap();
        std::fs::write(media.join("new/শাড়ি.svg"), "<svg/>").unwrap();
        std::os::unix::fs::symlink(root.path().join("shop.toml"), media.join("link.svg")).unwrap();
        assert_eq!(read_inside(&media, "new/শাড়ি.svg").unwrap(), b"<svg/>");
        for path in ["../shop.toml", "new/../../shop.toml", "/etc/passwd", "link.svg", "new", ""] {
            assert!(read_inside(&media, path).is_none(), "{path}");
        }
    }
}
