//! Makes the recommender of the pack at hand: its catalogue, and the model where the shop has one.

use std::sync::Arc;

use alap_protocol::{
    hours::parse_date,
    pack::{Availability, Product, ShopPack},
};
use alap_suggest::{CatalogueBuilder, Item, Recommender};
use futures::future::{Either, join, select};
use gloo::net::http::Request;
use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};

use super::state::{OfPack, State};
use crate::slices::in_slices;

/// The Julian day of 1970-01-01.
const EPOCH: i32 = 2_440_588;
/// So long the rows wait for the model. One that comes later serves the next page view, from the browser's cache.
const MODEL_WITHIN_MILLISECONDS: u32 = 4_000;

/// Makes a recommender for each version of the pack that comes, while products are suggested.
pub(super) fn follow(state: State) {
    Effect::new(move |_| {
        if let Some(pack) = state.panel.pack.get()
            && state.is_on()
        {
            let known = |of_pack: &Option<Arc<OfPack>>| {
                of_pack.as_ref().is_some_and(|of_pack| of_pack.pack.version == pack.version)
            };
            if !state.recommender.with_untracked(known) {
                spawn_local(prepare(state, pack));
            }
        }
    });
}

async fn prepare(state: State, pack: Arc<ShopPack>) {
    let mut builder = Some(CatalogueBuilder::default());
    let mut products = pack.products.iter();
    let catalogue = in_slices(|| match products.next() {
        Some(product) => {
            add(builder.as_mut()?, &pack, product);
            None
        }
        None => builder.take().map(CatalogueBuilder::finish),
    });
    let (catalogue, model) = join(catalogue, model(state, &pack)).await;
    let mut recommender = Recommender::new(catalogue);
    if let Some(model) = model
        && let Err(error) = recommender.take_model(&model)
    {
        // Without it, products are told by their likeness alone.
        leptos::logging::error!("alap: the suggestion model cannot be used: {error}");
    }
    let at_hand =
        |known: &Option<Arc<ShopPack>>| known.as_ref().is_some_and(|known| known.version == pack.version);
    if state.panel.pack.with_untracked(at_hand) {
        state.recommender.set(Some(Arc::new(OfPack { pack, recommender })));
    }
}

fn add(builder: &mut CatalogueBuilder, pack: &ShopPack, product: &Product) {
    let attributes = product.attributes.iter();
    builder.add(&Item {
        id: product.id.as_str(),
        titles: product.title.texts().collect(),
        category: product.category.iter().map(String::as_str).collect(),
        attributes: attributes.map(|it| (it.name.as_str(), it.value.as_str())).collect(),
        price: product.price.amount,
        was: product.price.was,
        added: product.added.as_deref().and_then(parse_date).map(|day| day.to_julian_day() - EPOCH),
        available: product.availability != Availability::OutOfStock,
        clearance: pack.shop.suggestions.clearance.contains(&product.id),
    });
}

async fn model(state: State, pack: &ShopPack) -> Option<Vec<u8>> {
    let version = pack.model.as_deref()?;
    let encoded = |text: &str| String::from(js_sys::encode_uri_component(text));
    let shop = state.panel.shop.with_value(|shop| encoded(shop.as_str()));
    let address = format!("/api/v1/shops/{shop}/model?v={}", encoded(version));
    let fetched = Box::pin(async move {
        let answer = Request::get(&address).send().await.ok().filter(gloo::net::http::Response::ok)?;
        answer.binary().await.ok()
    });
    match select(fetched, TimeoutFuture::new(MODEL_WITHIN_MILLISECONDS)).await {
        Either::Left((bytes, _)) => bytes,
        Either::Right(_) => None,
    }
}
