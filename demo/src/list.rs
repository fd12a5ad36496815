//! The list: every product, or those of one category.

use alap_protocol::pack::{Availability, Product};
use maud::{Markup, html};

use crate::{
    page::Page,
    shop::{Shop, picture, slug},
    words::Words,
};

/// The page `/`, for one category or for all. Nothing if the shop has no such category.
pub(crate) fn page(shop: &Shop, words: Words, category: Option<&str>) -> Option<Markup> {
    if category.is_some_and(|name| !shop.categories().contains(&name)) {
        return None;
    }
    let products = shop.pack.products.iter();
    let shown: Vec<_> = products
        .filter(|p| category.is_none() || p.category.first().map(String::as_str) == category)
        .collect();
    let title =
        category.map_or_else(|| words.say("all"), |name| words.call("category", name).into_owned().into());
    let body = html! {
        @if category.is_none() {
            section .hero {
                h1 { (words.say("hero")) }
                p { (words.say("hero-more")) }
            }
        } @else {
            h1 .heading { (title) }
        }
        (grid(shop, words, &shown))
        @if category.is_none() { (for_you()) }
    };
    let page = Page {
        title: &title,
        description: &words.say("hero-more"),
        addresses: Some([words.list(category), Words(words.0.other()).list(category)]),
        product: None,
        category,
        body,
    };
    Some(page.render(shop, words))
}

/// The place of a row that the widget fills, when the shopper comes near.
pub(crate) fn for_you() -> Markup {
    html! { div .for-you data-alap-row="for-you" {} }
}

/// Cards of products.
pub(crate) fn grid(shop: &Shop, words: Words, products: &[&Product]) -> Markup {
    html! {
        ul .grid {
            @for (place, product) in products.iter().enumerate() {
                li .card {
                    a href=(words.product(&slug(product))) {
                        (image(product, words, place >= 4))
                        span .card-title { (product.title.get(words.0)) }
                        (price(shop, product, words))
                        (stock(product, words))
                    }
                }
            }
        }
    }
}

/// The product's picture, or a soft ground of the same size.
pub(crate) fn image(product: &Product, words: Words, lazy: bool) -> Markup {
    let size = |side: Option<u32>| side.unwrap_or(800);
    html! {
        span .picture {
            @if let (Some(src), Some(image)) = (picture(product), &product.image) {
                img src=(src) alt=(product.title.get(words.0)) width=(size(image.width)) height=(size(image.height))
                    loading=[lazy.then_some("lazy")] decoding="async";
            }
        }
    }
}

/// What it costs, and what it cost before.
pub(crate) fn price(shop: &Shop, product: &Product, words: Words) -> Markup {
    let money = |minor| words.money(minor, shop.currency(product));
    html! {
        span .price {
            strong { (money(product.price.amount)) }
            @if let Some(was) = product.price.was {
                " " del { span .unseen { (words.say("was")) " " } (money(was)) }
            }
        }
    }
}

/// Said only when it cannot be had at once.
pub(crate) fn stock(product: &Product, words: Words) -> Markup {
    let key = match product.availability {
        Availability::InStock => return html! {},
        Availability::Preorder => "preorder",
        Availability::OutOfStock => "sold-out",
    };
    html! { span .stock.(key) { (words.say(key)) } }
}
