//! How states, kinds, wallets and prices are called, seen from the shop.

use alap_deal::terms;
use alap_protocol::{
    deal::{DealState, Terms},
    form::FormKind,
    hours::parse_date,
    id::ProductId,
    locale::Locale,
    pack::{Product, ShopPack},
    payment::Wallet,
};
use alap_ui::{
    times,
    words::{money, number, tr_with},
};

/// The key of a state's words.
pub(crate) fn state_key(state: DealState) -> &'static str {
    match state {
        DealState::Asked => "desk.state_asked",
        DealState::Offered => "desk.state_offered",
        DealState::Proposed => "desk.state_proposed",
        DealState::Declined => "desk.state_declined",
        DealState::Withdrawn => "desk.state_withdrawn",
        DealState::Expired => "desk.state_expired",
        DealState::Accepted => "desk.state_accepted",
        DealState::Confirmed => "desk.state_confirmed",
        DealState::Done => "desk.state_done",
        DealState::Cancelled => "desk.state_cancelled",
    }
}

/// The key of a kind's words.
pub(crate) fn kind_key(kind: FormKind) -> &'static str {
    match kind {
        FormKind::PreOrder => "desk.kind_order",
        FormKind::Call => "desk.kind_call",
        FormKind::Problem => "desk.kind_problem",
        FormKind::Review => "desk.kind_review",
        FormKind::Feedback => "desk.kind_feedback",
    }
}

/// The key of a wallet's name.
pub(crate) fn wallet_key(wallet: Wallet) -> &'static str {
    match wallet {
        Wallet::Bkash => "desk.bkash",
        Wallet::Nagad => "desk.nagad",
        Wallet::Rocket => "desk.rocket",
        Wallet::BanglaQr => "desk.bangla_qr",
    }
}

/// What an offer comes to: one amount, or the price of each piece with the total where there are several or more comes on top.
pub(crate) fn price(terms: &Terms, currency: &str, locale: Locale) -> String {
    let total = money(locale, terms::total(terms).unwrap_or_default(), currency);
    if terms.quantity == 1 {
        return total;
    }
    let (each, count) = (money(locale, terms.unit_price, currency), number(locale, terms.quantity));
    tr_with(locale, "told.each", &[("price", &each), ("count", &count), ("total", &total)])
}

/// A day written as `YYYY-MM-DD`, as people say it.
pub(crate) fn day(text: &str, locale: Locale) -> String {
    parse_date(text).map_or_else(|| text.to_owned(), |date| times::date(locale, date))
}

/// A product of the pack.
pub(crate) fn product<'a>(pack: Option<&'a ShopPack>, id: Option<&ProductId>) -> Option<&'a Product> {
    pack?.products.iter().find(|product| Some(&product.id) == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_price_says_the_total_and_for_several_pieces_what_one_costs() {
        let one = Terms {
            unit_price: 110_000,
            quantity: 1,
            extras: Vec::new(),
            discount: 10_000,
            coupon: None,
            advance: 0,
            delivery: None,
            expires_at: None,
            words: String::new(),
        };
        assert_eq!(price(&one, "BDT", Locale::Bn), "৳১,০০০");
        let ten = Terms { quantity: 10, discount: 0, ..one };
        assert_eq!(price(&ten, "BDT", Locale::Bn), "প্রতিটি ৳১,১০০ দরে ১০টি (মোট ৳১১,০০০)");
        assert_eq!(price(&ten, "BDT", Locale::En), "৳1,100 each for 10 pieces (৳11,000 in all)");
    }

    #[test]
    fn a_day_is_said_as_people_say_it() {
        assert_eq!(day("2026-11-25", Locale::Bn), "২৫ নভেম্বর");
        assert_eq!(day("?", Locale::En), "?");
    }
}
