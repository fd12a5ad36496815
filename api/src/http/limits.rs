//! How much one address, or one conversation, may ask for in a while. Behind a proxy that was not named with
//! `--behind-proxy`, all share the proxy's address.

use alap_protocol::id::ConversationId;

use super::{peer::Peer, throttle::Throttle};

const MINUTE: i64 = 60 * 1_000;
const HOUR: i64 = 60 * MINUTE;
/// Questions after a coupon of one conversation in ten minutes. A code has at least four letters and digits, most have more.
const COUPONS: usize = 10;
/// Those of one address, which many phones may share.
const COUPONS_OF_ADDRESS: usize = 100;
/// Proposals that a rule answers in a day, over all products and conversations: enough for some honest rounds, too few to search
/// a floor out.
const RULE_ANSWERS: usize = 4;
/// Photos in an hour.
const PHOTOS: usize = 200;
/// Reports of what was watched in an hour. One that is left out is missed by nobody.
const WATCHED: usize = 60;

/// What one address may begin in an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PerHour {
    /// Conversations.
    pub conversations: usize,
    /// Filled-in forms.
    pub requests: usize,
    /// Filled-in forms that book a time: what is booked is there for nobody else.
    pub bookings: usize,
}

impl Default for PerHour {
    /// Many phones share one address of their network.
    fn default() -> Self {
        Self { conversations: 600, requests: 120, bookings: 6 }
    }
}

/// What has been asked for.
#[derive(Debug)]
pub struct Limits {
    /// New conversations.
    pub conversations: Throttle<Peer>,
    /// New filled-in forms.
    pub requests: Throttle<Peer>,
    /// Times that are booked.
    pub bookings: Throttle<Peer>,
    /// Photos, the same one again too.
    pub photos: Throttle<Peer>,
    /// Reports of what was watched.
    pub watched: Throttle<Peer>,
    /// Questions after a coupon, by address.
    coupons: Throttle<Peer>,
    /// Questions after a coupon, by conversation.
    coupons_of: Throttle<ConversationId>,
    /// Proposals that a rule may answer.
    rule_answers: Throttle<Peer>,
}

impl Limits {
    /// With so much an hour.
    pub fn new(per_hour: PerHour) -> Self {
        Self {
            conversations: Throttle::new(per_hour.conversations, HOUR),
            requests: Throttle::new(per_hour.requests, HOUR),
            bookings: Throttle::new(per_hour.bookings, HOUR),
            photos: Throttle::new(PHOTOS, HOUR),
            watched: Throttle::new(WATCHED, HOUR),
            coupons: Throttle::new(COUPONS_OF_ADDRESS, 10 * MINUTE),
            coupons_of: Throttle::new(COUPONS, 10 * MINUTE),
            rule_answers: Throttle::new(RULE_ANSWERS, 24 * HOUR),
        }
    }

    /// May a coupon be asked after, or used? Whether there is such a one makes no difference. A conversation that asks too often
    /// uses up nothing of its address.
    pub fn may_try_coupon(&self, peer: Peer, conversation: ConversationId, now: i64) -> bool {
        self.coupons_of.try_at(conversation, now) && self.coupons.try_at(peer, now)
    }

    /// May a rule of the seller answer this proposal? If not, it waits for a person.
    pub fn may_ask_rule(&self, peer: Peer, now: i64) -> bool {
        self.rule_answers.try_at(peer, now)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_conversation_that_guesses_stops_soon_and_its_address_after_many_of_them() {
        let limits = Limits::new(PerHour::default());
        let peer = |ip: &str| Peer::of(ip.parse().unwrap());
        let tried = |peer: Peer, tries: usize| {
            let conversation = ConversationId(Uuid::new_v4());
            (0..tries).filter(|_| limits.may_try_coupon(peer, conversation, 0)).count()
        };
        let shared = peer("192.0.2.1");
        for _ in 0..9 {
            assert_eq!(tried(shared, 50), 10);
        }
        assert_eq!(tried(shared, 4), 4, "what a conversation may not try does not count for its address");
        assert_eq!(tried(shared, 50), 6);
        assert_eq!(tried(shared, 1), 0);
        assert_eq!(tried(peer("192.0.2.2"), 1), 1);
    }
}
