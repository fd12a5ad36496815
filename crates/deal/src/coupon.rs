//! What a coupon is worth. How often it was used, only the store knows.

use alap_protocol::{
    coupon::{CouponCode, Discount, NewCoupon},
    deal::Terms,
    id::ProductId,
    limits::{AMOUNT, COUPON_CHARS},
};
use alap_text::digits;

use crate::terms;

/// Reads a code as people write it: any case, spaces and dashes, Bangla digits.
pub fn read(typed: &str) -> Option<CouponCode> {
    if typed.len() > COUPON_CHARS * 8 {
        return None;
    }
    let code: String =
        digits::fold(typed).chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '_')).collect();
    CouponCode::parse(code.to_ascii_uppercase()).ok()
}

/// Can a seller make this coupon?
pub fn is_sound(coupon: &NewCoupon) -> bool {
    let discount = match coupon.discount {
        Discount::Amount(amount) => (1..=AMOUNT).contains(&amount),
        Discount::Percent(percent) => (1..=100).contains(&percent),
    };
    discount
        && (0..=AMOUNT).contains(&coupon.minimum)
        && coupon.products.len() <= 200
        && coupon.ends_at.is_none_or(|ends_at| ends_at > coupon.starts_at)
        && coupon.uses >= 1
        && (1..=coupon.uses).contains(&coupon.uses_per_customer)
}

/// What it takes off this offer; `None` where it does not hold: not yet, no longer, too little, another product. Never more
/// than the price.
pub fn worth(coupon: &NewCoupon, offer: &Terms, product: Option<&ProductId>, now: i64) -> Option<i64> {
    let holds = coupon.starts_at <= now && coupon.ends_at.is_none_or(|ends_at| now < ends_at);
    let fits = coupon.products.is_empty() || product.is_some_and(|product| coupon.products.contains(product));
    let whole = terms::subtotal(offer).filter(|whole| *whole >= coupon.minimum)?;
    if !(holds && fits) {
        return None;
    }
    let discount = match coupon.discount {
        Discount::Amount(amount) => amount,
        // In the shopper's favour: up to the next whole unit.
        Discount::Percent(percent) => {
            let share = whole.checked_mul(i64::from(percent))? / 100;
            share.checked_add(99)? / 100 * 100
        }
    };
    Some(discount.clamp(0, whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn coupon(discount: Discount) -> NewCoupon {
        NewCoupon {
            code: CouponCode::parse("EID2027").unwrap(),
            discount,
            minimum: 100_000,
            products: vec![],
            starts_at: 10,
            ends_at: Some(20),
            uses: 5,
            uses_per_customer: 1,
        }
    }

    fn offer(unit_price: i64) -> Terms {
        Terms {
            unit_price,
            quantity: 1,
            extras: vec![],
            discount: 0,
            coupon: None,
            advance: 0,
            delivery: None,
            expires_at: None,
            words: String::new(),
        }
    }

    #[test]
    fn a_code_is_read_as_people_write_it() {
        for typed in ["EID2027", " eid-2027 ", "eid ২০২৭", "Eid_2027"] {
            assert_eq!(read(typed).unwrap().as_str(), "EID2027", "{typed}");
        }
        for typed in ["", "EID", "ঈদ২০২৭", "EID2027;DROP", &"A".repeat(25), &"A ".repeat(200)] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }

    #[test]
    fn it_holds_in_its_time_from_its_least_amount_on_for_its_products() {
        let fixed = coupon(Discount::Amount(15_000));
        assert_eq!(worth(&fixed, &offer(100_000), None, 10), Some(15_000));
        assert_eq!(worth(&fixed, &offer(99_999), None, 10), None);
        assert_eq!(worth(&fixed, &offer(100_000), None, 9), None);
        assert_eq!(worth(&fixed, &offer(100_000), None, 20), None);
        let id = |name: &str| ProductId::parse(name).unwrap();
        let narrow = NewCoupon { products: vec![id("NK-1")], ..fixed };
        assert_eq!(worth(&narrow, &offer(100_000), None, 10), None);
        assert_eq!(worth(&narrow, &offer(100_000), Some(&id("NK-2")), 10), None);
        assert_eq!(worth(&narrow, &offer(100_000), Some(&id("NK-1")), 10), Some(15_000));
    }

    #[test]
    fn it_never_takes_off_more_than_there_is() {
        let large = NewCoupon { minimum: 0, ..coupon(Discount::Amount(1_000_000)) };
        assert_eq!(worth(&large, &offer(5_000), None, 10), Some(5_000));
        assert_eq!(worth(&coupon(Discount::Percent(100)), &offer(100_001), None, 10), Some(100_001));
        assert_eq!(worth(&coupon(Discount::Percent(7)), &offer(123_400), None, 10), Some(8_700));
    }

    #[test]
    fn a_coupon_that_makes_no_sense_is_not_made() {
        assert!(is_sound(&coupon(Discount::Percent(10))));
        for bad in [
            coupon(Discount::Percent(0)),
            coupon(Discount::Percent(101)),
            coupon(Discount::Amount(0)),
            coupon(Discount::Amount(-5)),
            NewCoupon { minimum: -1, ..coupon(Discount::Percent(10)) },
            NewCoupon { ends_at: Some(10), ..coupon(Discount::Percent(10)) },
            NewCoupon { uses: 0, uses_per_customer: 0, ..coupon(Discount::Percent(10)) },
            NewCoupon { uses_per_customer: 6, ..coupon(Discount::Percent(10)) },
        ] {
            assert!(!is_sound(&bad));
        }
    }
}
