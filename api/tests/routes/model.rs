//! `GET /api/v1/shops/{shop}/model`

use std::{fs, path::Path, sync::Arc, time::Duration};

use alap_api::shop::{ServedShop, model};
use alap_protocol::{locale::Localized, pack::MODEL_MEDIA_TYPE};
use alap_suggest::{
    build::{Options, Training},
    log::Log,
};
use serde_json::Value;

use crate::world::{World, write_shop};

const MODEL: &str = "/api/v1/shops/nokshi/model";

/// What shoppers of the small shop did: each session looked at two products of four, the same two in ten.
pub(crate) fn events() -> String {
    let session = |number: usize| {
        let (first, second) = [("NK-1", "NK-2"), ("NK-2", "NK-3"), ("NK-4", "NK-1")][number % 3];
        format!(
            "s{number},{first},{}\ns{number},{second},{}\n",
            1_790_000_000 + number,
            1_790_000_060 + number
        )
    };
    format!("session,sku,time\n{}", (0..30).map(session).collect::<String>())
}

/// The small shop with four products.
pub(crate) fn write_catalogue(folder: &Path) {
    let rows: String = (1..=4).map(|number| format!("NK-{number},Saree {number},1200\n")).collect();
    fs::write(folder.join("catalogue.csv"), format!("sku,title_en,price\n{rows}")).unwrap();
}

/// A trained model, as `alap model build` writes it.
fn trained(events: &str) -> Vec<u8> {
    let options = Options::default();
    Training::from_log(&Log::read(events.as_bytes()).unwrap(), &options).model(&options).to_bytes()
}

/// The small shop with a model of its four products.
pub(crate) fn write_model(folder: &Path) {
    write_catalogue(folder);
    fs::write(folder.join("model.alap"), trained(&events())).unwrap();
}

/// Puts a model into the folder of a shop that is being served, and waits until it is.
async fn put(world: &World) {
    write_model(world.shop_folder.path());
    until(world, |pack| pack["model"].is_string() && pack["products"].as_array().unwrap().len() == 4).await;
}

/// Asks again and again until it is so; a folder is looked at from time to time only.
pub(crate) async fn until(world: &World, is_so: impl Fn(&Value) -> bool) -> Value {
    for _ in 0..500 {
        let pack = world.ask("GET", "/api/v1/shops/nokshi/pack").send().await.json();
        if is_so(&pack) {
            return pack;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the folder was not read again")
}

#[tokio::test]
async fn a_shop_without_a_model_has_none() {
    let world = World::new().await;
    world.ask("GET", MODEL).send().await.refused(404, "not_found");
    let pack = world.ask("GET", "/api/v1/shops/nokshi/pack").send().await.json();
    assert!(pack["model"].is_null(), "{pack}");
}

#[tokio::test]
async fn the_model_is_fetched_once_under_the_version_that_the_pack_names() {
    let world = World::new().await;
    put(&world).await;
    let pack = world.ask("GET", "/api/v1/shops/nokshi/pack").send().await.json();
    let first = world.ask("GET", MODEL).send().await;
    assert_eq!(first.status, 200);
    assert_eq!(first.header("content-type"), MODEL_MEDIA_TYPE);
    assert_eq!(first.header("cache-control"), "no-cache");
    assert_eq!(first.header("etag"), format!("\"{}\"", pack["model"].as_str().unwrap()));
    let again = world.ask("GET", MODEL).header("if-none-match", first.header("etag")).send().await;
    assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));
    let version = pack["model"].as_str().unwrap();
    for (asked, keep) in
        [(version, "public, max-age=31536000, immutable"), ("older", "no-cache"), ("", "no-cache")]
    {
        let named = world.ask("GET", format!("{MODEL}?v={asked}")).send().await;
        assert_eq!((named.status.as_u16(), named.header("cache-control")), (200, keep), "{asked}");
    }
    world.ask("GET", "/api/v1/shops/elsewhere/model").send().await.refused(404, "not_found");
}

