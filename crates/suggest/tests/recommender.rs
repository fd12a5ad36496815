//! What the recommender promises.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use alap_suggest::{
    CatalogueBuilder, Event, History, Item, Kind, ModelError, Near, Reason, Recommender, Suggestion, Wish,
    build::{Options, Trained, Training},
    log::Log,
};
use proptest::prelude::*;

const DAY: i64 = 24 * 60 * 60 * 1_000;
const NOW: i64 = 20_000 * DAY;

/// Sarees, bags and cups, ten of each, all alike within their kind.
fn items() -> Vec<Item<'static>> {
    const IDS: [&str; 30] = [
        "s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9", "b0", "b1", "b2", "b3", "b4", "b5", "b6",
        "b7", "b8", "b9", "c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9",
    ];
    let of = |(i, id): (usize, &&'static str)| {
        let (title, category) =
            [("Cotton saree", "Sarees"), ("চামড়ার ব্যাগ", "Bags"), ("Clay cup", "Kitchen")][i / 10];
        Item {
            id,
            titles: vec![title],
            category: vec![category],
            price: 50_000 + 1_000 * i as i64,
            available: true,
            ..Item::default()
        }
    };
    IDS.iter().enumerate().map(of).collect()
}

fn recommender(items: &[Item<'_>]) -> Recommender {
    let mut builder = CatalogueBuilder::default();
    items.iter().for_each(|item| builder.add(item));
    Recommender::new(builder.finish())
}

fn event(product: &str, kind: Kind, at: i64) -> Event {
    Event { product: product.to_owned(), kind, at, dwell: 0, near: Near::default() }
}

fn viewed(products: &[&str]) -> History {
    let at = |i: usize| NOW - 60_000 * (products.len() - i) as i64;
    History::new(products.iter().enumerate().map(|(i, product)| event(product, Kind::View, at(i))), NOW)
}

fn wish(count: usize) -> Wish<'static> {
    Wish { now: NOW, count, per_category: 0, new_days: 14, viewing: None, without: &[] }
}

fn ids<'a>(recommender: &'a Recommender, suggestions: &[Suggestion]) -> Vec<&'a str> {
    let all: Vec<&str> = recommender.catalogue().ids().collect();
    suggestions.iter().map(|one| all[one.place]).collect()
}

/// Sessions in which bag `n` is looked at after saree `n`.
fn trained() -> Trained {
    let mut log = String::from("session,sku,time\n");
    for session in 0..200 {
        let n = session % 10;
        log += &format!(
            "{session},s{n},{}\n{session},b{n},{}\n",
            1_700_000_000 + session,
            1_700_000_060 + session
        );
    }
    let options = Options { tune: false, ..Options::default() };
    Training::from_log(&Log::read(log.as_bytes()).unwrap(), &options).model(&options)
}

