//! The order desk as it is served, and what the price talk needs of the shop.

use std::{collections::HashMap, sync::Arc};

use alap_deal::rules::PriceRules;
use alap_intake::phone;
use alap_protocol::{
    desk::{DESK_MEDIA_TYPE, Desk},
    id::ProductId,
    pack::{Product, ShopPack},
};
use alap_store::House;

use crate::http::document::{Document, DocumentError};

/// The desk, written down once.
#[derive(Clone, Debug)]
pub struct ServedDesk {
    /// The desk.
    pub desk: Desk,
    /// The same, as it is sent.
    pub written: Document,
}

impl ServedDesk {
    /// Writes it down. Compressing takes a while: not on a thread that serves.
    pub fn new(desk: Desk) -> Result<Self, DocumentError> {
        let written = Document::small(DESK_MEDIA_TYPE, &desk.version, &desk)?;
        Ok(Self { desk, written })
    }
}

/// What the price talk needs of the shop, on a day of its own time as `YYYY-MM-DD`. The rules never leave the server.
pub fn house(pack: &ShopPack, desk: &Desk, rules: &PriceRules, today: String) -> Arc<House> {
    let prices: HashMap<ProductId, i64> = pack
        .products
        .iter()
        .filter_map(|product| Some((product.id.clone(), price(pack, product)?)))
        .collect();
    let advance_percent = desk.payment.advance_percent;
    Arc::new(House { today, advance_percent, rules: rules.clone(), prices, mobile: phone::mobile })
}

/// What a product costs, in the smallest unit of the shop's currency; none where it is priced in another.
pub fn price(pack: &ShopPack, product: &Product) -> Option<i64> {
    let currency = product.price.currency.as_deref();
    currency.is_none_or(|currency| currency == pack.shop.currency).then_some(product.price.amount)
}
