//! What the builder promises.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use alap_suggest::{
    ModelError, Near,
    build::{Options, Trained, Training, measure},
    log::Log,
    near_text,
};
use proptest::prelude::*;

fn log(rows: impl IntoIterator<Item = (u32, u32, u32)>) -> Log {
    let mut text = String::from("session,sku,time\n");
    for (session, product, minute) in rows {
        text += &format!("{session},p{product},{}\n", 1_700_000_000 + 60 * minute);
    }
    Log::read(text.as_bytes()).unwrap()
}

/// Sessions that walk through a ring of products, each from another place.
fn walks(sessions: u32, products: u32) -> Log {
    later_walks(0, sessions, products)
}

fn later_walks(from: u32, sessions: u32, products: u32) -> Log {
    let rows = (from..from + sessions).flat_map(move |session| {
        (0..6).map(move |step| (session, (session * 7 + step) % products, session * 10 + step))
    });
    log(rows)
}

const PLAIN: Options = Options { floor: 5, days: None, tune: false };

fn ids(count: u32) -> Vec<String> {
    (0..count).map(|product| format!("p{product}")).collect()
}

#[test]
fn a_pair_of_fewer_sessions_than_the_floor_is_told_to_nobody() {
    // p0 and p1 in five sessions, p2 and p3 in four, one of them a hundred times over.
    let five = (0..5).flat_map(|session| [(session, 0, session), (session, 1, session)]);
    let four = (10..14).flat_map(|session| (0..50).flat_map(move |i| [(session, 2, i), (session, 3, i)]));
    let training = Training::from_log(&log(five.chain(four)), &PLAIN);
    let trained = training.model(&PLAIN);
    let near = |sku| trained.near(sku).iter().map(|(to, _)| (*to).to_owned()).collect::<Vec<_>>();
    assert_eq!(near("p0"), ["p1"]);
    assert_eq!(near("p2"), Vec::<String>::new());
    assert_eq!(trained.skus().collect::<Vec<_>>(), ["p0", "p1"]);
    let text = String::from_utf8_lossy(&trained.to_bytes()).into_owned();
    assert!(text.contains("p1") && !text.contains("p2"));
    assert_eq!(training.model(&Options { floor: 4, ..PLAIN }).products(), 4);
}

#[test]
fn what_is_served_is_what_was_trained_but_for_rounding() {
    let trained = Training::from_log(&walks(400, 40), &PLAIN).model(&PLAIN);
    let ids = ids(40);
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let exact = trained.model(&ids);
    let read = alap_suggest::Model::read(&trained.served(&ids, usize::MAX), ids.iter().copied()).unwrap();
    let first = |model: &alap_suggest::Model, place| {
        model
            .rank(&measure::looked(&[place]), false, 5)
            .iter()
            .map(|one| one.place)
            .take(3)
            .collect::<Vec<_>>()
    };
    for place in 0..40 {
        assert_eq!(first(&exact, place), first(&read, place));
        assert_eq!(first(&exact, place)[0], (place + 1) % 40);
    }
}

#[test]
fn more_room_never_holds_less() {
    let trained = Training::from_log(&walks(3_000, 200), &PLAIN).model(&PLAIN);
    let ids = ids(200);
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let test: Vec<Vec<u32>> =
        (0..200).map(|start| (0..6).map(|step| (start + step) % 200).collect()).collect();
    let measured = [400, 600, 1_000, 2_000, 20_000].map(|most| {
        let served = trained.served(&ids, most);
        let model = alap_suggest::Model::read(&served, ids.iter().copied()).unwrap();
        measure::measure(&model, &test).hr_at_5
    });
    assert!(measured.windows(2).all(|pair| pair[1] >= pair[0] - 0.01), "{measured:?}");
    assert!(measured[4] > 0.95 && measured[0] < measured[4], "{measured:?}");
}

#[test]
fn counts_that_are_kept_and_added_to_are_those_of_both() {
    let (first, second) = (walks(100, 30), later_walks(100, 80, 35));
    let kept = Training::from_log(&first, &PLAIN).to_bytes();
    let mut training = Training::from_bytes(&kept).unwrap();
    // The same log again, or one that is not newer, adds nothing.
    assert_eq!(training.add(&first, &PLAIN), 0);
    assert_eq!(training.to_bytes(), kept);
    assert!(training.add(&second, &PLAIN) > 0);
    let trained = training.model(&PLAIN);
    assert_eq!((training.products(), trained.floor()), (34, 5));
    // p31 comes from the second log alone, p1 from both.
    let seen = |trained: &Trained, sku: &str| trained.near(sku).len();
    let alone = Training::from_log(&first, &PLAIN).model(&PLAIN);
    assert!(seen(&trained, "p31") > 0 && seen(&alone, "p31") == 0);
    assert!(trained.pairs() > alone.pairs());
}

