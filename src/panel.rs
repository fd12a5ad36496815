//! What the whole panel shares. What only the talk needs lies in `talk::state`.

use std::sync::Arc;

use alap_protocol::{
    conversation::PageContext,
    id::{ProductId, ShopId},
    locale::Locale,
    pack::{OwnMoment, Product, ShopPack},
    text::MessageText,
};
use js_sys::ArrayBuffer;
use leptos::prelude::*;

use crate::{
    bridge::Bridge,
    kept::{self, Slot},
    later::{AskedForm, Requesting, Suggesting, Talk, Waiting, Watching},
};

/// What is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum View {
    Home,
    Chat,
    /// What is kept of the shopper, and how to take it out.
    Privacy,
    /// A form, or what came of one.
    Request,
    /// A video.
    Video,
}

/// How the way to the server is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// Nothing to send, nothing to hear: no conversation.
    Idle,
    /// Being made.
    Connecting,
    /// Open.
    Online,
    /// The device has no network.
    Offline,
    /// The server does not answer.
    ServerAway,
}

/// Everything shared, as signals. Copied into whatever needs it.
#[derive(Clone, Copy)]
pub(crate) struct Panel {
    pub(crate) shop: StoredValue<ShopId>,
    pub(crate) locale: RwSignal<Locale>,
    pub(crate) view: RwSignal<View>,
    pub(crate) pack: RwSignal<Option<Arc<ShopPack>>>,
    /// Catalogue key of why there is no pack.
    pub(crate) pack_missing: RwSignal<Option<&'static str>>,
    /// What is being written.
    pub(crate) draft: RwSignal<String>,
    /// What was sent off before the talk was there to take it.
    pub(crate) unsaid: RwSignal<Vec<MessageText>>,
    pub(crate) link: RwSignal<Link>,
    /// The shop page that the panel lies on.
    pub(crate) page: RwSignal<PageContext>,
    /// The panel is on the screen.
    pub(crate) visible: RwSignal<bool>,
    /// The server speaks another version of the contract.
    pub(crate) outdated: RwSignal<bool>,
    /// Something has been said on this device.
    pub(crate) has_talk: RwSignal<bool>,
    /// The shopper has asked for a person.
    pub(crate) handed_over: RwSignal<bool>,
    /// A person is being offered below the last message.
    pub(crate) offering: RwSignal<bool>,
    /// The products looked at last on this device, newest first.
    pub(crate) viewed: RwSignal<Vec<ProductId>>,
    pub(crate) talk: RwSignal<Option<Arc<dyn Talk>>>,
    pub(crate) waiting: StoredValue<Waiting, LocalStorage>,
    pub(crate) suggestions: RwSignal<Option<Arc<dyn Suggesting>>>,
    pub(crate) requests: RwSignal<Option<Arc<dyn Requesting>>>,
    /// The form that is to be opened, once the part for it is here.
    pub(crate) asked_form: StoredValue<Option<AskedForm>>,
    /// That part was asked for.
    pub(crate) requests_come: StoredValue<bool>,
    pub(crate) watching: RwSignal<Option<Arc<dyn Watching>>>,
    /// The moment that is to be shown, once the part for it is here.
    pub(crate) asked_video: StoredValue<Option<OwnMoment>>,
    /// That part was asked for.
    pub(crate) watching_comes: StoredValue<bool>,
    /// Where the shopper was before the video: there they go back to.
    pub(crate) before_video: StoredValue<View>,
    /// The shopper wants no suggestions.
    pub(crate) suggestions_off: RwSignal<bool>,
    /// Only a row of products in a frame of the shop's page, not the whole panel.
    pub(crate) row: bool,
    /// The browser keeps nothing.
    pub(crate) blocked: RwSignal<bool>,
    /// The pack as it came, for the talk to keep.
    pub(crate) pack_bytes: StoredValue<Option<ArrayBuffer>, LocalStorage>,
    pub(crate) bridge: StoredValue<Bridge, LocalStorage>,
}

impl Panel {
    pub(crate) fn new(shop: ShopId, locale: Locale, bridge: Bridge, row: bool) -> Self {
        Self {
            shop: StoredValue::new(shop),
            locale: RwSignal::new(locale),
            view: RwSignal::new(View::Home),
            pack: RwSignal::new(None),
            pack_missing: RwSignal::new(None),
            draft: RwSignal::new(String::new()),
            unsaid: RwSignal::new(Vec::new()),
            link: RwSignal::new(Link::Idle),
            page: RwSignal::new(PageContext::default()),
            visible: RwSignal::new(row || !bridge.is_in_frame()),
            outdated: RwSignal::new(false),
            has_talk: RwSignal::new(false),
            handed_over: RwSignal::new(false),
            offering: RwSignal::new(false),
            viewed: RwSignal::new(Vec::new()),
            talk: RwSignal::new(None),
            suggestions: RwSignal::new(None),
            requests: RwSignal::new(None),
            asked_form: StoredValue::new(None),
            requests_come: StoredValue::new(false),
            watching: RwSignal::new(None),
            asked_video: StoredValue::new(None),
            watching_comes: StoredValue::new(false),
            before_video: StoredValue::new(View::Home),
            suggestions_off: RwSignal::new(false),
            row,
            waiting: StoredValue::new_local(Vec::new()),
            blocked: RwSignal::new(false),
            pack_bytes: StoredValue::new_local(None),
            bridge: StoredValue::new_local(bridge),
        }
    }

    /// Keeps a small value on this device.
    pub(crate) fn keep(self, slot: Slot, text: &str) {
        self.shop.with_value(|shop| kept::write(shop, slot, text));
    }

    /// The product that the shop page shows, if the pack has it.
    pub(crate) fn product_in_view(self) -> Option<Product> {
        let id = self.page.with(|page| page.product.clone())?;
        self.pack.with(|pack| pack.as_ref()?.products.iter().find(|p| p.id.as_str() == id).cloned())
    }

    /// The place in the pack of the video for the first view: of the product that the shop page shows, else the shop's hello.
    pub(crate) fn video_at_hand(self) -> Option<usize> {
        let product = self.page.with(|page| page.product.clone());
        self.pack.with(|pack| {
            let mut videos = pack.as_ref()?.videos.iter();
            let of_product = |id: &String| {
                videos.clone().position(|video| video.products.iter().any(|product| product.as_str() == id))
            };
            product.as_ref().and_then(of_product).or_else(|| videos.position(|video| video.hello))
        })
    }
}
