//! What an offer comes to, and whether it can be one. Amounts are in the smallest unit of the shop's currency.

use alap_protocol::{
    deal::Terms,
    hours::parse_date,
    limits::{AMOUNT, OFFER_EXTRAS, OFFER_WORDS, QUANTITY},
};

use crate::TermsFault;

/// Characters of an extra's name.
const EXTRA_CHARS: usize = 100;
/// The longest that an offer may hold, in milliseconds.
const LONGEST: i64 = 366 * 24 * 60 * 60 * 1_000;

/// The pieces and what comes on top. `None` where that cannot be counted.
pub fn subtotal(terms: &Terms) -> Option<i64> {
    let pieces = terms.unit_price.checked_mul(i64::from(terms.quantity))?;
    terms.extras.iter().try_fold(pieces, |sum, extra| sum.checked_add(extra.price))
}

/// All of it, the discount taken off. `None` where that cannot be counted.
pub fn total(terms: &Terms) -> Option<i64> {
    subtotal(terms)?.checked_sub(terms.discount)
}

/// Can this be offered? `today` is the shop's own day, as `YYYY-MM-DD`.
pub fn check(terms: &Terms, now: i64, today: &str) -> Result<(), TermsFault> {
    let is_price = |price: i64| (0..=AMOUNT).contains(&price);
    if !is_price(terms.unit_price) {
        return Err(TermsFault::Price);
    }
    if !(1..=QUANTITY).contains(&terms.quantity) {
        return Err(TermsFault::Quantity);
    }
    if terms.extras.len() > OFFER_EXTRAS {
        return Err(TermsFault::Extras);
    }
    for extra in &terms.extras {
        if !is_price(extra.price) {
            return Err(TermsFault::Price);
        }
        if extra.what.trim().is_empty() || !is_text(&extra.what, EXTRA_CHARS) {
            return Err(TermsFault::Extras);
        }
    }
    let whole = subtotal(terms).filter(|whole| is_price(*whole)).ok_or(TermsFault::Price)?;
    if !(0..=whole).contains(&terms.discount) {
        return Err(TermsFault::Discount);
    }
    if !(0..=whole - terms.discount).contains(&terms.advance) {
        return Err(TermsFault::Advance);
    }
    if let Some(day) = &terms.delivery
        && (parse_date(day).is_none() || day.as_str() < today)
    {
        return Err(TermsFault::Delivery);
    }
    if let Some(expires_at) = terms.expires_at
        && !(now < expires_at && expires_at <= now.saturating_add(LONGEST))
    {
        return Err(TermsFault::Expiry);
    }
    check_words(&terms.words)
}

/// A few words that go along: not too many, and none that only a machine would write.
pub fn check_words(words: &str) -> Result<(), TermsFault> {
    if is_text(words, OFFER_WORDS) { Ok(()) } else { Err(TermsFault::Words) }
}

fn is_text(text: &str, most: usize) -> bool {
    text.chars().count() <= most && !text.chars().any(|c| c.is_control() && c != '\n')
}

#[cfg(test)]
mod tests {
    use alap_protocol::deal::Extra;

    use super::*;

    const NOW: i64 = 1_800_000_000_000;
    const TODAY: &str = "2027-01-15";

    fn terms() -> Terms {
        Terms {
            unit_price: 120_000,
            quantity: 2,
            extras: vec![Extra { what: "ডেলিভারি".into(), price: 6_000 }],
            discount: 10_000,
            coupon: None,
            advance: 20_000,
            delivery: Some("2027-01-20".into()),
            expires_at: Some(NOW + 1),
            words: "দুটি একসঙ্গে নিলে".into(),
        }
    }

    #[test]
    fn an_offer_is_counted_together() {
        assert_eq!((subtotal(&terms()), total(&terms())), (Some(246_000), Some(236_000)));
        assert_eq!(check(&terms(), NOW, TODAY), Ok(()));
        assert_eq!(total(&Terms { unit_price: i64::MAX, ..terms() }), None);
    }

    #[test]
    fn what_no_seller_can_mean_is_refused() {
        let refused = |change: fn(&mut Terms)| {
            let mut terms = terms();
            change(&mut terms);
            check(&terms, NOW, TODAY).unwrap_err()
        };
        assert_eq!(refused(|t| t.unit_price = -1), TermsFault::Price);
        assert_eq!(refused(|t| t.unit_price = 1_000_000_000_000), TermsFault::Price);
        assert_eq!(
            refused(|t| (t.unit_price, t.quantity) = (AMOUNT, 2)),
            TermsFault::Price,
            "the whole counts"
        );
        assert_eq!(refused(|t| t.extras[0].price = -5), TermsFault::Price);
        assert_eq!(refused(|t| t.quantity = 0), TermsFault::Quantity);
        assert_eq!(refused(|t| t.quantity = u32::MAX), TermsFault::Quantity);
        assert_eq!(refused(|t| t.extras[0].what = "  ".into()), TermsFault::Extras);
        assert_eq!(refused(|t| t.extras = vec![t.extras[0].clone(); 11]), TermsFault::Extras);
        assert_eq!(refused(|t| t.discount = 246_001), TermsFault::Discount);
        assert_eq!(refused(|t| t.discount = -1), TermsFault::Discount);
        assert_eq!(refused(|t| t.advance = 236_001), TermsFault::Advance);
        assert_eq!(refused(|t| t.delivery = Some("2027-01-14".into())), TermsFault::Delivery);
        assert_eq!(refused(|t| t.delivery = Some("soon".into())), TermsFault::Delivery);
        assert_eq!(refused(|t| t.expires_at = Some(NOW)), TermsFault::Expiry);
        assert_eq!(refused(|t| t.expires_at = Some(i64::MAX)), TermsFault::Expiry);
        assert_eq!(refused(|t| t.words = "\u{1b}[31m".into()), TermsFault::Words);
        assert_eq!(refused(|t| t.words = "ক".repeat(1_001)), TermsFault::Words);
    }
}
