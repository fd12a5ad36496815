//! The list of conversations.

use alap_ui::device_time;
use leptos::{prelude::*, task::spawn_local};

use crate::{
    client::{http, socket::Socket},
    conversations::Filter,
    state::{Inbox, Link},
};

impl Inbox {
    /// Fetches the list that is looked at, and the open conversation. After each welcome of the socket, since pushes
    /// may have been missed.
    pub(crate) async fn refresh(self) {
        let filter = self.filter.get_untracked();
        // Who waits is always known: the page's title says it.
        let mut states = Filter::Active.states().to_vec();
        if filter == Filter::Closed {
            states.extend(Filter::Closed.states());
        }
        let mut summaries = Vec::new();
        for state in &states {
            match http::conversations(*state).await {
                Ok(list) => {
                    self.clock_offset.set(list.now - device_time::now());
                    summaries.extend(list.conversations);
                }
                Err(failure) => return self.note(failure),
            }
        }
        self.conversations.update(|all| all.replace(&states, summaries));
        self.listed.set(true);
        let is_up = self.socket.with_value(|socket| socket.as_ref().is_some_and(Socket::is_up));
        if is_up && self.link.get_untracked() == Link::Away {
            self.link.set(Link::Up);
        }
        if let Some(id) = self.open.get_untracked() {
            self.show(id).await;
        }
        self.fetch_shop().await;
        self.fetch_learning().await;
        self.fetch_desk().await;
        self.fetch_videos().await;
    }

    pub(crate) fn set_filter(self, filter: Filter) {
        self.filter.set(filter);
        spawn_local(self.refresh());
    }
}
