//! An offer while it is being written: fields as they are typed, and what they come to.

use alap_deal::{TermsFault, coupon, terms};
use alap_protocol::{
    coupon::{CouponCode, CouponLine},
    deal::{Extra, Terms},
    id::ProductId,
    locale::Locale,
};

use super::typed::{amount, amount_text, quantity, whole_text};

const HOUR: i64 = 60 * 60 * 1_000;

/// How long an offer holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holds {
    Day,
    ThreeDays,
    Week,
}

impl Holds {
    pub(crate) const ALL: [Self; 3] = [Self::Day, Self::ThreeDays, Self::Week];

    fn ms(self) -> i64 {
        match self {
            Self::Day => 24 * HOUR,
            Self::ThreeDays => 3 * 24 * HOUR,
            Self::Week => 7 * 24 * HOUR,
        }
    }
}

/// What is paid in advance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Advance {
    /// So many percent of the total.
    Percent(u8),
    /// An amount, as it was typed.
    Typed(String),
}

/// Something on top, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ExtraDraft {
    pub(crate) what: String,
    pub(crate) price: String,
}

/// An offer while it is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OfferDraft {
    pub(crate) price: String,
    pub(crate) quantity: String,
    pub(crate) extras: Vec<ExtraDraft>,
    pub(crate) coupon: String,
    pub(crate) advance: Advance,
    /// The day, as `YYYY-MM-DD`; empty for none.
    pub(crate) delivery: String,
    pub(crate) holds: Holds,
    pub(crate) words: String,
}

/// Which field cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DraftFault {
    Price,
    Quantity,
    /// An extra, by its place.
    ExtraPrice(usize),
    Coupon,
    Advance,
    /// All can be read, but it cannot be offered.
    Terms(TermsFault),
}

/// What is known when an offer is counted together.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known<'a> {
    /// The server's time, in milliseconds since 1970 UTC.
    pub(crate) now: i64,
    /// The shop's day, as `YYYY-MM-DD`.
    pub(crate) today: &'a str,
    pub(crate) product: Option<&'a ProductId>,
    pub(crate) coupons: &'a [CouponLine],
}

impl OfferDraft {
    /// The first offer: the product's price, and as many pieces as were asked for.
    pub(crate) fn first(price: Option<i64>, pieces: Option<u32>, percent: u8, locale: Locale) -> Self {
        Self {
            price: price.map(|price| amount_text(locale, price)).unwrap_or_default(),
            quantity: whole_text(locale, pieces.unwrap_or(1)),
            extras: Vec::new(),
            coupon: String::new(),
            advance: Advance::Percent(percent),
            delivery: String::new(),
            holds: Holds::ThreeDays,
            words: String::new(),
        }
    }

    /// Another offer: the price that was named last, the rest as in the shop's last offer.
    pub(crate) fn next(
        last: &Terms,
        shops: Option<&Terms>,
        percent: u8,
        today: &str,
        locale: Locale,
    ) -> Self {
        let extra =
            |extra: &Extra| ExtraDraft { what: extra.what.clone(), price: amount_text(locale, extra.price) };
        let advance = match shops.map(|terms| terms.advance) {
            None => Advance::Percent(percent),
            Some(0) => Advance::Percent(0),
            Some(advance) => Advance::Typed(amount_text(locale, advance)),
        };
        let code = shops.and_then(|terms| terms.coupon.as_ref());
        // A day that has passed by now would only be refused.
        let delivery = last.delivery.clone().filter(|day| day.as_str() >= today);
        Self {
            extras: last.extras.iter().map(extra).collect(),
            coupon: code.map(|code| code.as_str().to_owned()).unwrap_or_default(),
            advance,
            delivery: delivery.unwrap_or_default(),
            ..Self::first(Some(last.unit_price), Some(last.quantity), percent, locale)
        }
    }

    /// The offer that it comes to. Its discount is a preview: the server works it out.
    pub(crate) fn terms(&self, known: &Known<'_>) -> Result<Terms, DraftFault> {
        let mut offer = Terms {
            unit_price: amount(&self.price).ok_or(DraftFault::Price)?,
            quantity: quantity(&self.quantity).ok_or(DraftFault::Quantity)?,
            extras: self.extras()?,
            discount: 0,
            coupon: self.code()?,
            advance: 0,
            delivery: Some(self.delivery.clone()).filter(|day| !day.is_empty()),
            expires_at: Some(known.now + self.holds.ms()),
            words: self.words.trim().to_owned(),
        };
        offer.discount = discount(&offer, known).unwrap_or_default();
        offer.advance = match &self.advance {
            Advance::Percent(percent) => share(terms::total(&offer).unwrap_or_default(), *percent),
            Advance::Typed(typed) if typed.trim().is_empty() => 0,
            Advance::Typed(typed) => amount(typed).ok_or(DraftFault::Advance)?,
        };
        terms::check(&offer, known.now, known.today).map_err(DraftFault::Terms)?;
        Ok(offer)
    }

    /// The coupon's code, if one was typed.
    fn code(&self) -> Result<Option<CouponCode>, DraftFault> {
        if self.coupon.trim().is_empty() {
            return Ok(None);
        }
        coupon::read(&self.coupon).map(Some).ok_or(DraftFault::Coupon)
    }

    /// The extras; a line in which nothing was typed is none.
    fn extras(&self) -> Result<Vec<Extra>, DraftFault> {
        let lines = self.extras.iter().enumerate();
        let typed = lines.filter(|(_, it)| !(it.what.trim().is_empty() && it.price.trim().is_empty()));
        let read = typed.map(|(place, it)| {
            let is_free = it.price.trim().is_empty();
            let price = if is_free { Some(0) } else { amount(&it.price) };
            let price = price.ok_or(DraftFault::ExtraPrice(place))?;
            Ok(Extra { what: it.what.trim().to_owned(), price })
        });
        read.collect()
    }
}

/// What the offer's coupon takes off, as far as this page knows; `None` where it does not hold, or there is none.
pub(crate) fn discount(offer: &Terms, known: &Known<'_>) -> Option<i64> {
    let code = offer.coupon.as_ref()?;
    let line = known.coupons.iter().find(|line| line.coupon.code == *code)?;
    let is_left = !line.closed && line.used < line.coupon.uses;
    coupon::worth(&line.coupon, offer, known.product, known.now).filter(|_| is_left)
}

/// So many percent of a total, in whole units, never more than that.
pub(crate) fn share(total: i64, percent: u8) -> i64 {
    let share = i128::from(total.max(0)) * i128::from(percent) / 100;
    i64::try_from(share / 100 * 100).unwrap_or_default()
}

/// More than the Digital Commerce Guidelines of 2021 allow without escrow: a tenth.
pub(crate) fn is_much(advance: i64, total: i64) -> bool {
    i128::from(advance) * 10 > i128::from(total)
}

#[cfg(test)]
mod tests;
