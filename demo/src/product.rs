//! The page of one product.

use alap_protocol::pack::{Availability, Product};
use maud::{Markup, html};

use crate::{
    list,
    page::{About, Page},
    shop::{Shop, picture, slug},
    words::Words,
};

/// The page `/p/{slug}`.
pub(crate) fn page(shop: &Shop, words: Words, product: &Product) -> Markup {
    let slug = slug(product);
    let title = product.title.get(words.0);
    let body = html! {
        article .product {
            (list::image(product, words, false))
            div .facts {
                (trail(words, product))
                h1 { (title) }
                (list::price(shop, product, words))
                (list::stock(product, words))
                p .description { (product.description.get(words.0)) }
                (attributes(words, product))
                div .actions {
                    button .buy type="button" data-cart=(product.id) disabled[product.availability == Availability::OutOfStock] {
                        (words.say("add"))
                    }
                    button .request type="button" data-alap-request=(product.id) { (words.say(request(product))) }
                    button .ask type="button" data-ask { (words.say("ask")) }
                }
                p .added role="status" data-added=(words.say("added")) {}
            }
        }
        @let like = shop.like(product, 4);
        @if !like.is_empty() {
            h2 .heading { (words.say("like")) }
            (list::grid(shop, words, &like))
        }
        (list::for_you())
    };
    let page = Page {
        title,
        description: product.description.get(words.0),
        addresses: Some([words.product(&slug), Words(words.0.other()).product(&slug)]),
        product: Some(About { product, picture: picture(product) }),
        category: None,
        body,
    };
    page.render(shop, words)
}

/// The words of the button that opens a form about the product: another where it cannot be bought as it is.
fn request(product: &Product) -> &'static str {
    if product.availability == Availability::OutOfStock { "request-sold-out" } else { "request" }
}

/// Only the widest category has a page of its own.
fn trail(words: Words, product: &Product) -> Markup {
    html! {
        p .trail {
            @for (place, category) in product.category.iter().enumerate() {
                @if place == 0 {
                    a href=(words.list(Some(category))) { (words.call("category", category)) }
                } @else {
                    " › " (words.call("category", category))
                }
            }
        }
    }
}

fn attributes(words: Words, product: &Product) -> Markup {
    html! {
        @if !product.attributes.is_empty() {
            dl .attributes {
                @for attribute in &product.attributes {
                    dt { (words.call("attribute", &attribute.name)) }
                    dd { (words.value(&attribute.value)) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use alap_protocol::locale::Localized;

    use super::*;

    #[test]
    fn a_name_that_looks_like_html_stays_a_name() {
        let name = "</script><script>alert(1)</script>&\u{2028}\"'";
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("shop");
        let mut pack = alap_shop::read_folder(&folder).pack.unwrap();
        pack.products[0].title = Localized::both(name, name);
        pack.products[0].attributes[0].value = name.to_owned();
        let shop = Shop::new(pack, "https://support.example".to_owned());

        for words in [Words(alap_protocol::locale::Locale::Bn), Words(alap_protocol::locale::Locale::En)] {
            let page = page(&shop, words, &shop.pack.products[0]).into_string();
            assert!(!page.contains("<script>alert"), "{page}");
            assert!(page.contains("&lt;script&gt;alert(1)"));
            let (_, rest) = page.split_once("<script type=\"application/ld+json\">").unwrap();
            let (data, _) = rest.split_once("</script>").unwrap();
            assert!(!data.contains(['<', '>', '&', '\u{2028}']));
            assert_eq!(serde_json::from_str::<serde_json::Value>(data).unwrap()["name"], name);
        }
    }
}
