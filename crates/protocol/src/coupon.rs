//! Coupons: made by the seller, checked and redeemed on the server, and nowhere else.

use serde::{Deserialize, Serialize};

use crate::{id::ProductId, limits::COUPON_CHARS};

/// A coupon's code: capital Latin letters and digits, 4 to [`COUPON_CHARS`]; read from what a person wrote in any case, with
/// spaces and dashes, in Bangla digits too (by `alap-deal`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String))]
#[serde(try_from = "String", into = "String")]
pub struct CouponCode(String);

/// It is no coupon's code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a coupon's code has 4 to 24 capital letters and digits")]
pub struct NoCode;

impl CouponCode {
    /// Checks a code.
    pub fn parse(code: impl Into<String>) -> Result<Self, NoCode> {
        let code = code.into();
        let plain = code.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        if plain && (4..=COUPON_CHARS).contains(&code.len()) { Ok(Self(code)) } else { Err(NoCode) }
    }

    /// The code.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for CouponCode {
    type Error = NoCode;

    fn try_from(code: String) -> Result<Self, NoCode> {
        Self::parse(code)
    }
}

impl From<CouponCode> for String {
    fn from(code: CouponCode) -> Self {
        code.0
    }
}

/// What a coupon takes off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Discount {
    /// So much, in the smallest unit.
    Amount(i64),
    /// So many percent of the price, 1 to 100.
    Percent(u8),
}

/// A coupon as the seller makes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewCoupon {
    /// Its code, one of a kind in the shop for ever.
    pub code: CouponCode,
    /// What it takes off.
    pub discount: Discount,
    /// The least that the order has to come to, in the smallest unit.
    pub minimum: i64,
    /// Only for these products; empty for all. At most 200.
    pub products: Vec<ProductId>,
    /// From when it holds, in milliseconds since 1970 UTC.
    pub starts_at: i64,
    /// Until when it holds; none for ever.
    pub ends_at: Option<i64>,
    /// How often it can be used in all; at least 1.
    pub uses: u32,
    /// How often one customer can use it; at least 1.
    pub uses_per_customer: u32,
}

/// A coupon as the inbox sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CouponLine {
    /// As it was made.
    pub coupon: NewCoupon,
    /// How often it was used.
    pub used: u32,
    /// It was ended by the seller.
    pub closed: bool,
    /// When it was made, in milliseconds since 1970 UTC.
    pub created_at: i64,
}

/// All coupons of a shop, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CouponList {
    /// At most 500.
    pub coupons: Vec<CouponLine>,
}

/// What a coupon would take off an offer as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CouponWorth {
    /// In the smallest unit.
    pub discount: i64,
}

/// Asks what a coupon is worth for the offer that stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CouponQuestion {
    /// Its code.
    pub coupon: CouponCode,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_capitals_and_digits() {
        assert!(CouponCode::parse("EID2027").is_ok());
        for bad in ["", "EID", "eid2027", "EID 2027", "ঈদ২০২৭", "EID2027\n", &"A".repeat(25)] {
            assert_eq!(CouponCode::parse(bad), Err(NoCode), "{bad}");
        }
        assert!(serde_json::from_str::<CouponCode>(r#""'; DROP""#).is_err());
    }
}
