//! The agents' side over HTTP, one file an endpoint.

pub mod assign;
pub mod calls;
pub mod close;
pub mod colleagues;
pub mod coupons;
pub mod learnt;
pub mod list;
pub mod login;
pub mod logout;
pub mod me;
pub mod messages;
pub mod one;
pub mod password;
pub mod payments;
pub mod photo;
pub mod questions;
pub mod reopen;
pub mod requests;
pub mod seen;
pub mod send;
pub mod shop;
pub mod videos;

use alap_protocol::agent::AgentView;
use alap_store::Agent;

use crate::state::AppState;

/// An agent as colleagues see them.
pub(crate) fn view(state: &AppState, agent: Agent) -> AgentView {
    AgentView {
        id: agent.id,
        login: agent.login,
        name: agent.name,
        shop: state.shop().pack.shop.name.clone(),
    }
}
