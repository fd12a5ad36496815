//! A coupon while it is being made.

use alap_deal::coupon;
use alap_protocol::{
    coupon::{CouponLine, Discount, NewCoupon},
    hours::parse_date,
    id::ProductId,
};

use super::{
    shop_time::{day_end, day_start},
    typed::{amount, whole},
};

/// Letters and digits that nobody takes for one another, read aloud or copied by hand.
const SIGNS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/// A coupon, as its fields were typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CouponDraft {
    pub(crate) code: String,
    /// It takes off percent, else an amount.
    pub(crate) is_percent: bool,
    pub(crate) discount: String,
    pub(crate) minimum: String,
    pub(crate) products: Vec<ProductId>,
    /// Days, as `YYYY-MM-DD`; empty for from now on, and for ever.
    pub(crate) from: String,
    pub(crate) until: String,
    pub(crate) uses: String,
    pub(crate) per_customer: String,
}

/// Which field cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CouponFault {
    Code,
    Discount,
    Minimum,
    Days,
    Uses,
}

impl CouponDraft {
    /// An empty one, with a code that nobody guesses.
    pub(crate) fn new(random: [u8; 8], uses: String, per_customer: String) -> Self {
        Self {
            code: suggested(random),
            is_percent: true,
            discount: String::new(),
            minimum: String::new(),
            products: Vec::new(),
            from: String::new(),
            until: String::new(),
            uses,
            per_customer,
        }
    }

    /// The coupon that it comes to. Days are the shop's; the last one is in.
    pub(crate) fn coupon(&self, now: i64, zone_minutes: i32) -> Result<NewCoupon, CouponFault> {
        let code = coupon::read(&self.code).ok_or(CouponFault::Code)?;
        let discount = if self.is_percent {
            let percent = whole(self.discount.trim().trim_end_matches('%')).map(u8::try_from);
            percent.and_then(Result::ok).filter(|it| (1..=100).contains(it)).map(Discount::Percent)
        } else {
            amount(&self.discount).filter(|it| *it > 0).map(Discount::Amount)
        };
        let minimum = match self.minimum.trim() {
            "" => 0,
            typed => amount(typed).ok_or(CouponFault::Minimum)?,
        };
        let day = |typed: &str| match typed {
            "" => Ok(None),
            typed => parse_date(typed).map(Some).ok_or(CouponFault::Days),
        };
        let starts_at = day(&self.from)?.map_or(now, |date| day_start(date, zone_minutes));
        let ends_at = day(&self.until)?.map(|date| day_end(date, zone_minutes));
        if ends_at.is_some_and(|ends_at| ends_at <= starts_at.max(now)) {
            return Err(CouponFault::Days);
        }
        let count = |typed: &str| whole(typed).filter(|it| *it >= 1).ok_or(CouponFault::Uses);
        let coupon = NewCoupon {
            code,
            discount: discount.ok_or(CouponFault::Discount)?,
            minimum,
            products: self.products.clone(),
            starts_at,
            ends_at,
            uses: count(&self.uses)?,
            uses_per_customer: count(&self.per_customer)?,
        };
        if coupon.uses_per_customer > coupon.uses {
            return Err(CouponFault::Uses);
        }
        // Only amounts beyond all bounds are left.
        if coupon::is_sound(&coupon) { Ok(coupon) } else { Err(CouponFault::Discount) }
    }
}

/// A code of eight signs.
fn suggested(random: [u8; 8]) -> String {
    let sign = |byte: u8| char::from(SIGNS[usize::from(byte) % SIGNS.len()]);
    random.into_iter().map(sign).collect()
}

/// Is it still of use?
pub(crate) fn is_live(line: &CouponLine, now: i64) -> bool {
    let is_over = line.coupon.ends_at.is_some_and(|ends_at| ends_at <= now);
    !line.closed && !is_over && line.used < line.coupon.uses
}

#[cfg(test)]
mod tests {
    use alap_protocol::coupon::CouponCode;

    use super::*;

    const NOW: i64 = 1_795_325_420_000;
    const DHAKA: i32 = 360;

    fn draft() -> CouponDraft {
        let draft = CouponDraft::new([0, 31, 32, 255, 7, 9, 1, 2], "৫০".into(), "1".into());
        CouponDraft { discount: "১০%".into(), ..draft }
    }

    #[test]
    fn a_suggested_code_is_one() {
        assert_eq!(draft().code, "A9A9HKBC");
        assert!(CouponCode::parse(draft().code).is_ok());
    }

    #[test]
    fn a_coupon_holds_from_now_for_ever_where_no_day_is_named() {
        let coupon = draft().coupon(NOW, DHAKA).unwrap();
        assert_eq!((coupon.discount, coupon.uses, coupon.minimum), (Discount::Percent(10), 50, 0));
        assert_eq!((coupon.starts_at, coupon.ends_at), (NOW, None));
    }

    #[test]
    fn the_last_day_is_in_as_the_shop_counts_days() {
        let draft = CouponDraft { from: "2026-11-23".into(), until: "2026-11-23".into(), ..draft() };
        let coupon = draft.coupon(NOW, DHAKA).unwrap();
        let (start, end) = (coupon.starts_at, coupon.ends_at.unwrap());
        assert_eq!(end - start, 24 * 60 * 60 * 1_000);
        assert_eq!((start + 6 * 60 * 60 * 1_000) % (end - start), 0, "midnight in Dhaka");
    }

    #[test]
    fn each_field_that_cannot_be_is_named() {
        let fault = |change: fn(&mut CouponDraft)| {
            let mut draft = draft();
            change(&mut draft);
            draft.coupon(NOW, DHAKA).unwrap_err()
        };
        assert_eq!(fault(|it| it.code = "ঈদ".into()), CouponFault::Code);
        assert_eq!(fault(|it| it.discount = "101".into()), CouponFault::Discount);
        assert_eq!(fault(|it| it.discount = "0".into()), CouponFault::Discount);
        assert_eq!(fault(|it| (it.is_percent, it.discount) = (false, "0".into())), CouponFault::Discount);
        assert_eq!(fault(|it| it.minimum = "-1".into()), CouponFault::Minimum);
        assert_eq!(fault(|it| it.until = "2026-11-20".into()), CouponFault::Days);
        assert_eq!(fault(|it| it.from = "soon".into()), CouponFault::Days);
        assert_eq!(fault(|it| it.uses = "0".into()), CouponFault::Uses);
        assert_eq!(fault(|it| it.per_customer = "51".into()), CouponFault::Uses);
    }
}
