//! The demo shop as a browser would ask for it, without a port.

#![expect(clippy::expect_used, reason = "a test may stop where it stands")]

use std::{collections::HashSet, path::Path};

use alap_protocol::pack::{EntryAction, ShopPack};
use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode, header},
    response::Response,
};
use http_body_util::BodyExt;
use serde_json::Value;
use tower::ServiceExt;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/shop");
const SUPPORT: &str = "http://127.0.0.1:8080";

#[tokio::test]
async fn the_list_shows_every_product_in_both_languages() {
    let (shop, pack) = demo();
    assert!(pack.products.len() >= 40, "only {} products", pack.products.len());
    for (address, locale) in [("/", "bn"), ("/?lang=en", "en")] {
        let page = html(&shop, address).await;
        assert!(page.contains(&format!("<html lang=\"{locale}\">")));
        for product in &pack.products {
            let title = if locale == "bn" { &product.title.bn } else { &product.title.en };
            let title = escaped(title.as_deref().expect("the demo has both languages"));
            assert!(page.contains(&title), "{} is not on {address}", product.id);
        }
    }
}

#[tokio::test]
async fn each_product_page_says_its_sku_and_price_to_machines() {
    let (shop, pack) = demo();
    for product in &pack.products {
        let page = html(&shop, &format!("/p/{}", product.id.as_str().to_lowercase())).await;
        let data = json_ld(&page);
        assert_eq!(data["@type"], "Product");
        assert_eq!(data["sku"], product.id.as_str());
        assert_eq!(data["offers"]["priceCurrency"], "BDT");
        let price: f64 = data["offers"]["price"].as_str().expect("a decimal").parse().expect("a number");
        assert_eq!(price, product.price.amount as f64 / 100.0);
    }
}

#[tokio::test]
async fn every_link_and_picture_of_the_list_leads_somewhere() {
    let (shop, _) = demo();
    let page = html(&shop, "/?lang=en").await;
    let mut seen = HashSet::new();
    for address in ["href=\"/", "src=\"/"].iter().flat_map(|mark| page.split(mark).skip(1)) {
        let address = format!("/{}", address.split('"').next().unwrap_or_default()).replace("&amp;", "&");
        if seen.insert(address.clone()) {
            assert_eq!(get(&shop, &address).await.status(), StatusCode::OK, "{address}");
        }
    }
    assert!(seen.iter().any(|address| address.starts_with("/media/")));
    assert!(seen.contains("/p/nk-001?lang=en"), "the language is kept in links");
}

#[tokio::test]
async fn prices_are_written_as_the_language_writes_them() {
    let (shop, _) = demo();
    assert!(html(&shop, "/p/nk-001").await.contains("৳৬,৮০০"));
    assert!(html(&shop, "/p/nk-001?lang=en").await.contains("৳6,800"));
}

