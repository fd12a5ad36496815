//! What an agent does to a request.

use alap_protocol::{
    error::ErrorCode,
    id::{ClientId, ConversationId, RequestId},
    request::{AgentAct, AgentDeed},
};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    client::{Failure, requests as client},
    random,
    requests::{Outcome, list::Filter},
    state::Inbox,
};

impl Inbox {
    pub(crate) fn set_request_filter(self, filter: Filter) {
        self.requests.filter.set(filter);
        spawn_local(self.fetch_lines());
    }

    /// Does something to a request. False if it came to nothing; what is shown is how it stands then.
    pub(crate) async fn act(self, request: RequestId, conversation: ConversationId, deed: AgentDeed) -> bool {
        if self.requests.busy.get_untracked() {
            return false;
        }
        self.requests.busy.set(true);
        let act = AgentAct { key: self.key_for(request, &deed), deed };
        let answer = client::act(request, &act).await;
        let is_done = match answer {
            Ok(_) => {
                self.requests.unsure.set_value(None);
                self.requests.outcome.set(Some(Outcome { key: "desk.done", is_fault: false }));
                true
            }
            Err(failure) => {
                if !failure.passes() {
                    self.requests.unsure.set_value(None);
                }
                self.requests.outcome.set(Some(Outcome { key: fault_words(failure), is_fault: true }));
                self.note(failure);
                false
            }
        };
        // Done or refused, the talk tells how it stands now.
        let is_here =
            self.talks.with_untracked(|talks| talks.get(&conversation).is_some_and(|it| it.fetched));
        if is_here {
            self.catch_up(conversation).await;
        }
        self.fetch_desk().await;
        self.requests.busy.set(false);
        is_done
    }

    /// A new key; the same one for what may have been done already, though nobody heard so.
    fn key_for(self, request: RequestId, deed: &AgentDeed) -> ClientId {
        let known = self.requests.unsure.with_value(|unsure| {
            let is_it = |(of, done, _): &&(RequestId, AgentDeed, ClientId)| *of == request && done == deed;
            unsure.as_ref().filter(is_it).map(|(_, _, key)| *key)
        });
        let key = known.unwrap_or_else(random::client_id);
        self.requests.unsure.set_value(Some((request, deed.clone(), key)));
        key
    }
}

/// What a failed act means for whoever did it.
pub(super) fn fault_words(failure: Failure) -> &'static str {
    match failure {
        Failure::Refused(ErrorCode::Stale | ErrorCode::Conflict) => "desk.stale",
        Failure::Refused(ErrorCode::NoCoupon) => "desk.no_coupon",
        Failure::Refused(ErrorCode::NotFound) => "desk.gone",
        Failure::Refused(_) => "desk.refused",
        _ => "inbox.not_done",
    }
}
