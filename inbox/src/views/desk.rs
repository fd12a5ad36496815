//! Requests: the list, one of them beside its talk, payments to verify, calls, coupons.

mod acts;
mod answers;
mod calls;
mod column;
mod coupon_form;
mod coupons;
mod head;
pub(super) mod names;
mod offer;
mod offer_extras;
mod offer_fields;
mod offer_sum;
mod outcome;
mod panel;
mod payment;
mod payments;
mod photo;
mod prices;
mod row;
mod say_no;
mod terms;

pub(crate) use calls::Calls;
pub(crate) use column::Column;
pub(crate) use coupons::Coupons;
pub(crate) use panel::Panel;
pub(crate) use payments::Payments;
