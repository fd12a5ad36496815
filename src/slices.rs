//! Long work in slices, between which the page draws and answers taps.

use gloo_timers::future::TimeoutFuture;

/// So long at a time: half a frame.
const SLICE_MILLISECONDS: f64 = 8.0;

/// Takes one small step after the other until one brings the result.
pub(crate) async fn in_slices<T>(mut step: impl FnMut() -> Option<T>) -> T {
    loop {
        let until = js_sys::Date::now() + SLICE_MILLISECONDS;
        while js_sys::Date::now() < until {
            if let Some(result) = step() {
                return result;
            }
        }
        TimeoutFuture::new(0).await;
    }
}
