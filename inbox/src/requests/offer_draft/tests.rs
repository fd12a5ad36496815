use alap_protocol::coupon::{Discount, NewCoupon};

use super::*;

const NOW: i64 = 1_800_000_000_000;
const TODAY: &str = "2027-01-15";

fn known(coupons: &[CouponLine]) -> Known<'_> {
    Known { now: NOW, today: TODAY, product: None, coupons }
}

fn draft() -> OfferDraft {
    OfferDraft::first(Some(120_000), Some(2), 10, Locale::Bn)
}

fn eid(uses: u32) -> CouponLine {
    let coupon = NewCoupon {
        code: CouponCode::parse("EID2027").unwrap(),
        discount: Discount::Amount(40_000),
        minimum: 0,
        products: Vec::new(),
        starts_at: 0,
        ends_at: None,
        uses,
        uses_per_customer: 1,
    };
    CouponLine { coupon, used: 1, closed: false, created_at: 0 }
}

#[test]
fn the_first_offer_stands_ready_with_price_pieces_and_advance() {
    assert_eq!((draft().price.as_str(), draft().quantity.as_str()), ("১,২০০", "২"));
    let terms = draft().terms(&known(&[])).unwrap();
    assert_eq!((terms.unit_price, terms.quantity, terms.advance), (120_000, 2, 24_000));
    assert_eq!(terms.expires_at, Some(NOW + 72 * HOUR));
}

#[test]
fn money_is_read_as_people_write_it() {
    let delivery =
        ExtraDraft { what: " ডেলিভারি ".into(), price: "৬০ টাকা".into() };
    let gift = ExtraDraft { what: "উপহারের মোড়ক".into(), price: String::new() };
    let draft = OfferDraft {
        price: "১২শ".into(),
        extras: vec![delivery, ExtraDraft::default(), gift],
        advance: Advance::Typed("1/2".into()),
        ..draft()
    };
    assert_eq!(draft.terms(&known(&[])), Err(DraftFault::Advance));
    let terms = OfferDraft { advance: Advance::Typed("2.4k".into()), ..draft }.terms(&known(&[])).unwrap();
    let extras: Vec<(&str, i64)> = terms.extras.iter().map(|it| (it.what.as_str(), it.price)).collect();
    assert_eq!(extras, [("ডেলিভারি", 6_000), ("উপহারের মোড়ক", 0)]);
    assert_eq!((terms.advance, terms::total(&terms)), (240_000, Some(246_000)));
}

#[test]
fn each_field_that_cannot_be_read_is_named() {
    let fault = |change: fn(&mut OfferDraft)| {
        let mut draft = draft();
        change(&mut draft);
        draft.terms(&known(&[])).unwrap_err()
    };
    assert_eq!(fault(|it| it.price = "অনেক".into()), DraftFault::Price);
    assert_eq!(fault(|it| it.quantity = "0".into()), DraftFault::Quantity);
    assert_eq!(fault(|it| it.coupon = "!!".into()), DraftFault::Coupon);
    let extra = |what: &str, price: &str| ExtraDraft { what: what.into(), price: price.into() };
    let mut priced = draft();
    priced.extras = vec![extra("মোড়ক", "10"), extra("ডেলিভারি", "?")];
    assert_eq!(priced.terms(&known(&[])), Err(DraftFault::ExtraPrice(1)));
    priced.extras = vec![extra("", "10")];
    assert_eq!(priced.terms(&known(&[])), Err(DraftFault::Terms(TermsFault::Extras)));
    assert_eq!(fault(|it| it.delivery = "2027-01-14".into()), DraftFault::Terms(TermsFault::Delivery));
    assert_eq!(
        fault(|it| it.advance = Advance::Typed("2401".into())),
        DraftFault::Terms(TermsFault::Advance)
    );
}

#[test]
fn a_coupon_that_is_known_is_counted_in_and_one_that_is_used_up_is_not() {
    let draft = OfferDraft { coupon: "eid-২০২৭".into(), ..draft() };
    let terms = draft.terms(&known(&[eid(2)])).unwrap();
    assert_eq!((terms.discount, terms.advance), (40_000, 20_000), "the advance is of what is left");
    assert_eq!(draft.terms(&known(&[eid(1)])).unwrap().discount, 0);
    assert_eq!(draft.terms(&known(&[])).unwrap().discount, 0);
}

#[test]
fn another_offer_begins_with_the_price_named_last_and_the_shops_own_rest() {
    let shops = Terms {
        advance: 5_000,
        coupon: Some(CouponCode::parse("EID2027").unwrap()),
        delivery: Some("2027-01-20".into()),
        ..draft().terms(&known(&[])).unwrap()
    };
    let theirs = Terms { unit_price: 100_000, advance: 0, coupon: None, ..shops.clone() };
    let next = OfferDraft::next(&theirs, Some(&shops), 10, TODAY, Locale::En);
    assert_eq!((next.price.as_str(), next.coupon.as_str()), ("1,000", "EID2027"));
    assert_eq!(next.advance, Advance::Typed("50".into()));
    assert_eq!(next.delivery, "2027-01-20");
    let later = OfferDraft::next(&theirs, Some(&shops), 10, "2027-01-21", Locale::En);
    assert_eq!(later.delivery, "", "a day that has passed is no proposal");
}

#[test]
fn a_tenth_is_rounded_in_the_shoppers_favour_and_more_is_much() {
    assert_eq!(share(123_456, 10), 12_300);
    assert!(!is_much(share(123_456, 10), 123_456));
    assert!(!is_much(12_345, 123_450));
    assert!(is_much(12_346, 123_450));
    assert_eq!(share(i64::MAX, 100), i64::MAX / 100 * 100);
}
