//! The shop's own clock.

use alap_protocol::{
    hours::{Hours, LocalTime, Status},
    locale::Locale,
};
use alap_ui::{device_time, times::status_line};

/// The shop's hours, seen now.
pub(crate) struct ShopNow {
    pub(crate) status: Status,
    pub(crate) now: LocalTime,
}

impl ShopNow {
    /// `None` where this browser does not know the shop's time zone: better no hours than wrong ones.
    pub(crate) fn new(hours: &Hours) -> Option<Self> {
        let now = device_time::in_zone(device_time::now(), &hours.time_zone)?;
        Some(Self { status: hours.status(now), now })
    }

    /// "আজ সন্ধ্যা ৭টা পর্যন্ত খোলা"
    pub(crate) fn line(&self, locale: Locale) -> String {
        status_line(locale, &self.status, self.now.date)
    }
}
