//! The few things that the player does to its page. They do nothing where nothing has changed: who listens hears no word twice.

use alap_protocol::locale::Locale;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Element, Event, EventTarget};

use super::{
    js::{call, get, number, set},
    words::tr,
};

/// The part of the player with this name.
#[inline(never)]
pub(super) fn part(root: &Element, name: &str) -> JsValue {
    root.query_selector(&format!("[data-at={name}]")).ok().flatten().map_or(JsValue::UNDEFINED, Into::into)
}

/// All that a selector names.
#[inline(never)]
pub(super) fn all(root: &Element, selector: &str) -> Vec<Element> {
    let found = call(root, "querySelectorAll", &[&selector.into()]);
    let places = (0..number(&found, "length") as u32).map(|place| get(&found, &place.to_string()));
    places.filter_map(|found| found.dyn_into().ok()).collect()
}

/// Sets a property to a text, a number, a yes or a no.
#[inline(never)]
pub(super) fn put(of: &JsValue, name: &str, value: &JsValue) {
    if !of.is_undefined() && get(of, name) != *value {
        set(of, name, value);
    }
}

/// Sets a property of a part.
#[inline(never)]
pub(super) fn put_part(root: &Element, part_name: &str, name: &str, value: &JsValue) {
    put(&part(root, part_name), name, value);
}

/// Hides a part, or shows it.
#[inline(never)]
pub(super) fn show(root: &Element, name: &str, shown: bool) {
    put_part(root, name, "hidden", &(!shown).into());
}

/// The words of a part.
#[inline(never)]
pub(super) fn say(root: &Element, name: &str, words: &str) {
    put_part(root, name, "textContent", &words.into());
}

/// Sets an attribute, or takes it away.
#[inline(never)]
pub(super) fn mark(of: &JsValue, name: &str, value: Option<&str>) {
    let Some(of) = of.dyn_ref::<Element>() else { return };
    if of.get_attribute(name).as_deref() != value {
        // Names of attributes are ours, and good.
        let _ = match value {
            Some(value) => of.set_attribute(name, value),
            None => of.remove_attribute(name),
        };
    }
}

/// Names a control, for the eye and for the ear.
#[inline(never)]
pub(super) fn name(of: &JsValue, words: &str) {
    mark(of, "aria-label", Some(words));
    mark(of, "title", Some(words));
}

/// Brings the words of a template in: `data-t` stands for a text, `data-l` for a name.
#[inline(never)]
pub(super) fn translate(root: &Element, locale: Locale) {
    for element in all(root, "[data-t],[data-l]") {
        if let Some(key) = element.get_attribute("data-t") {
            put(&element, "textContent", &tr(locale, &key).into());
        } else if let Some(key) = element.get_attribute("data-l") {
            mark(&element, "aria-label", Some(&tr(locale, &key)));
        }
    }
}

/// A new element with a class and words, put at the end of another.
#[inline(never)]
pub(super) fn add(into: &JsValue, tag: &str, class: &str, words: &str) -> JsValue {
    let Some(made) = document().create_element(tag).ok() else { return JsValue::UNDEFINED };
    made.set_class_name(class);
    if !words.is_empty() {
        made.set_text_content(Some(words));
    }
    if let Some(into) = into.dyn_ref::<Element>() {
        // An element of ours takes another.
        let _ = into.append_child(&made);
    }
    made.into()
}

/// Sets a property of its style.
#[inline(never)]
pub(super) fn style(of: &JsValue, name: &str, value: &str) {
    set(&get(of, "style"), name, &value.into());
}

/// Hears events for as long as there is the page. What a browser does not have is not missed.
#[inline(never)]
pub(super) fn hear(target: &EventTarget, events: &[&str], act: fn(&Event)) {
    let hear = Closure::<dyn FnMut(Event)>::new(move |event: Event| act(&event));
    for event in events {
        let _ = target.add_event_listener_with_callback(event, hear.as_ref().unchecked_ref());
    }
    hear.forget();
}
