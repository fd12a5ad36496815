//! The honest reason for a suggestion, in words.

use alap_protocol::{locale::Locale, pack::ShopPack};
use alap_suggest::Reason;
use alap_ui::words::number;

use super::words::{tr, tr_with};

/// `None` where nothing is known to say.
pub(super) fn in_words(locale: Locale, pack: &ShopPack, reason: Reason) -> Option<String> {
    let with_product = |key: &str, place: usize| {
        let product = pack.products.get(place)?.title.get(locale);
        Some(tr_with(locale, key, &[("product", product)]))
    };
    match reason {
        Reason::LookedAt { place } => with_product("reason.looked_at", place),
        Reason::Together { place } => with_product("reason.together", place),
        Reason::New => Some(tr(locale, "reason.new")),
        Reason::Discount { percent } => {
            Some(tr_with(locale, "reason.discount", &[("percent", &number(locale, percent))]))
        }
        Reason::Popular => Some(tr(locale, "reason.popular")),
        Reason::InShop => None,
    }
}
