//! A step of a request, as a line of the talk and of the list, seen from the shop.

mod card;

use alap_deal::terms;
use alap_protocol::{deal::Step, locale::Locale, message::Author, payment::Wallet};
use alap_ui::words::{money, number, tr, tr_with};

pub(super) use card::view;

use super::{
    desk::names::{price, wallet_key},
    names::shop_moment,
};
use crate::state::ShopView;

/// In one line.
pub(crate) fn line(author: &Author, step: &Step, shop: &ShopView, locale: Locale) -> String {
    let currency = shop.currency.as_str();
    let name = match author {
        Author::Agent { name, .. } => name.clone(),
        Author::Shopper {} | Author::Bot {} | Author::System {} => tr(locale, "told.shop"),
    };
    let by_name = |key| tr_with(locale, key, &[("name", &name)]);
    match step {
        Step::Requested { title, .. } => tr_with(locale, "told.requested", &[("title", title.get(locale))]),
        Step::Offered { terms, .. } => {
            let key = by(author, ["told.offered", "told.offered", "told.offered_rule"]);
            tr_with(locale, key, &[("name", &name), ("price", &price(terms, currency, locale))])
        }
        Step::Proposed { terms, .. } => {
            tr_with(locale, "told.proposed", &[("price", &price(terms, currency, locale))])
        }
        Step::Accepted { order, terms, .. } => {
            let key = by(author, ["told.accepted_shopper", "told.accepted", "told.accepted_rule"]);
            let total = money(locale, terms::total(terms).unwrap_or_default(), currency);
            tr_with(locale, key, &[("name", &name), ("total", &total), ("order", &number(locale, order))])
        }
        Step::Declined { .. } => {
            by_name(by(author, ["told.declined_shopper", "told.declined", "told.declined_rule"]))
        }
        Step::Withdrawn { .. } => {
            by_name(by(author, ["told.withdrawn_shopper", "told.withdrawn", "told.withdrawn"]))
        }
        Step::Expired { .. } => tr(locale, "told.expired"),
        Step::CouponGiven { coupon } => tr_with(locale, "told.coupon_given", &[("code", coupon.as_str())]),
        Step::Paid { payment } => {
            let paid =
                Paid { wallet: payment.wallet, transaction: &payment.transaction, amount: payment.amount };
            paid.words("told.paid", &name, currency, locale)
        }
        Step::PaymentChecked { wallet, transaction, amount, received, .. } => {
            let key = if *received { "told.received" } else { "told.not_found" };
            Paid { wallet: *wallet, transaction, amount: *amount }.words(key, &name, currency, locale)
        }
        Step::Confirmed {} => by_name("told.confirmed"),
        Step::Done {} => by_name("told.done"),
        Step::Cancelled { .. } => {
            by_name(by(author, ["told.cancelled_shopper", "told.cancelled", "told.cancelled"]))
        }
        Step::Reminded { slot } => {
            let when = shop_moment(*slot, shop, locale).unwrap_or_default();
            tr_with(locale, "told.reminded", &[("when", &when)])
        }
    }
}

/// The key for what the shopper did, what a person of the shop did, and what a rule of it did.
fn by(author: &Author, [shopper, agent, rule]: [&'static str; 3]) -> &'static str {
    match author {
        Author::Shopper {} => shopper,
        Author::Agent { .. } => agent,
        Author::Bot {} | Author::System {} => rule,
    }
}

struct Paid<'a> {
    wallet: Wallet,
    transaction: &'a str,
    amount: i64,
}

impl Paid<'_> {
    fn words(&self, key: &str, name: &str, currency: &str, locale: Locale) -> String {
        let amount = money(locale, self.amount, currency);
        let wallet = tr(locale, wallet_key(self.wallet));
        let values = [("name", name), ("wallet", wallet.as_str()), ("amount", &amount)];
        let [name, wallet, amount] = values;
        tr_with(locale, key, &[name, wallet, amount, ("transaction", self.transaction)])
    }
}

#[cfg(test)]
mod tests {
    use alap_protocol::{
        deal::Terms,
        id::{AgentId, ClientId},
    };
    use uuid::Uuid;

    use super::*;

    fn terms(unit_price: i64) -> Terms {
        Terms {
            unit_price,
            quantity: 1,
            extras: Vec::new(),
            discount: 0,
            coupon: None,
            advance: 0,
            delivery: None,
            expires_at: None,
            words: String::new(),
        }
    }

    fn check(author: &Author, step: &Step, bn: &str, en: &str) {
        let shop = ShopView { currency: "BDT".into(), zone_minutes: 360 };
        assert_eq!(line(author, step, &shop, Locale::Bn), bn);
        assert_eq!(line(author, step, &shop, Locale::En), en);
    }

    #[test]
    fn a_step_says_who_did_what() {
        let mita = Author::Agent { id: AgentId(Uuid::nil()), name: "মিতা".into() };
        let proposed = Step::Proposed { number: 1, terms: terms(110_000) };
        check(&Author::Shopper {}, &proposed, "ক্রেতা ৳১,১০০ প্রস্তাব দিয়েছেন", "The shopper proposed ৳1,100");
        let offered = Step::Offered { number: 1, terms: terms(120_000) };
        check(&mita, &offered, "মিতা ৳১,২০০ অফার দিয়েছেন", "মিতা offered ৳1,200");
        check(
            &Author::Bot {},
            &offered,
            "দোকানের নিয়মে ৳১,২০০ অফার দেওয়া হয়েছে",
            "By the shop's rule: an offer of ৳1,200",
        );
        let accepted = Step::Accepted { number: 1, order: 12, terms: terms(110_000) };
        check(
            &Author::Shopper {},
            &accepted,
            "ক্রেতা রাজি: ৳১,১০০, অর্ডার নম্বর ১২",
            "The shopper accepted: ৳1,100, order 12",
        );
    }

    #[test]
    fn a_booked_time_is_said_by_the_shops_clocks() {
        let reminded = Step::Reminded { slot: 1_795_325_400_000 };
        check(
            &Author::System {},
            &reminded,
            "মনে করিয়ে দেওয়া হয়েছে: কথা বলার সময় ২২ নভেম্বর, সকাল ১১:৩০",
            "Reminder sent: the call is at 22 November, 11:30 am",
        );
    }

    #[test]
    fn a_checked_payment_says_what_the_shop_found() {
        let step = |received| Step::PaymentChecked {
            payment: ClientId(Uuid::nil()),
            wallet: Wallet::Bkash,
            transaction: "6H7801QFYM".into(),
            amount: 24_000,
            received,
        };
        let mita = Author::Agent { id: AgentId(Uuid::nil()), name: "Mita".into() };
        check(
            &mita,
            &step(false),
            "Mita দেখেছেন: বিকাশ-এর ৳২৪০ পাওয়া যায়নি (6H7801QFYM)",
            "Mita checked: ৳240 by bKash was not found (6H7801QFYM)",
        );
    }
}
