//! What the shop page's `embed.js` and the frame tell each other, as JSON texts over one `MessageChannel`.
//!
//! The frame's static shell, once it listens, posts `{"alap":"shell"}` to its parent (any origin: it says nothing): only
//! then is the frame shown, so that a shopper never sees a browser's error page in the panel. `embed.js` answers it, or
//! else the frame's `load`, with `{"alap":"connect","version":1}`, posted to the support origin with a port. The frame
//! takes the port only if the message came from its parent and from one of the shop's `page_origins`. A command never gets
//! conversation data back: only the events below.
//!
//! A row in the page (`<div data-alap-row>`) has a frame and a channel of its own. It is told of the page and the language,
//! and gets the journal if it asks; what the panel alone is there for is neither told to it nor heard from it.

use crate::{
    conversation::{PageContext, PageShopper},
    locale::Locale,
};

/// From the shop page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageCommand {
    /// The panel is on the screen now.
    Opened {},
    /// The panel is no longer on the screen.
    Closed {},
    /// The page that the shopper is on; again after each navigation inside the page.
    Page {
        /// Where.
        page: PageContext,
    },
    /// The journal of the shop's origin since the last time: views, cart, purchases. Stays in the frame.
    Journal {
        /// At most 200, oldest first.
        events: Vec<JournalEvent>,
    },
    /// `alap('locale', …)`.
    Locale {
        /// The language.
        locale: Locale,
    },
    /// `alap('identify', …)`: goes to the shop only in a conversation, with the page.
    Identify {
        /// What the page knows.
        shopper: PageShopper,
    },
    /// `alap('reset')`: forget this shopper on this device.
    Reset {},
    /// The shopper tapped "ask" in a row of the page ([`FrameEvent::Ask`]): the panel is open, and asks what about.
    Ask {
        /// The product's SKU.
        product: String,
    },
    /// The shopper tapped `<button data-alap-request="SKU">`: the panel is open, and shows the form for that product.
    Request {
        /// The product's SKU; empty for none.
        product: String,
    },
}

/// One line of the journal. The same `kind`, `product` and `at` again is the same line, with what is now known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalEvent {
    /// What was done.
    pub kind: JournalKind,
    /// The product's SKU.
    pub product: String,
    /// When, by the device's clock, in milliseconds since 1970 UTC.
    pub at: i64,
    /// For how long the page was on the screen, in seconds; 0 while that is not known.
    pub dwell: u32,
    /// The product's neighbours, as its page says in `<meta name="alap:near" content="NK-014:15 NK-003:9">`: SKUs,
    /// percent-encoded, each with a weight from 1 to 15.
    pub near: Option<String>,
}

/// What can be done to a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JournalKind {
    /// Looked at.
    View,
    /// Put into the cart.
    Cart,
    /// Bought.
    Purchase,
}

/// From the frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FrameEvent {
    /// The panel can be used.
    Ready {
        /// The frame keeps a history: hand it the journal, now and as it grows.
        journal: bool,
    },
    /// The shopper closed the panel from inside.
    Close {},
    /// How many messages of the shop the shopper has not seen: the badge on the launcher.
    Unread {
        /// How many.
        count: u32,
    },
    /// Has this shopper a conversation open? Then the next page view makes the frame once idle.
    Conversation {
        /// Yes or no.
        open: bool,
    },
    /// The shopper tapped a product: the shop page goes there. Always `http:`, `https:` or a path.
    Navigate {
        /// Where.
        url: String,
    },
    /// In the frame of a row (`<div data-alap-row>`): how high it wants to be; 0 when it has nothing to show.
    Height {
        /// In CSS pixels.
        height: u32,
    },
    /// In the frame of a row: the shopper wants to ask about a product. The page opens the panel and tells it.
    Ask {
        /// The product's SKU.
        product: String,
    },
    /// Something does not work; `code` is for the page's log, the shopper is told inside.
    Error {
        /// What.
        code: String,
    },
}
