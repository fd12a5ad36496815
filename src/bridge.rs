//! The channel to the shop page.
//!
//! The shell's script has caught the page's port, if there was one, before the wasm was here. It is used only when the
//! page's origin is one of the shop's.

use std::{cell::RefCell, rc::Rc};

use alap_protocol::bridge::{FrameEvent, PageCommand};
use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{MessageEvent, MessagePort};

/// The frame's end of the channel. Cheap to clone.
#[derive(Clone, Default)]
pub(crate) struct Bridge {
    port: Rc<RefCell<Option<MessagePort>>>,
}

impl Bridge {
    /// Does the panel lie in a frame of another page?
    pub(crate) fn is_in_frame(&self) -> bool {
        let window = window();
        window.parent().ok().flatten().is_some_and(|parent| parent != window)
    }

    /// Takes the port that the shell caught, now or when it comes, if its page is one of `origins`.
    pub(crate) fn connect(&self, origins: Vec<String>, on_command: impl Fn(PageCommand) + 'static) {
        let on_command = Rc::new(on_command);
        if self.take(&origins, on_command.clone()) {
            return;
        }
        let bridge = self.clone();
        let late = Closure::<dyn FnMut()>::new(move || {
            bridge.take(&origins, on_command.clone());
        });
        // Without this listener there is only no page to speak with.
        let _ = window().add_event_listener_with_callback("alap-connect", late.as_ref().unchecked_ref());
        late.forget();
    }

    fn take(&self, origins: &[String], on_command: Rc<dyn Fn(PageCommand)>) -> bool {
        let Some((port, origin)) = caught() else { return false };
        // The support origin's own pages may show the panel too.
        let own = window().location().origin().is_ok_and(|own| own == origin);
        if !own && !origins.contains(&origin) {
            leptos::logging::error!("alap: this page's origin is not in the shop's page_origins: {origin}");
            return true;
        }
        let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let command = event.data().as_string().and_then(|text| serde_json::from_str(&text).ok());
            match command {
                Some(command) => on_command(command),
                None => leptos::logging::warn!("alap: a command from the page was not understood"),
            }
        });
        port.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        hear.forget();
        self.port.replace(Some(port));
        self.send(&FrameEvent::Ready {});
        true
    }

    /// Tells the page. Without a page there is nobody to tell.
    pub(crate) fn send(&self, event: &FrameEvent) {
        if let (Some(port), Ok(text)) = (&*self.port.borrow(), serde_json::to_string(event)) {
            // A page that is gone does not hear it.
            let _ = port.post_message(&JsValue::from_str(&text));
        }
    }

    /// Is there a page?
    pub(crate) fn is_connected(&self) -> bool {
        self.port.borrow().is_some()
    }
}

fn caught() -> Option<(MessagePort, String)> {
    let early = Reflect::get(&window(), &"__alap".into()).ok()?;
    let port = Reflect::get(&early, &"port".into()).ok()?.dyn_into().ok()?;
    let origin = Reflect::get(&early, &"origin".into()).ok()?.as_string()?;
    Some((port, origin))
}