fn taught(items: &[Item<'_>]) -> Recommender {
    let mut recommender = recommender(items);
    let ids: Vec<&str> = items.iter().map(|item| item.id).collect();
    recommender.take_model(&trained().served(&ids, 20_000)).unwrap();
    recommender
}

#[test]
fn what_is_like_what_was_looked_at_comes_first_and_says_so() {
    let recommender = recommender(&items());
    let found = recommender.for_you(&viewed(&["s1", "s2"]), &wish(4));
    assert!(ids(&recommender, &found).iter().all(|id| id.starts_with('s') && !["s1", "s2"].contains(id)));
    let because = |one: &Suggestion| matches!(one.reason, Reason::LookedAt { place: 1 | 2 });
    assert!(found.iter().all(because), "{found:?}");
}

#[test]
fn what_sessions_put_together_comes_first_and_says_so() {
    let recommender = taught(&items());
    let found = recommender.for_you(&viewed(&["c5", "s3"]), &wish(6));
    assert_eq!(ids(&recommender, &found)[0], "b3");
    assert_eq!(found[0].reason, Reason::Together { place: 3 });
}

#[test]
fn neighbours_of_a_page_do_without_a_model() {
    let recommender = recommender(&items());
    let near = Near::read("c7:15 gone:9");
    let history = History::new([Event { near, ..event("s3", Kind::View, NOW) }], NOW);
    let found = recommender.for_you(&history, &wish(3));
    assert_eq!(ids(&recommender, &found)[0], "c7");
    assert_eq!(found[0].reason, Reason::Together { place: 3 });
}

#[test]
fn a_new_product_that_fits_has_its_place_beside_what_sessions_know() {
    let mut items = items();
    items.push(Item {
        id: "new",
        titles: vec!["Cotton saree"],
        category: vec!["Sarees"],
        price: 52_000,
        added: Some(19_999),
        available: true,
        ..Item::default()
    });
    let recommender = taught(&items);
    let found = recommender.for_you(&viewed(&["s1", "s2", "s3"]), &wish(6));
    assert!(ids(&recommender, &found).contains(&"new"), "{found:?}");
}

#[test]
fn old_stock_at_a_discount_is_offered_where_it_fits() {
    let mut items = items();
    items[9] = Item { was: Some(118_000), clearance: true, ..items[9].clone() };
    items[29] = Item { was: Some(118_000), clearance: true, ..items[29].clone() };
    let recommender = recommender(&items);
    let found = recommender.for_you(&viewed(&["s1"]), &wish(6));
    assert!(found.contains(&Suggestion { place: 9, reason: Reason::Discount { percent: 50 } }), "{found:?}");
    assert!(!ids(&recommender, &found).contains(&"c9"));
}

#[test]
fn a_first_visit_gets_what_is_looked_at_much_then_what_is_new() {
    let mut items = items();
    items[25].added = Some(19_990);
    items[26].added = Some(19_000);
    let nothing = History::default();
    let found = recommender(&items).for_you(&nothing, &wish(1));
    assert_eq!(found, [Suggestion { place: 25, reason: Reason::New }]);
    let found = taught(&items).for_you(&nothing, &wish(3));
    assert!(found.iter().all(|one| one.reason == Reason::Popular), "{found:?}");
}

#[test]
fn there_are_not_six_of_the_same() {
    let recommender = recommender(&items());
    let found = recommender.for_you(&viewed(&["s1"]), &Wish { per_category: 2, ..wish(6) });
    let of = |kind: char| ids(&recommender, &found).iter().filter(|id| id.starts_with(kind)).count();
    assert_eq!((found.len(), of('s'), of('b'), of('c')), (6, 2, 2, 2));
    // Rather a fourth of one kind than an empty place.
    let sarees = self::recommender(&items()[..6]);
    assert_eq!(sarees.for_you(&viewed(&["s1"]), &Wish { per_category: 2, ..wish(4) }).len(), 4);
}

#[test]
fn a_model_that_is_not_sound_changes_nothing() {
    let items = items();
    let ids: Vec<&str> = items.iter().map(|item| item.id).collect();
    let served = trained().served(&ids, 20_000);
    let mut recommender = taught(&items);
    let before = recommender.for_you(&viewed(&["s3"]), &wish(6));
    for length in 0..served.len() {
        assert!(recommender.take_model(&served[..length]).is_err(), "cut after {length} bytes");
    }
    let mut other = served.clone();
    other[4] += 1;
    assert_eq!(recommender.take_model(&other), Err(ModelError::Version));
    let fewer: Vec<&str> = ids[1..].to_vec();
    assert_eq!(recommender.take_model(&trained().served(&fewer, 20_000)), Err(ModelError::OtherCatalogue));
    assert_eq!(recommender.for_you(&viewed(&["s3"]), &wish(6)), before);
}

#[test]
fn a_history_of_a_hundred_thousand_lines_and_products_that_are_gone_do_no_harm() {
    let gone = (0..100_000).map(|i| event(&format!("gone{i}"), Kind::View, NOW - 10 * i));
    let history = History::new(gone.chain([event("s1", Kind::View, NOW + 99 * DAY)]), NOW);
    let recommender = taught(&items());
    assert_eq!(ids(&recommender, &recommender.for_you(&history, &wish(1))), ["b1"]);
}

fn histories() -> impl Strategy<Value = Vec<(usize, u8, i64)>> {
    prop::collection::vec((0..32_usize, 0..3_u8, -400 * DAY..400 * DAY), 0..40)
}

fn history_of(lines: &[(usize, u8, i64)], items: &[Item<'_>]) -> History {
    let kind = |kind: u8| [Kind::View, Kind::Cart, Kind::Purchase][usize::from(kind)];
    let id = |i: usize| items.get(i).map_or("gone", |item| item.id);
    History::new(lines.iter().map(|(i, of, at)| event(id(*i), kind(*of), NOW + at)), NOW)
}

proptest! {
    #[test]
    fn nothing_bought_absent_unwanted_or_twice_is_ever_suggested(
        lines in histories(),
        absent in prop::collection::vec(any::<bool>(), 30),
        count in 0..40_usize,
        per_category in 0..5_usize,
        without in prop::collection::vec(0..40_usize, 0..5),
        with_model: bool,
    ) {
        let mut items = items();
        for (item, absent) in items.iter_mut().zip(&absent) {
            item.available = !absent;
        }
        let history = history_of(&lines, &items);
        let recommender = if with_model { taught(&items) } else { recommender(&items) };
        let wish = Wish { per_category, without: &without, viewing: Some("s5"), ..wish(count) };
        let found = recommender.for_you(&history, &wish);
        prop_assert!(found.len() <= count);
        for (i, one) in found.iter().enumerate() {
            prop_assert!(items[one.place].available && one.place != 5 && !without.contains(&one.place));
            let done = |event: &Event| event.product == items[one.place].id;
            prop_assert!(!history.events().iter().any(done));
            prop_assert!(!found[..i].iter().any(|before| before.place == one.place));
            if let Reason::LookedAt { place } | Reason::Together { place } = one.reason {
                let at = |event: &Event| event.product == items[place].id;
                prop_assert!(place == 5 || history.events().iter().any(at));
            }
        }
        prop_assert_eq!(recommender.for_you(&history, &wish), found);
    }

    #[test]
    fn no_bytes_are_too_strange_to_be_read(bytes in prop::collection::vec(any::<u8>(), 0..400), at in 0..600_usize, to: u8) {
        let items = items();
        let ids: Vec<&str> = items.iter().map(|item| item.id).collect();
        let mut served = trained().served(&ids, 20_000);
        let at = at % served.len();
        served[at] = to;
        let mut recommender = recommender(&items);
        // Whatever can still be read is a model: it may suggest other things, and nothing worse.
        let _ = recommender.take_model(&served);
        let found = recommender.for_you(&viewed(&["s1"]), &wish(6));
        prop_assert_eq!(found.len(), 6);
        prop_assert!(recommender.take_model(&bytes).is_err());
    }
}
