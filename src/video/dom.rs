//! The few things that the player does to its page. They do nothing where nothing has changed: who listens hears no word twice.
//! All parts have names of their own in the whole page, so that nobody has to say where to look.

use alap_protocol::locale::Locale;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event};

use super::{
    js::{call, function, get, number, set, tell},
    words::tr,
};

/// The part with this name; `undefined` where it is not drawn.
#[inline(never)]
pub(super) fn part(name: &str) -> JsValue {
    document().get_element_by_id(name).map_or(JsValue::UNDEFINED, Into::into)
}

/// All that a selector names.
#[inline(never)]
pub(super) fn all(selector: &str) -> Vec<Element> {
    let found = tell(&document(), "querySelectorAll", selector);
    let places = (0..number(&found, "length") as u32).map(|place| get(&found, &place.to_string()));
    places.filter_map(|found| found.dyn_into().ok()).collect()
}

#[inline(never)]
fn put(of: &JsValue, name: &str, value: &JsValue) {
    if !of.is_undefined() && get(of, name) != *value {
        set(of, name, value);
    }
}

/// Sets a property of something to a text.
#[inline(never)]
pub(super) fn put_text(of: &JsValue, name: &str, text: &str) {
    put(of, name, &text.into());
}

/// A part's property, as a text.
#[inline(never)]
pub(super) fn set_text(part_name: &str, name: &str, text: &str) {
    put_text(&part(part_name), name, text);
}

/// A part's property, as a yes or a no.
#[inline(never)]
pub(super) fn set_flag(part_name: &str, name: &str, is_it: bool) {
    put(&part(part_name), name, &is_it.into());
}

/// Hides a part, or shows it.
#[inline(never)]
pub(super) fn show(name: &str, shown: bool) {
    set_flag(name, "hidden", !shown);
}

/// The words of a part.
#[inline(never)]
pub(super) fn say(name: &str, words: &str) {
    set_text(name, "textContent", words);
}

/// Sets an attribute of a part, or takes it away.
#[inline(never)]
pub(super) fn mark(part_name: &str, name: &str, value: Option<&str>) {
    if let Ok(part) = part(part_name).dyn_into::<Element>() {
        mark_it(&part, name, value);
    }
}

/// Sets an attribute, or takes it away.
#[inline(never)]
pub(super) fn mark_it(of: &Element, name: &str, value: Option<&str>) {
    if of.get_attribute(name).as_deref() != value {
        // Names of attributes are ours, and good.
        let _ = match value {
            Some(value) => of.set_attribute(name, value),
            None => of.remove_attribute(name),
        };
    }
}

/// Gives a part a class, or takes it away.
#[inline(never)]
pub(super) fn class(part_name: &str, class: &str, is_it: bool) {
    call(&get(&part(part_name), "classList"), "toggle", &[&class.into(), &is_it.into()]);
}

/// Brings the words of the templates in: `data-t` stands for a text, `data-l` for a name.
#[inline(never)]
pub(super) fn translate(locale: Locale) {
    for element in all("[data-t],[data-l]") {
        if let Some(key) = element.get_attribute("data-t") {
            put_text(&element, "textContent", &tr(locale, &key));
        } else if let Some(key) = element.get_attribute("data-l") {
            mark_it(&element, "aria-label", Some(&tr(locale, &key)));
            if element.has_attribute("data-control") {
                put_text(&element, "title", &tr(locale, &key));
            }
        }
    }
}

/// New elements at the end of another, from a template of ours: the outermost one.
#[inline(never)]
pub(super) fn add(into: &JsValue, template: &str) -> JsValue {
    call(into, "insertAdjacentHTML", &[&"beforeend".into(), &template.into()]);
    get(into, "lastElementChild")
}

/// Gives something an attribute.
#[inline(never)]
pub(super) fn give(of: &JsValue, name: &str, value: &str) {
    call(of, "setAttribute", &[&name.into(), &value.into()]);
}

/// The first of the elements in another that a selector names.
#[inline(never)]
pub(super) fn inner(of: &JsValue, selector: &str) -> JsValue {
    tell(of, "querySelector", selector)
}

/// Sets a property of a part's style.
#[inline(never)]
pub(super) fn style(of: &JsValue, name: &str, value: &str) {
    set(&get(of, "style"), name, &value.into());
}

/// Hears events for as long as there is the page. What a browser does not have is not missed.
#[inline(never)]
pub(super) fn hear(target: &JsValue, events: &[&str], act: fn(&Event)) {
    let hear = function(Box::new(move |event, _| act(event.unchecked_ref())));
    for event in events {
        call(target, "addEventListener", &[&(*event).into(), &hear]);
    }
}
