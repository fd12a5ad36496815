//! What the shopper does to requests: in memory, on this device's disk, and in other tabs.

use alap_protocol::{
    error::ErrorCode,
    id::{PhotoId, RequestId, Sequence},
    request::{ShopperAct, ShopperDeed},
};
use leptos::{prelude::*, task::spawn_local};
use serde::{Deserialize, Serialize};

use super::{draft::Line, drafts, state::State};
use crate::http::Fault;

/// What the shopper does to a request, until the server has answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct KeptAct {
    pub(super) request: RequestId,
    pub(super) act: ShopperAct,
    /// What the server said: kept until the next act, so that each tab can tell it.
    #[serde(default)]
    pub(super) came: Option<Came>,
}

/// What came of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Came {
    /// It is done; its step stands here in the conversation.
    Done(Sequence),
    /// Something else happened before.
    Stale,
    /// The coupon does not hold.
    NoCoupon,
    /// Refused for another reason.
    Refused,
}

impl Came {
    /// What a fault means for the act; `None` where it is to be tried again.
    pub(super) fn of(fault: Fault) -> Option<Self> {
        match fault {
            Fault::Away | Fault::TooMany | Fault::Version => None,
            Fault::Refused(ErrorCode::Stale) => Some(Self::Stale),
            Fault::Refused(ErrorCode::NoCoupon) => Some(Self::NoCoupon),
            Fault::NotFound | Fault::Refused(_) => Some(Self::Refused),
        }
    }

    /// The sentence for it, where there is something to say.
    pub(super) fn key(self) -> Option<&'static str> {
        match self {
            Self::Done(_) => None,
            Self::Stale => Some("deal.stale"),
            Self::NoCoupon => Some("coupon.none"),
            Self::Refused => Some("deal.refused"),
        }
    }
}

impl KeptAct {
    /// The picture that goes with it.
    pub(super) fn photo(&self) -> Option<PhotoId> {
        match &self.act.deed {
            ShopperDeed::Pay { photo, .. } => *photo,
            _ => None,
        }
    }
}

/// What is to be done to a request is kept until the server has answered.
pub(super) fn add(state: State, act: KeptAct) {
    clear(state, |known| known.request == act.request);
    state.acts.update(|acts| acts.push(act.clone()));
    drafts::write(state, &Line::Act(act));
    state.wake();
}

/// It was answered.
pub(super) fn close(state: State, act: &KeptAct, came: Came) {
    let mut closed = None;
    state.acts.update(|acts| {
        if let Some(known) = acts.iter_mut().find(|known| known.act.key == act.act.key) {
            known.came = Some(came);
            closed = Some(known.clone());
        }
    });
    // Not one that was erased meanwhile.
    let Some(closed) = closed else { return };
    if let Some(photo) = closed.photo() {
        state.photos.update_value(|known| known.retain(|id, _| *id != photo));
        let photos = vec![photo.to_string()];
        spawn_local(async move { state.storage().remove_draft("", &photos).await });
    }
    drafts::write(state, &Line::Act(closed));
}

/// Takes out acts that were answered.
pub(super) fn clear(state: State, which: impl Fn(&KeptAct) -> bool) {
    let is_over = |act: &KeptAct| act.came.is_some() && which(act);
    let over: Vec<_> =
        state.acts.with_untracked(|acts| acts.iter().filter(|act| is_over(act)).cloned().collect());
    if !over.is_empty() {
        state.acts.update(|acts| acts.retain(|act| !is_over(act)));
    }
    for act in over {
        drafts::remove(state, act.act.key.to_string(), Vec::new());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_act_that_was_kept_without_an_answer_waits_for_one() {
        let key = alap_protocol::id::ClientId(uuid::Uuid::from_u128(1));
        let deed = ShopperDeed::Withdraw { number: 1 };
        let kept = KeptAct {
            request: RequestId(uuid::Uuid::from_u128(1)),
            act: ShopperAct { key, deed },
            came: None,
        };
        let mut before = serde_json::to_value(&kept).unwrap();
        before.as_object_mut().unwrap().remove("came");
        assert_eq!(serde_json::from_value::<KeptAct>(before).unwrap(), kept);
    }

    #[test]
    fn only_what_will_not_pass_ends_an_act() {
        for fault in [Fault::Away, Fault::TooMany, Fault::Version] {
            assert_eq!(Came::of(fault), None);
        }
        assert_eq!(Came::of(Fault::Refused(ErrorCode::Stale)), Some(Came::Stale));
        assert_eq!(Came::of(Fault::NotFound).and_then(Came::key), Some("deal.refused"));
        assert_eq!(Came::Done(Sequence(3)).key(), None);
    }
}
