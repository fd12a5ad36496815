//! The shop itself: is its folder sound, and what do the bot and the products look like?

use leptos::prelude::*;

use crate::{client::http, state::Inbox};

impl Inbox {
    /// Asks how the shop folder stands, and fetches the pack if it is another than the one that is here.
    pub(crate) async fn fetch_shop(self) {
        let report = match http::shop().await {
            Ok(report) => report,
            Err(failure) => return self.note(failure),
        };
        let has_it =
            self.pack.with_untracked(|pack| pack.as_ref().is_some_and(|it| it.version == report.version));
        let shop = report.shop.clone();
        self.report.set(Some(report));
        if !has_it && let Ok(pack) = http::pack(&shop).await {
            // Without it the page works, with plainer names: a failure is no news.
            self.pack.set(Some(pack));
        }
    }
}
