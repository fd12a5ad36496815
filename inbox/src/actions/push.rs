//! What the socket tells.

use alap_protocol::{limits::PROTOCOL_VERSION, message::Body, socket::AgentPush};
use alap_ui::device_time;
use leptos::{prelude::*, task::spawn_local};

use crate::{
    client::{Failure, http, socket::News},
    state::{Inbox, Link},
};

/// So long is a shopper believed to type who does not say more.
const TYPING_MS: i64 = 8_000;

impl Inbox {
    pub(crate) fn hear(self, news: News) {
        match news {
            News::Push(AgentPush::Welcome { protocol }) => {
                let same = protocol == PROTOCOL_VERSION;
                self.link.set(if same { Link::Up } else { Link::Outdated });
                spawn_local(self.refresh());
                self.flush_all();
            }
            News::Push(AgentPush::Conversation { summary }) => {
                let said_more = self
                    .conversations
                    .with_untracked(|all| all.get(summary.id).is_none_or(|it| it.head < summary.head));
                if said_more {
                    self.typing.write().remove(&summary.id);
                }
                let is_step =
                    summary.last.as_ref().is_some_and(|last| matches!(last.body, Body::Step { .. }));
                if said_more && (is_step || self.requests.is_shown_now()) {
                    self.fetch_desk_soon();
                }
                self.changed(*summary);
            }
            News::Push(AgentPush::Typing { conversation, on }) => {
                let until = device_time::now() + TYPING_MS;
                let mut typing = self.typing.write();
                if on {
                    typing.insert(conversation, until);
                } else {
                    typing.remove(&conversation);
                }
            }
            News::Push(AgentPush::Error { .. } | AgentPush::Pong {}) => {}
            // A newer server's frame: the list says in old words what it meant.
            News::Strange => spawn_local(self.refresh()),
            News::Lost => {
                self.note(Failure::Away);
                spawn_local(async move {
                    // A socket does not say why it was refused; a request does.
                    if let Err(Failure::Unauthenticated) = http::me().await {
                        self.leave();
                    }
                });
            }
        }
    }

    /// Done now and then: pushes tell of conversations, but not of a request that failed or of the shop folder.
    pub(crate) fn look_after(self) {
        if untrack(|| self.me()).is_none() || document().hidden() {
            return;
        }
        if self.link.get_untracked() == Link::Away {
            spawn_local(self.refresh());
        } else {
            spawn_local(self.fetch_shop());
            spawn_local(self.fetch_learning());
            spawn_local(self.fetch_desk());
            spawn_local(self.fetch_videos());
        }
    }

    /// The network is back, or the page is looked at again.
    pub(crate) fn wake(self) {
        self.socket.with_value(|socket| {
            if let Some(socket) = socket {
                socket.hurry();
            }
        });
        self.mark_seen();
    }
}
