//! A picture on its way to the server. By `XMLHttpRequest`: only there a browser tells how far it has come.

use alap_protocol::id::PhotoId;
use futures::channel::oneshot;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Blob, ProgressEvent, XmlHttpRequest};

use super::{
    http::photo_address,
    state::{State, Upload},
};
use crate::{
    credentials::Credentials,
    http::{Fault, fault},
};

/// Longer than this, a small picture is stuck.
const WITHIN_MILLISECONDS: u32 = 120_000;

/// Sends a picture. The same again is the same picture.
pub(super) async fn send(
    state: State,
    credentials: &Credentials,
    id: PhotoId,
    photo: &Blob,
) -> Result<(), Fault> {
    state.uploads.update(|uploads| {
        uploads.insert(id, Upload::Going(0));
    });
    let sent = transfer(state, credentials, id, photo).await;
    state.uploads.update(|uploads| match sent {
        Ok(()) => {
            uploads.remove(&id);
        }
        Err(_) => {
            uploads.insert(id, Upload::Failed);
        }
    });
    sent
}

async fn transfer(state: State, credentials: &Credentials, id: PhotoId, photo: &Blob) -> Result<(), Fault> {
    let request = XmlHttpRequest::new().map_err(|_| Fault::Away)?;
    request.open("PUT", &photo_address(credentials, id)).map_err(|_| Fault::Away)?;
    request.set_timeout(WITHIN_MILLISECONDS);
    request.set_request_header("authorization", &credentials.bearer()).map_err(|_| Fault::Away)?;
    request.set_request_header("content-type", &photo.type_()).map_err(|_| Fault::Away)?;
    let (tell, ended) = oneshot::channel();
    let on_end = Closure::once(move || {
        // Nobody waits for it any more only when the page goes.
        let _ = tell.send(());
    });
    let on_progress = Closure::<dyn FnMut(ProgressEvent)>::new(move |event: ProgressEvent| {
        if event.length_computable() && event.total() > 0.0 {
            let percent = (event.loaded() / event.total() * 100.0) as u8;
            state.uploads.update(|uploads| {
                uploads.insert(id, Upload::Going(percent));
            });
        }
    });
    if let Ok(upload) = request.upload() {
        upload.set_onprogress(Some(on_progress.as_ref().unchecked_ref()));
    }
    // However it ends: sent, failed, too late.
    request.set_onloadend(Some(on_end.as_ref().unchecked_ref()));
    request.send_with_opt_blob(Some(photo)).map_err(|_| Fault::Away)?;
    let ended = ended.await;
    request.set_onloadend(None);
    ended.map_err(|_| Fault::Away)?;
    match request.status().unwrap_or(0) {
        200..=299 => Ok(()),
        status => Err(fault(status, &request.response_text().ok().flatten().unwrap_or_default())),
    }
}