#[tokio::test]
async fn a_category_lists_only_its_own() {
    let (shop, pack) = demo();
    let page = html(&shop, "/?category=Bags").await;
    for product in &pack.products {
        let listed = page.contains(&format!("/p/{}\"", product.id.as_str().to_lowercase()));
        assert_eq!(listed, product.category.first().is_some_and(|name| name == "Bags"), "{}", product.id);
    }
    assert_eq!(get(&shop, "/?category=Boats").await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_snippet_is_all_that_the_policy_lets_in() {
    let (shop, pack) = demo();
    let response = get(&shop, "/").await;
    let policy = response.headers()[header::CONTENT_SECURITY_POLICY].to_str().expect("ASCII").to_owned();
    assert!(policy.contains(&format!("script-src 'self' {SUPPORT};")), "{policy}");
    assert!(!policy.contains("unsafe"), "{policy}");
    let page = text(response).await;
    assert!(page.contains(&format!("src=\"{SUPPORT}/embed.js\" data-shop=\"{}\"", pack.shop.id)));
    assert!(!page.contains(" style="), "the policy would drop it");
}

#[tokio::test]
async fn the_forms_that_answers_lead_to_are_there() {
    let (shop, pack) = demo();
    let mut forms = 0;
    for action in pack.faq.iter().flat_map(|entry| &entry.actions) {
        if let EntryAction::Form(url) = action {
            forms += 1;
            assert!(html(&shop, url).await.contains("<label for=\"measure-chest\">"), "{url}");
        }
    }
    assert!(forms > 0, "no answer leads to a form");
    assert!(html(&shop, "/made-to-measure?lang=en").await.contains("Made to your measure"));
}

#[test]
fn answers_open_the_shops_own_forms() {
    let (_, pack) = demo();
    let mut opened = HashSet::new();
    for action in pack.faq.iter().flat_map(|entry| &entry.actions) {
        if let EntryAction::OwnForm(id) = action {
            opened.insert(id.as_str().to_owned());
        }
    }
    for name in ["made-to-measure", "bulk-order", "problem", "call"] {
        assert!(opened.contains(name), "no answer opens {name}");
    }
}

#[test]
fn the_folder_has_no_mistake_and_every_form_is_in_both_languages() {
    let reading = alap_shop::read_folder(Path::new(FOLDER));
    assert!(reading.faults.is_empty(), "{:?}", reading.faults);
    let names: Vec<_> = reading.desk.forms.iter().map(|form| form.id.as_str()).collect();
    // "Talk first" opens the first form for an order.
    assert_eq!(names, ["made-to-measure", "bulk-order", "call", "problem", "review"]);
    let written = serde_json::to_value(&reading.desk).expect("JSON");
    let mut words = 0;
    every_object(&written, &mut |object| {
        if object.contains_key("bn") && !(object["bn"].is_null() && object["en"].is_null()) {
            words += 1;
            assert!(object["bn"].is_string() && object["en"].is_string(), "{object:?}");
        }
    });
    assert!(words > 100, "only {words} texts were looked at");
}

#[tokio::test]
async fn each_product_can_be_asked_for_where_buy_would_be() {
    let (shop, pack) = demo();
    for product in &pack.products {
        let page = html(&shop, &format!("/p/{}", product.id.as_str().to_lowercase())).await;
        assert_eq!(
            page.matches(&format!("data-alap-request=\"{}\"", product.id)).count(),
            1,
            "{}",
            product.id
        );
    }
    assert!(html(&shop, "/p/nk-001?lang=en").await.contains(">Have it made for you</button>"));
    assert!(html(&shop, "/p/nk-011?lang=en").await.contains(">Ask us to make one for you</button>"));
}

#[tokio::test]
async fn no_page_has_anything_of_the_price_rules() {
    let (shop, pack) = demo();
    for address in ["/price-rules.toml", "/media/price-rules.toml", "/forms/problem.toml"] {
        assert_eq!(get(&shop, address).await.status(), StatusCode::NOT_FOUND, "{address}");
    }
    let page = html(&shop, "/p/nk-023").await;
    let written = serde_json::to_string(&pack).expect("JSON");
    for secret in ["ABAR5", ":82000,", "floor_percent", "accept_percent"] {
        assert!(!page.contains(secret) && !written.contains(secret), "{secret}");
    }
}

#[tokio::test]
async fn an_unknown_address_gets_a_page_that_leads_back() {
    let (shop, _) = demo();
    for address in ["/p/none", "/nowhere", "/p/%E0%A6%95", "/p/..%2Fshop.toml"] {
        let response = get(&shop, address).await;
        assert_eq!(response.status(), StatusCode::NOT_FOUND, "{address}");
        assert!(text(response).await.contains("href=\"/\""), "{address}");
    }
    for address in ["/media/../shop.toml", "/media/%2e%2e/shop.toml", "/media/none.svg", "/media/"] {
        assert_eq!(get(&shop, address).await.status(), StatusCode::NOT_FOUND, "{address}");
    }
}

#[test]
fn what_is_no_support_address_is_refused() {
    for address in ["", "support.example", "javascript:alert(1)", "data:,x"] {
        assert!(
            matches!(alap_demo::storefront(FOLDER, address), Err(alap_demo::StorefrontError::Support(_))),
            "{address}"
        );
    }
}

#[test]
fn a_broken_folder_is_refused_with_its_mistakes() {
    let error = alap_demo::storefront("/nonexistent", SUPPORT).expect_err("there is no such folder");
    assert!(error.to_string().contains("/nonexistent"), "{error}");
}

fn demo() -> (Router, ShopPack) {
    let shop = alap_demo::storefront(FOLDER, SUPPORT).expect("the demo's folder is sound");
    (shop, alap_shop::read_folder(Path::new(FOLDER)).pack.expect("a pack"))
}

async fn get(shop: &Router, address: &str) -> Response {
    let request = Request::get(address).body(Body::empty()).expect("an address");
    shop.clone().oneshot(request).await.expect("a router never fails")
}

async fn html(shop: &Router, address: &str) -> String {
    let response = get(shop, address).await;
    assert_eq!(response.status(), StatusCode::OK, "{address}");
    assert_eq!(response.headers()[header::CONTENT_TYPE], "text/html; charset=utf-8");
    text(response).await
}

async fn text(response: Response) -> String {
    let bytes = response.into_body().collect().await.expect("a body").to_bytes();
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// What stands in the page's one JSON-LD element.
fn json_ld(page: &str) -> Value {
    let (_, rest) = page.split_once("<script type=\"application/ld+json\">").expect("JSON-LD");
    let (data, _) = rest.split_once("</script>").expect("an end");
    serde_json::from_str(data).expect("JSON")
}

fn every_object(value: &Value, look: &mut impl FnMut(&serde_json::Map<String, Value>)) {
    match value {
        Value::Object(object) => {
            look(object);
            object.values().for_each(|value| every_object(value, look));
        }
        Value::Array(list) => list.iter().for_each(|value| every_object(value, look)),
        _ => {}
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
