//! When a person will answer, as honestly as the hours tell.

use alap_protocol::{
    hours::{Hours, Status},
    locale::Locale,
};
use alap_ui::{times::moment, words::number};

use super::words::{tr, tr_with};
use crate::shop_time::ShopNow;

/// One line; `None` where this browser does not know the shop's time zone.
pub(super) fn line(locale: Locale, hours: &Hours) -> Option<String> {
    let ShopNow { status, now } = ShopNow::new(hours)?;
    Some(match (status, hours.reply_minutes) {
        (Status::Open { .. }, Some(minutes)) => {
            tr_with(locale, "handoff.reply_open", &[("minutes", &number(locale, minutes))])
        }
        (Status::Open { .. }, None) => tr(locale, "handoff.reply_open_unknown"),
        (Status::Closed { opens: Some(at), .. }, _) => {
            tr_with(locale, "handoff.reply_closed", &[("when", &moment(locale, at, now.date))])
        }
        (Status::Closed { opens: None, .. }, _) => tr(locale, "handoff.reply_closed_unknown"),
    })
}