#[test]
fn only_the_last_days_count_where_that_is_wished() {
    const MINUTES: u32 = 24 * 60;
    let old = (0..9).flat_map(|session| [(session, 0, session), (session, 1, session)]);
    let new = (10..19).flat_map(|session| [(session, 2, 40 * MINUTES), (session, 3, 40 * MINUTES)]);
    let options = Options { days: Some(30), ..PLAIN };
    let trained = Training::from_log(&log(old.chain(new)), &options).model(&options);
    assert_eq!(trained.skus().collect::<Vec<_>>(), ["p2", "p3"]);
}

#[test]
fn tuning_finds_the_same_each_time() {
    let options = Options { tune: true, ..PLAIN };
    let log = walks(2_000, 60);
    let (first, again) = (Training::from_log(&log, &options), Training::from_log(&log, &options));
    assert_eq!(first.parameters(), again.parameters());
    assert_eq!(first.to_bytes(), again.to_bytes());
}

#[test]
fn a_log_without_events_makes_an_empty_model() {
    let training = Training::from_log(&Log::default(), &Options::default());
    let trained = training.model(&Options::default());
    assert_eq!((trained.products(), trained.pairs()), (0, 0));
    let ids = ["a", "b"];
    let model = alap_suggest::Model::read(&trained.served(&ids, 20_000), ids.into_iter()).unwrap();
    assert_eq!(model.rank(&[], false, 5).len(), 2);
}

#[test]
fn a_damaged_file_is_told_from_one_of_another_version() {
    let training = Training::from_log(&walks(100, 20), &PLAIN);
    let (counts, model) = (training.to_bytes(), training.model(&PLAIN).to_bytes());
    assert!(Trained::from_bytes(&model).is_ok());
    assert_eq!(Trained::from_bytes(&counts), Err(ModelError::Damaged));
    assert_eq!(Trained::from_bytes(&model[..model.len() / 2]), Err(ModelError::Damaged));
    assert_eq!(Trained::from_bytes(b"ALMD\x09"), Err(ModelError::Version));
    assert_eq!(Training::from_bytes(b"ALCT\x09"), Err(ModelError::Version));
    assert_eq!(Trained::from_bytes(b""), Err(ModelError::Damaged));
}

#[test]
fn a_page_can_carry_its_neighbours() {
    let trained = Training::from_log(&walks(200, 20), &PLAIN).model(&PLAIN);
    let text = near_text(trained.near("p3"));
    assert_eq!(trained.near_texts().find(|(sku, _)| *sku == "p3").map(|(_, text)| text), Some(text.clone()));
    assert_eq!(Near::read(&text).0[0].0, "p4");
    assert!(text.len() < 200, "{text}");
    assert!(trained.near("nothing").is_empty());
}

proptest! {
    #[test]
    fn any_log_builds_and_what_is_served_can_be_read(
        rows in prop::collection::vec((0..9_u32, 0..7_u32, 0..50_u32), 0..120),
        floor in 0..4_u32,
        most in 0..2_000_usize,
    ) {
        let options = Options { floor, ..PLAIN };
        let trained = Training::from_log(&log(rows), &options).model(&options);
        prop_assert_eq!(Trained::from_bytes(&trained.to_bytes()), Ok(trained.clone()));
        let ids = ids(7);
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        let served = trained.served(&ids, most);
        let model = alap_suggest::Model::read(&served, ids.iter().copied());
        prop_assert!(model.is_ok());
        let ranked = model.unwrap().rank(&measure::looked(&[1, 2, 1]), true, 20);
        let likely: f32 = ranked.iter().map(|one| one.likely).sum();
        prop_assert!((0.0..1.01).contains(&likely), "{likely}");
        let mut places: Vec<u32> = ranked.iter().map(|one| one.place).collect();
        places.sort_unstable();
        places.dedup();
        prop_assert_eq!(places.len(), ranked.len());
    }
}
