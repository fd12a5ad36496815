//! What every page has: the head, the top, the foot, and the snippet.

use alap_protocol::{
    locale::Locale,
    pack::{ChannelKind, Product},
};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::{
    json_ld,
    shop::{Shop, own_path},
    words::Words,
};

/// One page.
pub(crate) struct Page<'a> {
    pub(crate) title: &'a str,
    pub(crate) description: &'a str,
    /// Its address in the language at hand and in the other one. A page without any is not for search engines.
    pub(crate) addresses: Option<[String; 2]>,
    /// The product that it is about.
    pub(crate) product: Option<About<'a>>,
    /// The category that it lists.
    pub(crate) category: Option<&'a str>,
    pub(crate) body: Markup,
}

/// A product and what links and machines say of it.
pub(crate) struct About<'a> {
    pub(crate) product: &'a Product,
    pub(crate) picture: Option<String>,
}

impl Page<'_> {
    /// The whole document.
    pub(crate) fn render(&self, shop: &Shop, words: Words) -> Markup {
        let name = shop.pack.shop.name.get(words.0);
        html! {
            (DOCTYPE)
            html lang=(words.0.tag()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                    meta name="color-scheme" content="light dark";
                    meta name="theme-color" content=(shop.pack.shop.theme.color);
                    title { (self.title) " · " (name) }
                    meta name="description" content=(self.description);
                    @if let Some(face) = &shop.pack.shop.bot.avatar { link rel="icon" href=(own_path(face)); }
                    link rel="stylesheet" href="/shop.css";
                    script defer src="/shop.js" {}
                    (self.for_machines(shop, words, name))
                }
                body {
                    a .skip href="#main" { (words.say("skip")) }
                    (self.top(shop, words, name))
                    main #main { (self.body) }
                    (foot(shop, words, name))
                    script async src={ (shop.support) "/embed.js" } data-shop=(shop.pack.shop.id) data-color=(shop.pack.shop.theme.color) {}
                }
            }
        }
    }

    fn for_machines(&self, shop: &Shop, words: Words, name: &str) -> Markup {
        let Some([here, there]) = &self.addresses else {
            return html! { meta name="robots" content="noindex"; };
        };
        let url = |path: &str| json_ld::absolute(shop, path);
        html! {
            link rel="canonical" href=(url(here));
            link rel="alternate" hreflang=(words.0.tag()) href=(url(here));
            link rel="alternate" hreflang=(words.0.other().tag()) href=(url(there));
            meta property="og:title" content=(self.title);
            meta property="og:description" content=(self.description);
            meta property="og:url" content=(url(here));
            meta property="og:site_name" content=(name);
            meta property="og:locale" content=(if words.0 == Locale::Bn { "bn_BD" } else { "en_GB" });
            @if let Some(about) = &self.product {
                meta property="og:type" content="product";
                meta property="product:retailer_item_id" content=(about.product.id);
                meta property="product:price:amount" content=(json_ld::decimal(about.product.price.amount));
                meta property="product:price:currency" content=(shop.currency(about.product));
                @if let Some(picture) = &about.picture { meta property="og:image" content=(url(picture)); }
                script type="application/ld+json" { (PreEscaped(json_ld::text(shop, about.product, words, here))) }
            } @else {
                meta property="og:type" content="website";
            }
        }
    }

    fn top(&self, shop: &Shop, words: Words, name: &str) -> Markup {
        let other = Words(words.0.other());
        let there = self.addresses.as_ref().map_or_else(|| other.list(None), |[_, there]| there.clone());
        html! {
            header .top {
                a .brand href=(words.list(None)) { (name) }
                a .language href=(there) lang=(other.0.tag()) hreflang=(other.0.tag()) { (other.say("language")) }
                p .cart {
                    span .cart-word { (words.say("cart")) } " "
                    output #cart-count data-lang=(words.0.tag()) { (words.say("none")) }
                }
            }
            nav .categories aria-label=(words.say("categories")) {
                a href=(words.list(None)) aria-current=[(self.category.is_none() && self.product.is_none() && self.addresses.is_some()).then_some("page")] {
                    (words.say("all"))
                }
                @for category in shop.categories() {
                    a href=(words.list(Some(category))) aria-current=[(self.category == Some(category)).then_some("page")] {
                        (words.call("category", category))
                    }
                }
            }
        }
    }
}

fn foot(shop: &Shop, words: Words, name: &str) -> Markup {
    html! {
        footer .foot {
            p { (words.say("promise")) }
            ul {
                @for channel in &shop.pack.shop.channels {
                    li { (words.say(kind(channel.kind))) " " a href=(channel.href) rel="noopener" { (channel.label) } }
                }
            }
            p .small { (name) " · " (words.say("demo")) }
        }
    }
}

fn kind(kind: ChannelKind) -> &'static str {
    match kind {
        ChannelKind::Phone => "phone",
        ChannelKind::Whatsapp => "whatsapp",
        ChannelKind::Messenger => "messenger",
        ChannelKind::Email => "email",
    }
}
