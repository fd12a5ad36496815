//! Pictures: made smaller on this device before they are kept. What a camera writes into them (place, time) stays behind.

use alap_protocol::id::PhotoId;
use alap_ui::words::number;
use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, File, HtmlCanvasElement, ImageBitmap};

use super::{http, state::State, words::tr_with};
use crate::random::new_id;

/// Pixels of the longer side, at most.
const LONGEST_SIDE: f64 = 1_600.0;
/// Bytes that a picture should not have more of.
const BYTES: f64 = 600.0 * 1_024.0;
/// Larger files would take all the memory of a small phone.
const FILE_BYTES: f64 = 40.0 * 1_024.0 * 1_024.0;
/// Tried one after the other, until the picture is small enough: its side and its quality.
const TRIES: [(f64, f64); 4] = [(1.0, 0.8), (1.0, 0.65), (0.75, 0.6), (0.5, 0.5)];

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PhotoFault {
    /// It is no picture that this browser can draw.
    NoPicture,
    /// It has too many bytes.
    TooLarge,
}

impl PhotoFault {
    /// The sentence for it.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::NoPicture => "photo.none",
            Self::TooLarge => "photo.too_large",
        }
    }
}

/// Takes a file in: made smaller, written down, and named.
pub(super) async fn take(state: State, file: &File) -> Result<PhotoId, PhotoFault> {
    if file.size() > FILE_BYTES {
        return Err(PhotoFault::TooLarge);
    }
    let erased = state.erased.get_value();
    let photo = smaller(file).await.map_err(|_| PhotoFault::NoPicture)?;
    if state.erased.get_value() != erased {
        return Err(PhotoFault::NoPicture);
    }
    let id = PhotoId(new_id().ok_or(PhotoFault::NoPicture)?);
    state.photos.update_value(|photos| {
        photos.insert(id, photo.clone());
    });
    state.storage().write_photo(&id.to_string(), &photo).await;
    Ok(id)
}

/// How many are being made ready, as a sentence; followed. What they belong to is not sent meanwhile.
pub(super) fn preparing(state: State) -> Option<String> {
    let (locale, count) = (state.panel.locale.get(), state.preparing.get());
    (count != 0).then(|| tr_with(locale, "photo.preparing", &[("count", &number(locale, count))]))
}

/// A picture of this device.
pub(super) async fn find(state: State, id: PhotoId) -> Option<Blob> {
    match state.photos.with_value(|photos| photos.get(&id).cloned()) {
        Some(photo) => Some(photo),
        None => state.storage().read_photo(&id.to_string()).await,
    }
}

/// The same, or else from the server, where it belongs to the conversation.
pub(super) async fn find_anywhere(state: State, id: PhotoId) -> Option<Blob> {
    if let Some(photo) = find(state, id).await {
        return Some(photo);
    }
    let credentials = untrack(|| state.credentials())?;
    let photo = http::photo(&credentials, id).await.ok()?;
    state.photos.update_value(|photos| {
        photos.insert(id, photo.clone());
    });
    Some(photo)
}

async fn smaller(file: &File) -> Result<Blob, JsValue> {
    // Turned as the camera says.
    let bitmap = JsFuture::from(window().create_image_bitmap_with_blob(file)?).await?;
    let bitmap: ImageBitmap = bitmap.dyn_into()?;
    let (width, height) = (f64::from(bitmap.width()), f64::from(bitmap.height()));
    let fits = (LONGEST_SIDE / width.max(height)).min(1.0);
    let mut last = Err(JsValue::NULL);
    for (side, quality) in TRIES {
        last = drawn(&bitmap, width * fits * side, height * fits * side, quality).await;
        if last.as_ref().is_ok_and(|photo| photo.size() <= BYTES) {
            break;
        }
    }
    bitmap.close();
    last
}

async fn drawn(bitmap: &ImageBitmap, width: f64, height: f64, quality: f64) -> Result<Blob, JsValue> {
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
    let (width, height) = (width.round().max(1.0), height.round().max(1.0));
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into::<CanvasRenderingContext2d>()?;
    // What is transparent would be black.
    context.set_fill_style_str("#fff");
    context.fill_rect(0.0, 0.0, width, height);
    context.draw_image_with_image_bitmap_and_dw_and_dh(bitmap, 0.0, 0.0, width, height)?;
    let made = Promise::new(&mut |resolve, reject| {
        let take = Closure::once_into_js(move |photo: JsValue| {
            // A promise takes what it is given.
            let _ = resolve.call1(&JsValue::NULL, &photo);
        });
        let begun = canvas.to_blob_with_type_and_encoder_options(
            take.unchecked_ref(),
            "image/jpeg",
            &JsValue::from_f64(quality),
        );
        if let Err(error) = begun {
            // See above.
            let _ = reject.call1(&JsValue::NULL, &error);
        }
    });
    let photo = JsFuture::from(made).await?;
    // Free its memory now, not when it is collected.
    canvas.set_width(0);
    photo.dyn_into()
}
