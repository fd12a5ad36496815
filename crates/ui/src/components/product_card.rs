//! A product: picture, name, price with the old one struck out, whether it can be had.

use alap_protocol::pack::{Availability, Product};
use leptos::prelude::*;

use crate::words::{lang_of, money, use_locale, words};

/// A product that can be tapped.
#[component]
pub fn ProductCard(
    /// The product.
    product: Product,
    /// The shop's currency, for products that have none of their own.
    #[prop(into)]
    currency: String,
    /// Called with the product's address.
    #[prop(optional_no_strip)]
    on_open: Option<Callback<String>>,
) -> impl IntoView {
    let locale = use_locale();
    let currency = product.price.currency.clone().unwrap_or(currency);
    let (amount, was) = (product.price.amount, product.price.was);
    let picture = product.image.clone().map(|image| {
        view! {
            <img
                class="card-picture"
                src=image.src
                alt=""
                width=image.width.unwrap_or(96)
                height=image.height.unwrap_or(96)
                loading="lazy"
                decoding="async"
            />
        }
    });
    let availability = match product.availability {
        Availability::InStock => None,
        Availability::Preorder => Some("product.preorder"),
        Availability::OutOfStock => Some("product.out_of_stock"),
    };
    let title = product.title.clone();
    let lang = {
        let title = title.clone();
        Signal::derive(move || lang_of(&title, locale.get()))
    };
    let price =
        move |amount: i64, currency: String| Signal::derive(move || money(locale.get(), amount, &currency));
    let now = price(amount, currency.clone());
    let title = Signal::derive(move || title.get(locale.get()).to_owned());
    let before = was.map(|was| {
        view! {
            <s class="card-was">
                <span class="unseen">{words(locale, "product.old_price")} " "</span>
                {price(was, currency)}
            </s>
        }
    });
    let body = view! {
        <span class="card-ground">{picture}</span>
        <span class="card-body">
            <span class="card-title" lang=lang>
                {title}
            </span>
            <span class="card-price">
                <b>{now}</b>
                " "
                {before}
            </span>
            {availability.map(|key| view! { <span class="card-state">{words(locale, key)}</span> })}
        </span>
    };
    match (product.url, on_open) {
        (Some(url), Some(open)) => view! {
            <a
                class="card"
                href=url.clone()
                target="_blank"
                rel="noopener"
                data-product=product.id.as_str().to_owned()
                on:click=move |event| {
                    event.prevent_default();
                    open.run(url.clone());
                }
            >
                {body}
            </a>
        }
        .into_any(),
        _ => view! {
            <div class="card" data-product=product.id.as_str().to_owned()>
                {body}
            </div>
        }
        .into_any(),
    }
}
