//! Making coupons and ending them.

use alap_protocol::{
    coupon::{CouponCode, NewCoupon},
    error::ErrorCode,
};
use leptos::prelude::*;

use super::requests::fault_words;
use crate::{
    client::{Failure, requests as client},
    requests::Outcome,
    state::Inbox,
};

impl Inbox {
    pub(crate) async fn fetch_coupons(self) {
        match client::coupons().await {
            Ok(list) => self.requests.coupons.set(Some(list.coupons)),
            Err(failure) => self.note(failure),
        }
    }

    /// False if it came to nothing.
    pub(crate) async fn make_coupon(self, coupon: NewCoupon) -> bool {
        self.settled(client::make_coupon(&coupon).await.map(drop), "coupons.made").await
    }

    pub(crate) async fn end_coupon(self, code: CouponCode) {
        self.settled(client::end_coupon(&code).await, "coupons.ended").await;
    }

    async fn settled(self, answer: Result<(), Failure>, done: &'static str) -> bool {
        let outcome = match answer {
            Ok(()) => Outcome { key: done, is_fault: false },
            Err(failure) => {
                self.note(failure);
                let key = match failure {
                    // A code is one of a kind in the shop for ever.
                    Failure::Refused(ErrorCode::Conflict) => "coupons.code_taken",
                    failure => fault_words(failure),
                };
                Outcome { key, is_fault: true }
            }
        };
        self.requests.outcome.set(Some(outcome));
        self.fetch_coupons().await;
        !outcome.is_fault
    }
}
