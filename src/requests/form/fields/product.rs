//! Products of the catalogue, found by their titles.

use alap_protocol::{answer::Answer, id::ProductId, pack::Product};
use alap_text::normalize;
use alap_ui::{
    components::{Icon, IconName},
    words::money,
};
use leptos::prelude::*;

use super::super::question::Field;
use crate::requests::words::{tr_with, words};

/// More are not shown at once.
const SHOWN: usize = 8;

/// What is chosen, and a search for more.
pub(super) fn products(field: &Field, most: u8) -> AnyView {
    let state = field.scope.state;
    let locale = state.panel.locale;
    let sought = RwSignal::new(String::new());
    let chosen = {
        let field = field.clone();
        Memo::new(move |_| named(&field))
    };
    let found = Memo::new(move |_| {
        let (sought, chosen) = (normalize(&sought.get()), chosen.get());
        let fits = |product: &&Product| {
            !chosen.contains(&product.id)
                && (sought.is_empty()
                    || product.title.texts().any(|title| normalize(title).contains(&sought)))
        };
        let ids = |products: &[Product]| {
            products.iter().filter(fits).take(SHOWN).map(|product| product.id.clone()).collect()
        };
        state.panel.pack.with(|pack| pack.as_ref().map(|pack| ids(&pack.products))).unwrap_or_else(Vec::new)
    });
    let chosen_lines = {
        let field = field.clone();
        move |id: ProductId| line(&field, id, true)
    };
    let found_lines = {
        let field = field.clone();
        move |id: ProductId| line(&field, id, false)
    };
    let is_full = move || chosen.with(Vec::len) >= usize::from(most);
    let described_by = field.described_by();
    let id = field.id.clone();
    view! {
        <ul class="products products-chosen">
            <For each=move || chosen.get() key=ProductId::clone children=chosen_lines />
        </ul>
        <div hidden=is_full>
            <input
                class="field"
                id=id
                type="search"
                dir="auto"
                aria-label=words(locale, "product.search")
                placeholder=words(locale, "product.search")
                aria-describedby=described_by
                on:keydown=|event| {
                    if event.key() == "Enter" {
                        event.prevent_default();
                    }
                }
                on:input=move |event| sought.set(event_target_value(&event))
            />
            <ul class="products">
                <For each=move || found.get() key=ProductId::clone children=found_lines />
            </ul>
            {move || found.with(Vec::is_empty).then(|| view! { <p role="status">{words(locale, "product.none")}</p> })}
        </div>
    }
    .into_any()
}

fn named(field: &Field) -> Vec<ProductId> {
    match field.answer() {
        Some(Answer::Products(products)) => products,
        _ => Vec::new(),
    }
}

/// A product with the button that chooses it, or takes it out.
fn line(field: &Field, id: ProductId, is_chosen: bool) -> AnyView {
    let state = field.scope.state;
    let locale = state.panel.locale;
    let product = untrack(|| state.product(&id));
    let title = product.as_ref().map(|product| product.title.clone()).unwrap_or_default();
    let name = {
        let id = id.clone();
        move || Some(title.get(locale.get()).to_owned()).filter(|it| !it.is_empty()).unwrap_or(id.to_string())
    };
    let picture = product.as_ref().and_then(|product| product.image.clone()).map(|image| {
        view! { <img src=image.src alt="" width="48" height="48" loading="lazy" decoding="async" /> }
    });
    let price = product.map(|product| (product.price.amount, product.price.currency));
    let price = move || {
        let (amount, currency) = price.clone()?;
        Some(money(locale.get(), amount, &currency.unwrap_or_else(|| state.currency())))
    };
    let key = if is_chosen { "product.remove" } else { "product.choose" };
    let label = {
        let name = name.clone();
        move || tr_with(locale.get(), key, &[("product", &name())])
    };
    let sku = id.as_str().to_owned();
    let field = field.clone();
    let tap = move |_| {
        let mut all = untrack(|| named(&field));
        if is_chosen {
            all.retain(|known| *known != id);
        } else {
            all.push(id.clone());
        }
        field.set(Some(Answer::Products(all.clone())).filter(|_| !all.is_empty()));
    };
    let icon = is_chosen.then(|| view! { <Icon name=IconName::CLOSE /> });
    view! {
        <li>
            <button type="button" class="product-line" data-product=sku aria-label=label on:click=tap>
                <span class="product-ground">{picture}</span>
                <span class="product-words"><b>{name}</b> <span>{price}</span></span>
                {icon}
            </button>
        </li>
    }
    .into_any()
}
