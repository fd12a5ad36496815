//! The page for an address that leads nowhere.

use maud::{Markup, html};

use crate::{page::Page, shop::Shop, words::Words};

/// Says so, and leads back.
pub(crate) fn page(shop: &Shop, words: Words) -> Markup {
    let title = words.say("missing");
    let body = html! {
        section .hero {
            h1 { (title) }
            p { (words.say("missing-more")) }
            p { a .button href=(words.list(None)) { (words.say("all")) } }
        }
    };
    let page = Page {
        title: &title,
        description: &words.say("missing-more"),
        addresses: None,
        product: None,
        category: None,
        body,
    };
    page.render(shop, words)
}
