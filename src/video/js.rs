//! What a browser may or may not have, by its name. One way for all: a binding of its own for each would weigh on the part.

use js_sys::{Array, Function, Promise, Reflect};
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A property; `undefined` where there is none, or nothing to have one.
#[inline(never)]
pub(super) fn get(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// A property that is a number; `NaN` where it is none.
#[inline(never)]
pub(super) fn number(of: &JsValue, name: &str) -> f64 {
    get(of, name).as_f64().unwrap_or(f64::NAN)
}

/// Sets a property. What cannot be set stays as it is.
#[inline(never)]
pub(super) fn set(of: &JsValue, name: &str, value: &JsValue) {
    let _ = Reflect::set(of, &name.into(), value);
}

/// Calls a method; `undefined` where there is none, or it refuses.
#[inline(never)]
pub(super) fn call(of: &JsValue, name: &str, arguments: &[&JsValue]) -> JsValue {
    let called = get(of, name).dyn_into::<Function>().map(|method| {
        let arguments: Array = arguments.iter().copied().collect();
        method.apply(of, &arguments)
    });
    called.ok().and_then(Result::ok).unwrap_or(JsValue::UNDEFINED)
}

/// What is done once something has come, or has not.
pub(super) type Then = Box<dyn FnOnce(Result<JsValue, JsValue>)>;

/// Waits for a promise; what is no promise has failed.
#[inline(never)]
pub(super) fn then(promise: JsValue, act: Then) {
    spawn_local(async move {
        act(match promise.dyn_into::<Promise>() {
            Ok(promise) => JsFuture::from(promise).await,
            Err(other) => Err(other),
        });
    });
}
