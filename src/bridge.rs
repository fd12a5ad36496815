//! The channel to the shop page.
//!
//! The shell's script has caught the page's port, if there was one, before the wasm was here. It is used only when the
//! page's origin is one of the shop's.

use std::{cell::RefCell, mem::discriminant, rc::Rc};

use alap_protocol::{
    bridge::{FrameEvent, PageCommand},
    conversation::{PageContext, PageShopper},
    limits::PAGE_CHARS,
    locale::Locale,
};
use js_sys::{JSON, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{MessageEvent, MessagePort};

/// How the journal begins; `embed.js` writes it so.
const JOURNAL: &str = r#"{"command":"journal""#;

/// The frame's end of the channel. Cheap to clone.
#[derive(Clone, Default)]
pub(crate) struct Bridge {
    port: Rc<RefCell<Option<MessagePort>>>,
    /// What was told before the page was there to hear it.
    untold: Rc<RefCell<Vec<FrameEvent>>>,
}

impl Bridge {
    /// Does the panel lie in a frame of another page?
    pub(crate) fn is_in_frame(&self) -> bool {
        let window = window();
        window.parent().ok().flatten().is_some_and(|parent| parent != window)
    }

    /// Takes the port that the shell caught, now or when it comes, if its page is one of `origins`. The journal is
    /// handed on as it came, `{"command":"journal","events":[…]}`: whoever keeps the history reads it.
    pub(crate) fn connect(
        &self,
        origins: Vec<String>,
        on_command: impl Fn(PageCommand) + 'static,
        on_journal: impl Fn(String) + 'static,
    ) {
        let hear: Rc<dyn Fn(String)> = Rc::new(move |text| {
            if text.starts_with(JOURNAL) {
                on_journal(text);
            } else if let Some(command) = read(&text) {
                on_command(command);
            } else {
                leptos::logging::warn!("alap: a command from the page was not understood");
            }
        });
        if self.take(&origins, hear.clone()) {
            return;
        }
        let bridge = self.clone();
        let late = Closure::<dyn FnMut()>::new(move || {
            bridge.take(&origins, hear.clone());
        });
        // Without this listener there is only no page to speak with.
        let _ = window().add_event_listener_with_callback("alap-connect", late.as_ref().unchecked_ref());
        late.forget();
    }

    fn take(&self, origins: &[String], on_text: Rc<dyn Fn(String)>) -> bool {
        let Some((port, origin)) = caught() else { return false };
        // The support origin's own pages may show the panel too.
        let own = window().location().origin().is_ok_and(|own| own == origin);
        if !own && !origins.contains(&origin) {
            leptos::logging::error!("alap: this page's origin is not in the shop's page_origins: {origin}");
            return true;
        }
        let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            on_text(event.data().as_string().unwrap_or_default());
        });
        port.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        hear.forget();
        self.port.replace(Some(port));
        self.send(&FrameEvent::Ready { journal: false });
        for event in self.untold.take() {
            self.send(&event);
        }
        true
    }

    /// Tells the page, as soon as there is one.
    pub(crate) fn send(&self, event: &FrameEvent) {
        match &*self.port.borrow() {
            Some(port) => {
                // A page that is gone does not hear it.
                let _ = port.post_message(&JsValue::from_str(&write(event)));
            }
            None => {
                let mut untold = self.untold.borrow_mut();
                // Of each kind the last word counts.
                untold.retain(|known| discriminant(known) != discriminant(event));
                untold.push(event.clone());
            }
        }
    }

    /// From now on the page hands its journal over, as it grows.
    pub(crate) fn ask_journal(&self) {
        self.send(&FrameEvent::Ready { journal: true });
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

/// By the browser's own JSON and by hand: a parser of our own would weigh more than the home view.
fn read(text: &str) -> Option<PageCommand> {
    let data = JSON::parse(text).ok()?;
    Some(match field(&data, "command")?.as_str() {
        "opened" => PageCommand::Opened {},
        "closed" => PageCommand::Closed {},
        "reset" => PageCommand::Reset {},
        "ask" => PageCommand::Ask { product: field(&data, "product")? },
        "request" => PageCommand::Request { product: field(&data, "product")? },
        "locale" => PageCommand::Locale { locale: Locale::from_tag(&field(&data, "locale")?)? },
        "page" => {
            let page = Reflect::get(&data, &"page".into()).ok()?;
            let (url, title, product) =
                (field(&page, "url")?, field(&page, "title"), field(&page, "product"));
            let title = title.unwrap_or_default();
            PageCommand::Page { page: PageContext { url, title, product, shopper: None } }
        }
        "identify" => {
            let known = |name| field(&data, name);
            let (name, phone, email) = (known("name"), known("phone"), known("email"));
            PageCommand::Identify { shopper: PageShopper { name, phone, email } }
        }
        _ => return None,
    })
}

/// A text of the page, cut to what the server would take.
fn field(data: &JsValue, name: &str) -> Option<String> {
    let text = Reflect::get(data, &name.into()).ok()?.as_string()?;
    Some(if text.len() > PAGE_CHARS { text.chars().take(PAGE_CHARS).collect() } else { text })
}

fn write(event: &FrameEvent) -> String {
    let (name, detail): (&str, Option<(&str, JsValue)>) = match event {
        FrameEvent::Ready { journal } => ("ready", Some(("journal", (*journal).into()))),
        FrameEvent::Close {} => ("close", None),
        FrameEvent::Unread { count } => ("unread", Some(("count", (*count).into()))),
        FrameEvent::Conversation { open } => ("conversation", Some(("open", (*open).into()))),
        FrameEvent::Navigate { url } => ("navigate", Some(("url", url.into()))),
        FrameEvent::Height { height } => ("height", Some(("height", (*height).into()))),
        FrameEvent::Ask { product } => ("ask", Some(("product", product.into()))),
        FrameEvent::Error { code } => ("error", Some(("code", code.into()))),
    };
    let object = Object::new();
    // Setting a field of a plain object cannot fail.
    let _ = Reflect::set(&object, &"event".into(), &name.into());
    if let Some((key, value)) = detail {
        let _ = Reflect::set(&object, &key.into(), &value);
    }
    JSON::stringify(&object).map(String::from).unwrap_or_default()
}
