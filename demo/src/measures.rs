//! The form for made-to-measure work: where an answer of the bot can lead.

use maud::{Markup, html};

use crate::{page::Page, shop::Shop, words::Words};

/// The fields: name, and how a phone's keyboard should come up.
const FIELDS: [(&str, &str); 4] = [
    ("measure-what", "text"),
    ("measure-chest", "decimal"),
    ("measure-length", "decimal"),
    ("measure-phone", "tel"),
];

/// The page `/made-to-measure`. A sample shop takes no orders, and says so.
pub(crate) fn page(shop: &Shop, words: Words) -> Markup {
    let title = words.say("measure");
    let body = html! {
        section .hero {
            h1 { (title) }
            p { (words.say("measure-more")) }
            form .measures {
                @for (name, keyboard) in FIELDS {
                    label for=(name) { (words.say(name)) }
                    input id=(name) inputmode=(keyboard) autocomplete=(if keyboard == "tel" { "tel" } else { "off" });
                }
                button .buy type="button" data-measured=(words.say("measured")) { (words.say("measure-send")) }
                p .added role="status" {}
            }
        }
    };
    let page = Page {
        title: &title,
        description: &words.say("measure-more"),
        addresses: None,
        product: None,
        category: None,
        body,
    };
    page.render(shop, words)
}
