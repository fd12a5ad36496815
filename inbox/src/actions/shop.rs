//! The shop itself: is its folder sound, and what do the bot and the products look like?

use alap_protocol::id::ShopId;
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
        self.fetch_forms(&shop).await;
    }

    /// Fetches the shop's forms, if there are others than those that are here. Without them the page works, with less filled in.
    async fn fetch_forms(self, shop: &ShopId) {
        let version = self.pack.with_untracked(|pack| pack.as_ref().map(|pack| pack.desk.version.clone()));
        let Some(version) = version.filter(|version| !version.is_empty()) else { return };
        let here = self.requests.desk.with_untracked(|desk| desk.as_ref().map(|desk| desk.version.clone()));
        if here.as_ref() != Some(&version)
            && let Ok(desk) = http::desk(shop, &version).await
        {
            self.requests.desk.set(Some(desk));
        }
    }
}