#[tokio::test]
async fn the_pack_and_its_version_change_with_the_model() {
    let world = World::new().await;
    put(&world).await;
    let model = world.shop_folder.path().join("model.alap");
    let first = until(&world, |pack| pack["model"].is_string()).await;

    fs::write(&model, trained(&events().replace("NK-3", "NK-4"))).unwrap();
    let second = until(&world, |pack| pack["model"] != first["model"]).await;
    assert_ne!(first["version"], second["version"]);

    fs::write(&model, trained(&events())).unwrap();
    let third = until(&world, |pack| pack["model"] != second["model"]).await;
    assert_eq!(
        (&first["version"], &first["model"]),
        (&third["version"], &third["model"]),
        "the same files are the same pack"
    );

    fs::remove_file(&model).unwrap();
    let fourth = until(&world, |pack| pack["model"].is_null()).await;
    assert_ne!(fourth["version"], first["version"]);
    world.ask("GET", MODEL).send().await.refused(404, "not_found");
}

#[tokio::test]
async fn a_model_that_cannot_be_read_is_named_and_the_shop_goes_on_without() {
    let world = World::new().await;
    let rima = world.person("রিমা").await;
    put(&world).await;
    let model = world.shop_folder.path().join("model.alap");
    let whole = fs::read(&model).unwrap();
    let foreign = trained(&events().replace("NK-", "XX-"));
    for broken in [whole[..whole.len() / 2].to_vec(), b"not a model".to_vec(), Vec::new(), foreign] {
        fs::write(&model, broken).unwrap();
        until(&world, |pack| pack["model"].is_null()).await;
        world.ask("GET", MODEL).send().await.refused(404, "not_found");
        let report = world.ask("GET", "/api/v1/agent/shop").by(&rima).send().await.json();
        assert_eq!(
            (&report["current"], &report["faults"][0]["file"]),
            (&true.into(), &"model.alap".into()),
            "{report}"
        );
        assert_eq!(report["faults"][0]["error"], false, "{report}");
        fs::write(&model, &whole).unwrap();
        until(&world, |pack| pack["model"].is_string()).await;
    }
}

#[test]
fn what_is_learnt_from_questions_leaves_the_model_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    write_shop(folder.path());
    write_catalogue(folder.path());
    fs::write(folder.path().join("model.alap"), trained(&events())).unwrap();
    let served = ServedShop::read(folder.path().to_owned()).unwrap();
    let mut pack = (*served.pack).clone();
    pack.faq[0].answer = Localized::both("৭০ টাকা।", "70 taka.");
    let learnt = served.with_pack(pack).unwrap();
    assert_eq!(learnt.pack.model, served.pack.model);
    assert_eq!(learnt.model.unwrap().version, served.model.unwrap().version);
}

#[test]
fn a_model_is_made_ready_again_only_when_it_or_the_products_change() {
    let folder = tempfile::tempdir().unwrap();
    write_shop(folder.path());
    write_catalogue(folder.path());
    let file = folder.path().join("model.alap");
    fs::write(&file, trained(&events())).unwrap();
    let products = ServedShop::read(folder.path().to_owned()).unwrap().pack.products.clone();
    let first = model::read(folder.path(), &products, None).unwrap().unwrap();
    let read = |products| model::read(folder.path(), products, Some(&first)).unwrap().unwrap();
    assert!(Arc::ptr_eq(&first, &read(&products)));
    assert_ne!(first.version, read(&products[..3]).version);
    fs::write(&file, trained(&events().replace("NK-3", "NK-4"))).unwrap();
    assert_ne!(first.version, read(&products).version);
}

#[tokio::test]
async fn neither_the_trained_model_nor_its_counts_are_served() {
    let world = World::new().await;
    put(&world).await;
    fs::write(world.shop_folder.path().join("model.counts"), "counts").unwrap();
    for path in ["model.alap", "model.counts", "../model.counts", "%2e%2e/model.counts"] {
        let answer = world.ask("GET", format!("/media/nokshi/{path}")).send().await;
        assert_eq!(answer.status, 404, "{path}");
    }
}
