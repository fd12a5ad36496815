//! What the suggestions need and the rest of the panel does not.

use std::sync::Arc;

use alap_protocol::pack::ShopPack;
use alap_shelf::{Forgotten, Shelf};
use alap_suggest::{History, Recommender};
use alap_ui::device_time;
use js_sys::Reflect;
use leptos::prelude::*;

use crate::{
    kept::{self, Slot},
    panel::Panel,
    storage::Storage,
    tabs::Tabs,
};

/// The suggestions, as signals. Copied into whatever needs it.
#[derive(Clone, Copy)]
pub(super) struct State {
    pub(super) panel: Panel,
    /// What the shopper did; of a shopper who sends Global Privacy Control, only what is still kept from before.
    pub(super) history: RwSignal<History>,
    /// The browser sends Global Privacy Control: nothing is noted, and nothing noted is used.
    pub(super) is_private: bool,
    /// How often the history was changed here.
    pub(super) changes: StoredValue<u32>,
    pub(super) recommender: RwSignal<Option<Arc<OfPack>>>,
    /// Below which answer of the talk products stood last.
    pub(super) last_below: StoredValue<Option<usize>>,
    /// For this visit, no products below answers.
    pub(super) dismissed: RwSignal<bool>,
    pub(super) tabs: StoredValue<Tabs, LocalStorage>,
    storage: StoredValue<Storage, LocalStorage>,
}

/// The recommender of one version of the pack.
pub(super) struct OfPack {
    pub(super) pack: Arc<ShopPack>,
    pub(super) recommender: Recommender,
}

impl State {
    pub(super) fn new(panel: Panel, storage: Storage) -> Self {
        Self {
            panel,
            history: RwSignal::new(History::default()),
            is_private: asks_for_privacy(),
            changes: StoredValue::new(0),
            recommender: RwSignal::new(None),
            last_below: StoredValue::new(None),
            dismissed: RwSignal::new(false),
            tabs: StoredValue::new_local(Tabs::open(&panel.shop.get_value())),
            storage: StoredValue::new_local(storage),
        }
    }

    pub(super) fn storage(self) -> Storage {
        self.storage.get_value()
    }

    /// Are products suggested, by the shop's wish and the shopper's?
    pub(super) fn is_on(self) -> bool {
        let shown = |pack: &Option<Arc<ShopPack>>| pack.as_ref().is_some_and(|p| p.shop.suggestions.shown);
        !self.panel.suggestions_off.get() && self.panel.pack.with(shown)
    }

    /// Lays something out from what is known now, and again when that changes; `None` while the recommender is made.
    pub(super) fn lay_out<T>(self, lay: impl FnOnce(&Shelf<'_>) -> T) -> Option<T> {
        let of_pack = self.recommender.get()?;
        let viewing = self.panel.page.with(|page| page.product.clone());
        let wishes = &of_pack.pack.shop.suggestions;
        self.history.with(|history| {
            Some(lay(&Shelf {
                recommender: &of_pack.recommender,
                history: (!self.is_private).then_some(history),
                now: device_time::now(),
                viewing: viewing.as_deref(),
                per_category: wishes.per_category.into(),
                new_days: wishes.new_days.into(),
            }))
        })
    }

    /// What the shopper took out.
    pub(super) fn forgotten(self) -> Forgotten {
        let kept = self.panel.shop.with_value(|shop| kept::read(shop, Slot::Forgotten));
        Forgotten::read(&kept.unwrap_or_default())
    }
}

fn asks_for_privacy() -> bool {
    Reflect::get(&window().navigator(), &"globalPrivacyControl".into()).is_ok_and(|asks| asks.is_truthy())
}
