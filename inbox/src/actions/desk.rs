//! What is fetched for the list of requests and for what stands beside it.

use alap_intake::calendar;
use alap_protocol::{deal::DealState, hours::LocalTime, request::RequestLine};
use alap_ui::device_time;
use gloo::timers::callback::Timeout;
use leptos::{prelude::*, task::spawn_local};

use crate::{
    client::{Failure, requests as client},
    requests::{Tab, calls, list::together, shop_time},
    state::Inbox,
};

/// Steps come in pairs, an offer and the rule's answer to it: so long is waited for the second.
const SOON_MS: u32 = 800;
/// So many requests one list holds.
const FULL: usize = 200;

impl Inbox {
    /// The address names a tab or a request now.
    pub(crate) fn show_desk(self) {
        self.requests.outcome.set(None);
        spawn_local(self.fetch_desk());
    }

    /// Fetches it all in a moment, once for however many pushes.
    pub(crate) fn fetch_desk_soon(self) {
        if self.requests.is_due.get_value() {
            return;
        }
        self.requests.is_due.set_value(true);
        Timeout::new(SOON_MS, move || {
            self.requests.is_due.set_value(false);
            spawn_local(self.fetch_desk());
        })
        .forget();
    }

    /// Fetches what is on the screen, and what the page's head counts.
    pub(crate) async fn fetch_desk(self) {
        if untrack(|| self.me()).is_none() {
            return;
        }
        self.fetch_lines().await;
        if self.requests.is_shown_now() {
            self.fetch_payments().await;
        }
        match self.requests.tab.get_untracked() {
            Some(Tab::Calls) => self.fetch_calls().await,
            Some(Tab::Coupons) => self.fetch_coupons().await,
            Some(Tab::Requests | Tab::Payments) | None => {}
        }
    }

    pub(crate) async fn fetch_lines(self) {
        let Some(mut lines) = self.fetch_state(None).await else { return };
        // A list that is full could lack the older ones of a group.
        if lines.len() >= FULL {
            for state in self.requests.filter.get_untracked().group.fetched_by_name() {
                let Some(more) = self.fetch_state(Some(state)).await else { return };
                lines.extend(more);
            }
        }
        // The one on the screen may be older than all of these.
        let open = self.requests.open.get_untracked().and_then(|id| untrack(|| self.requests.line(id)));
        self.requests.lines.set(Some(together(open.into_iter().chain(lines))));
        self.fetch_open_line().await;
    }

    async fn fetch_state(self, state: Option<DealState>) -> Option<Vec<RequestLine>> {
        match client::requests(state).await {
            Ok(list) => {
                self.clock_offset.set(list.now - device_time::now());
                Some(list.requests)
            }
            Err(failure) => {
                self.note(failure);
                None
            }
        }
    }

    /// Fetches the line of the request on the screen, if the lists did not bring it.
    async fn fetch_open_line(self) {
        let Some(id) = self.requests.open.get_untracked() else { return };
        if untrack(|| self.requests.line(id)).is_some() {
            return;
        }
        match client::one(id).await {
            Ok(line) => self.requests.lines.update(|lines| lines.get_or_insert_default().push(line)),
            Err(Failure::Refused(_)) => self.trouble.set(Some("desk.gone")),
            Err(failure) => self.note(failure),
        }
    }

    pub(crate) async fn fetch_payments(self) {
        match client::payments().await {
            Ok(list) => self.requests.payments.set(Some(list.payments)),
            Err(failure) => self.note(failure),
        }
    }

    pub(crate) async fn fetch_calls(self) {
        let fortnight = self.requests.fortnight.get_untracked();
        let Some((from, to)) =
            untrack(|| calls::moments(self.shop_now()?.date, fortnight, self.zone_minutes()))
        else {
            return;
        };
        match client::calls(from, to).await {
            Ok(list) => self.requests.calls.set(Some(list.calls)),
            Err(failure) => self.note(failure),
        }
    }

    /// Looks at the calls of other days.
    pub(crate) fn show_fortnight(self, fortnight: i64) {
        self.requests.fortnight.set(fortnight);
        self.requests.calls.set(None);
        spawn_local(self.fetch_calls());
    }

    /// The name of the shop's time zone.
    pub(crate) fn zone(self) -> String {
        let zone = self.pack.with(|pack| Some(pack.as_ref()?.shop.hours.time_zone.clone()));
        zone.unwrap_or_else(|| "Asia/Dhaka".to_owned())
    }

    /// How many minutes the shop's clocks are ahead of UTC now; the device's, where the browser does not know the zone.
    pub(crate) fn zone_minutes(self) -> i32 {
        let now = self.server_now();
        let shown = device_time::in_zone(now, &self.zone()).or_else(|| device_time::local(now));
        shown.map_or(0, |shown| shop_time::zone_minutes(now, shown))
    }

    /// What the shop's clocks show.
    pub(crate) fn shop_now(self) -> Option<LocalTime> {
        calendar::local(self.server_now(), self.zone_minutes())
    }

    /// The shop's day, as `YYYY-MM-DD`.
    pub(crate) fn shop_today(self) -> String {
        self.shop_now().map(|now| now.date.to_string()).unwrap_or_default()
    }
}
