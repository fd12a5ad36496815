//! Small values of this device that the first view needs: in the frame's `localStorage`, apart from the talk's database.
//! Where the browser keeps nothing, nothing is read and nothing is lost but the comfort.

use alap_protocol::id::ShopId;
use leptos::prelude::window;

/// A small value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    /// The language that the shopper chose.
    Locale,
    /// What is being written.
    Draft,
    /// Something has been said: there is a talk to bring up.
    Begun,
    /// A person was asked for: the talk is the first thing to show.
    Person,
    /// A form is being filled in.
    Drafts,
    /// What was answered last in a form, until the database has it: a page that goes in between loses nothing.
    Answered,
    /// A form was sent: there is a conversation, whoever speaks in it.
    Requests,
    /// How far the shopper has read.
    Seen,
    /// The moment of a video that what is being written is about.
    Moment,
    /// The shopper wants no suggestions.
    SuggestionsOff,
    /// What was taken out of the history, so that it does not come back.
    Forgotten,
    /// Where videos were left.
    VideoPlaces,
    /// How the shopper likes videos: captions, speed, whether the shop may count.
    VideoChoices,
    /// What the line carried last, in kilobits a second.
    VideoLine,
}

impl Slot {
    /// What goes when a shopper is forgotten. Not the choice to have no suggestions: no page may undo that.
    const OF_SHOPPER: &[Self] = &[
        Self::Locale,
        Self::Draft,
        Self::Begun,
        Self::Person,
        Self::Drafts,
        Self::Answered,
        Self::Requests,
        Self::Seen,
        Self::Moment,
        Self::Forgotten,
        Self::VideoPlaces,
        Self::VideoChoices,
    ];

    fn key(self, shop: &ShopId) -> String {
        let name = match self {
            Self::Locale => "locale",
            Self::Draft => "draft",
            Self::Begun => "begun",
            Self::Person => "person",
            Self::Drafts => "drafts",
            Self::Answered => "answered",
            Self::Requests => "requests",
            Self::Seen => "seen",
            Self::Moment => "moment",
            Self::SuggestionsOff => "suggestions-off",
            Self::Forgotten => "forgotten",
            Self::VideoPlaces => "video-places",
            Self::VideoChoices => "video-choices",
            Self::VideoLine => "video-line",
        };
        format!("alap:{shop}:{name}")
    }
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

/// What was kept.
pub(crate) fn read(shop: &ShopId, slot: Slot) -> Option<String> {
    storage()?.get_item(&slot.key(shop)).ok()?
}

/// Keeps a text.
pub(crate) fn write(shop: &ShopId, slot: Slot, text: &str) {
    if let Some(storage) = storage() {
        // Full or forbidden: see above.
        let _ = storage.set_item(&slot.key(shop), text);
    }
}

/// Keeps it no more.
pub(crate) fn remove(shop: &ShopId, slot: Slot) {
    if let Some(storage) = storage() {
        // What cannot be removed could not be kept.
        let _ = storage.remove_item(&slot.key(shop));
    }
}

/// Forgets all of a shop.
pub(crate) fn forget(shop: &ShopId) {
    for slot in Slot::OF_SHOPPER {
        remove(shop, *slot);
    }
}
