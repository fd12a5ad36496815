//! Open or closed, by the shop's own clock.

use alap_protocol::{
    hours::{Hours, LocalTime, Status},
    locale::Locale,
};
use alap_ui::{
    device_time,
    times::{moment, status_line},
    words::{number, tr, tr_with},
};

/// The shop's hours, seen now.
pub(crate) struct ShopNow {
    status: Status,
    now: LocalTime,
    reply_minutes: Option<u16>,
}

impl ShopNow {
    /// `None` where this browser does not know the shop's time zone: better no hours than wrong ones.
    pub(crate) fn new(hours: &Hours) -> Option<Self> {
        let now = device_time::in_zone(device_time::now(), &hours.time_zone)?;
        Some(Self { status: hours.status(now), now, reply_minutes: hours.reply_minutes })
    }

    /// "আজ সন্ধ্যা ৭টা পর্যন্ত খোলা"
    pub(crate) fn line(&self, locale: Locale) -> String {
        status_line(locale, &self.status, self.now.date)
    }

    /// When a person will answer, as honestly as the hours tell.
    pub(crate) fn reply_line(&self, locale: Locale) -> String {
        match (&self.status, self.reply_minutes) {
            (Status::Open { .. }, Some(minutes)) => {
                tr_with(locale, "handoff.reply_open", &[("minutes", &number(locale, minutes))])
            }
            (Status::Open { .. }, None) => tr(locale, "handoff.reply_open_unknown"),
            (Status::Closed { opens: Some(at), .. }, _) => {
                let when = moment(locale, *at, self.now.date);
                tr_with(locale, "handoff.reply_closed", &[("when", &when)])
            }
            (Status::Closed { opens: None, .. }, _) => tr(locale, "handoff.reply_closed_unknown"),
        }
    }
}
