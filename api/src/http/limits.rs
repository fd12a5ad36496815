//! How much one address, or one conversation, may ask for in a while. Behind a proxy that was not named with
//! `--behind-proxy`, all share the proxy's address.

use alap_protocol::id::{ConversationId, ProductId};

use super::{peer::Peer, throttle::Throttle};

const MINUTE: i64 = 60 * 1_000;
const HOUR: i64 = 60 * MINUTE;
/// Questions after a coupon in ten minutes. A code has at least four letters and digits, most have more.
const COUPONS: usize = 10;
/// Proposals for one product that a rule answers in a day: enough for some honest rounds, too few to search the floor out.
const RULE_ANSWERS: usize = 12;
/// Photos in an hour.
const PHOTOS: usize = 200;

/// What one address may begin in an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PerHour {
    /// Conversations.
    pub conversations: usize,
    /// Filled-in forms.
    pub requests: usize,
}

impl Default for PerHour {
    /// Many phones share one address of their network.
    fn default() -> Self {
        Self { conversations: 600, requests: 120 }
    }
}

/// What has been asked for.
#[derive(Debug)]
pub struct Limits {
    /// New conversations.
    pub conversations: Throttle<Peer>,
    /// New filled-in forms.
    pub requests: Throttle<Peer>,
    /// Photos, the same one again too.
    pub photos: Throttle<Peer>,
    /// Questions after a coupon, by address.
    coupons: Throttle<Peer>,
    /// Questions after a coupon, by conversation.
    coupons_of: Throttle<ConversationId>,
    /// Proposals that a rule may answer.
    rule_answers: Throttle<(Peer, ProductId)>,
}

impl Limits {
    /// With so much an hour.
    pub fn new(per_hour: PerHour) -> Self {
        Self {
            conversations: Throttle::new(per_hour.conversations, HOUR),
            requests: Throttle::new(per_hour.requests, HOUR),
            photos: Throttle::new(PHOTOS, HOUR),
            coupons: Throttle::new(COUPONS, 10 * MINUTE),
            coupons_of: Throttle::new(COUPONS, 10 * MINUTE),
            rule_answers: Throttle::new(RULE_ANSWERS, 24 * HOUR),
        }
    }

    /// May a coupon be asked after, or used? Whether there is such a one makes no difference.
    pub fn may_try_coupon(&self, peer: Peer, conversation: ConversationId, now: i64) -> bool {
        self.coupons.try_at(peer, now) && self.coupons_of.try_at(conversation, now)
    }

    /// May a rule of the seller answer this proposal? If not, it waits for a person.
    pub fn may_ask_rule(&self, peer: Peer, product: ProductId, now: i64) -> bool {
        self.rule_answers.try_at((peer, product), now)
    }
}
