//! Logging in and out, and what follows from it.

use alap_protocol::agent::AgentView;
use leptos::{prelude::*, task::spawn_local};

use crate::{
    client::{Failure, http, socket::Socket},
    keep,
    state::{Inbox, Link, Session},
};

impl Inbox {
    /// Who is it? Asked when the page opens.
    pub(crate) async fn greet(self) {
        match http::me().await {
            Ok(me) => self.enter(me),
            Err(Failure::Unauthenticated) => self.session.set(Session::Out),
            Err(failure) => {
                self.note(failure);
                self.later(move || spawn_local(self.greet()));
            }
        }
    }

    /// A person of the shop is there: all that concerns them is fetched, and the socket kept up.
    pub(crate) fn enter(self, me: AgentView) {
        let mut unsent = keep::outbox(me.id);
        unsent.extend(self.unsent_of(me.id));
        self.talks.write().clear();
        for (id, pending) in unsent {
            self.with_talk(id, |talk| {
                talk.thread.write_to_send(pending.message.clone(), pending.author, pending.at);
                if let alap_thread::PendingState::Refused(code) = pending.state {
                    talk.thread.refuse(pending.message.client_id, code);
                }
            });
        }
        self.link.set(Link::Connecting);
        self.session.set(Session::In(me));
        self.socket.set_value(Some(Socket::open(move |news| self.hear(news))));
        spawn_local(self.fetch_agents());
        spawn_local(self.refresh());
    }

    pub(crate) async fn log_in(self, login: String, password: String) -> Result<(), Failure> {
        http::login(login, password).await.map(|me| self.enter(me))
    }

    pub(crate) async fn log_out(self) {
        match http::logout().await {
            Ok(()) | Err(Failure::Unauthenticated) => self.leave(),
            Err(_) => self.trouble.set(Some("inbox.not_done")),
        }
    }

    /// The session has ended. Drafts and unsent replies are kept for the agent who wrote them.
    pub(crate) fn leave(self) {
        self.socket.set_value(None);
        self.session.set(Session::Out);
        self.conversations.update(|all| *all = Default::default());
        self.talks.update(|talks| {
            for talk in talks.values_mut() {
                talk.thread.reset();
                talk.fetched = false;
            }
        });
        self.listed.set(false);
        self.pack.set(None);
        self.report.set(None);
        self.learning.groups.set(None);
        self.learning.learnt.set(None);
        self.learning.note.set(None);
        self.requests.forget();
        self.videos.forget();
    }

    /// What a failure means for the page, whatever was asked for.
    pub(crate) fn note(self, failure: Failure) {
        match failure {
            Failure::Unauthenticated => self.leave(),
            Failure::Away | Failure::TooMany => {
                if self.link.get_untracked() != Link::Outdated {
                    self.link.set(Link::Away);
                }
            }
            Failure::Strange => self.link.set(Link::Outdated),
            Failure::Refused(_) => {}
        }
    }

    async fn fetch_agents(self) {
        match http::agents().await {
            Ok(agents) => self.agents.set(agents),
            Err(failure) => self.note(failure),
        }
    }

    /// Does something a little later.
    pub(crate) fn later(self, action: impl FnOnce() + 'static) {
        const LATER_MS: u32 = 3_000;
        gloo::timers::callback::Timeout::new(LATER_MS, action).forget();
    }
}
