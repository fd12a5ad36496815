//! What a browser may or may not have, by its name. One way for all: a binding of its own for each would weigh on the part.

use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::{prelude::window, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
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

/// A property that is a text.
#[inline(never)]
pub(super) fn text(of: &JsValue, name: &str) -> Option<String> {
    get(of, name).as_string()
}

/// Is there such a property, and is it anything but nothing?
#[inline(never)]
pub(super) fn flag(of: &JsValue, name: &str) -> bool {
    get(of, name).is_truthy()
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

/// Calls a method with a text.
#[inline(never)]
pub(super) fn tell(of: &JsValue, name: &str, what: &str) -> JsValue {
    call(of, name, &[&what.into()])
}

/// Fetches something, as this media type where it matters, within so many milliseconds.
#[inline(never)]
pub(super) fn fetch(address: &str, accept: &str, within: u32) -> JsValue {
    let (headers, options) = (Object::new(), Object::new());
    set(&headers, "accept", &accept.into());
    set(&options, "headers", &headers);
    // A browser without it waits as long as it likes.
    set(&options, "signal", &call(&get(&window(), "AbortSignal"), "timeout", &[&within.into()]));
    call(&window(), "fetch", &[&address.into(), &options])
}

/// A function for a browser that calls us as long as there is the page, with up to two things. One type for all: each has
/// bindings of its own.
#[inline(never)]
pub(super) fn function(act: Box<dyn FnMut(JsValue, JsValue)>) -> JsValue {
    Closure::wrap(act).into_js_value()
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

/// Does something when what is being done now is done: what was just drawn stands in the page then. In this task yet.
#[inline(never)]
pub(super) fn soon(act: fn(Result<JsValue, JsValue>)) {
    then(Promise::resolve(&JsValue::UNDEFINED).into(), Box::new(act));
}
