//! The agents' socket. It stays up by itself: a cut, a silence or a return of the network makes it anew.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use alap_protocol::socket::{AgentFrame, AgentPush};
use gloo::{
    events::EventListener,
    timers::callback::{Interval, Timeout},
};
use js_sys::{Date, Math};
use wasm_bindgen::JsCast;
use web_sys::{Event, MessageEvent, WebSocket};

use super::wait_ms;

const PATH: &str = "/api/v1/agent/socket";
const PING_MS: u32 = 20_000;
/// A connection that said nothing for so long is dead, whatever the browser believes.
const SILENCE_MS: f64 = 45_000.0;

/// What the socket tells.
pub(crate) enum News {
    /// The server's word.
    Push(AgentPush),
    /// A frame that this page does not understand.
    Strange,
    /// The connection is gone; another is on its way.
    Lost,
}

/// The socket. Dropped, it closes.
#[derive(Clone)]
pub(crate) struct Socket(Rc<Inner>);

struct Inner {
    tell: Box<dyn Fn(News)>,
    live: RefCell<Option<Live>>,
    /// Counts connections: the last words of an old one are not mistaken for those of the new.
    number: Cell<u32>,
    tries: Cell<u32>,
    retry: RefCell<Option<Timeout>>,
    heard: Cell<f64>,
}

struct Live {
    socket: WebSocket,
    _listeners: [EventListener; 2],
    _ping: Interval,
}

impl Drop for Live {
    fn drop(&mut self) {
        // Closing what is closed already is no fault.
        let _ = self.socket.close();
    }
}

impl Socket {
    /// Connects and keeps connected.
    pub(crate) fn open(tell: impl Fn(News) + 'static) -> Self {
        let inner = Rc::new(Inner {
            tell: Box::new(tell),
            live: RefCell::new(None),
            number: Cell::new(0),
            tries: Cell::new(0),
            retry: RefCell::new(None),
            heard: Cell::new(0.0),
        });
        connect(&inner);
        Self(inner)
    }

    /// Sends a frame if it can go now. Frames here are hints: none is worth keeping.
    pub(crate) fn send(&self, frame: &AgentFrame) {
        self.0.send(frame);
    }

    /// Pushes arrive.
    pub(crate) fn is_up(&self) -> bool {
        self.0.live.borrow().as_ref().is_some_and(|live| live.socket.ready_state() == WebSocket::OPEN)
    }

    /// The network is back, or the page is looked at again: no need to wait for the next try.
    pub(crate) fn hurry(&self) {
        if self.0.live.borrow().is_none() {
            self.0.tries.set(0);
            connect(&self.0);
        } else {
            self.0.send(&AgentFrame::Ping {});
        }
    }
}

impl Inner {
    fn send(&self, frame: &AgentFrame) {
        if let (Some(live), Ok(text)) = (self.live.borrow().as_ref(), serde_json::to_string(frame))
            && live.socket.ready_state() == WebSocket::OPEN
        {
            // The close event tells of a socket that broke in this moment.
            let _ = live.socket.send_with_str(&text);
        }
    }

    fn hear(&self, event: &Event) {
        self.heard.set(Date::now());
        let text = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
        let news = match text.and_then(|text| serde_json::from_str(&text).ok()) {
            Some(AgentPush::Pong {}) => return,
            Some(push) => News::Push(push),
            None => News::Strange,
        };
        if matches!(news, News::Push(AgentPush::Welcome { .. })) {
            self.tries.set(0);
        }
        (self.tell)(news);
    }
}

fn connect(inner: &Rc<Inner>) {
    inner.retry.borrow_mut().take();
    let number = inner.number.get() + 1;
    inner.number.set(number);
    inner.heard.set(Date::now());
    let Some(socket) = address().and_then(|address| WebSocket::new(&address).ok()) else {
        lost(inner, number);
        return;
    };
    // Weak: the listeners live inside what they would keep alive.
    let on_message = {
        let inner = Rc::downgrade(inner);
        EventListener::new(&socket, "message", move |event| {
            if let Some(inner) = inner.upgrade().filter(|inner| inner.number.get() == number) {
                inner.hear(event);
            }
        })
    };
    let on_close = {
        let inner = Rc::downgrade(inner);
        EventListener::new(&socket, "close", move |_| {
            if let Some(inner) = inner.upgrade() {
                lost(&inner, number);
            }
        })
    };
    let ping = {
        let inner = Rc::downgrade(inner);
        Interval::new(PING_MS, move || {
            let Some(inner) = inner.upgrade() else { return };
            if Date::now() - inner.heard.get() > SILENCE_MS {
                lost(&inner, number);
            } else {
                inner.send(&AgentFrame::Ping {});
            }
        })
    };
    inner.live.replace(Some(Live { socket, _listeners: [on_message, on_close], _ping: ping }));
}

fn lost(inner: &Rc<Inner>, number: u32) {
    if inner.number.get() != number {
        return;
    }
    inner.number.set(number + 1);
    let wait = wait_ms(inner.tries.get(), Math::random());
    inner.tries.set(inner.tries.get().saturating_add(1));
    let weak = Rc::downgrade(inner);
    let retry = Timeout::new(wait, move || {
        if let Some(inner) = weak.upgrade() {
            connect(&inner);
        }
    });
    inner.retry.replace(Some(retry));
    // Taken out first: dropping it closes the socket, which must not find it borrowed.
    let gone = inner.live.borrow_mut().take();
    drop(gone);
    (inner.tell)(News::Lost);
}

fn address() -> Option<String> {
    let location = web_sys::window()?.location();
    let scheme = if location.protocol().ok()? == "https:" { "wss" } else { "ws" };
    Some(format!("{scheme}://{}{PATH}", location.host().ok()?))
}
