//! What is fetched for the page of the videos.

use leptos::{prelude::*, task::spawn_local};

use crate::{client::http, state::Inbox};

impl Inbox {
    /// The view was opened, or it is to be tried again.
    pub(crate) fn show_videos(self) {
        self.videos.failed.set(false);
        spawn_local(self.fetch_videos());
    }

    /// Fetches the counts, where they are on the screen.
    pub(crate) async fn fetch_videos(self) {
        if !self.videos.shown.get_untracked() || untrack(|| self.me()).is_none() {
            return;
        }
        match http::videos().await {
            Ok(report) => {
                self.videos.failed.set(false);
                if self.videos.report.with_untracked(|here| here.as_ref() != Some(&report)) {
                    self.videos.report.set(Some(report));
                }
            }
            Err(failure) => {
                self.videos.failed.set(true);
                self.note(failure);
            }
        }
    }
}
