//! The free times of a form's slot question.

use alap_intake::slots::free;
use alap_protocol::{
    form::{Form, Question, QuestionKind, SlotRule},
    hours::Hours,
    id::{QuestionId, ShopId},
    request::FreeSlot,
};
use alap_store::{Store, StoreError};

use super::zone::{Zone, later};

/// Times that one answer may have.
const MOST: usize = 500;
/// Minutes of a day.
const DAY: u32 = 24 * 60;

/// The slot questions of a form.
pub fn questions(form: &Form) -> impl Iterator<Item = (&QuestionId, &SlotRule)> {
    let questions = form.sections.iter().flat_map(|section| &section.questions);
    questions.filter_map(|Question { id, kind, .. }| match kind {
        QuestionKind::Slot(rule) => Some((id, rule)),
        _ => None,
    })
}

/// What is free now by this rule, in order: the shop's hours without what is booked.
pub async fn free_now(
    store: &Store,
    shop: &ShopId,
    hours: &Hours,
    rule: &SlotRule,
    now: i64,
) -> Result<Vec<FreeSlot>, StoreError> {
    let until = later(now, (u32::from(rule.days) + 1) * DAY);
    let booked = store.booked(shop, now, until).await?;
    Ok(of(hours, rule, now, &booked))
}

fn of(hours: &Hours, rule: &SlotRule, now: i64, booked: &[(i64, u16)]) -> Vec<FreeSlot> {
    let zone = Zone::named(&hours.time_zone);
    let Some(local) = zone.local(now) else { return Vec::new() };
    let taken: Vec<_> = booked
        .iter()
        .flat_map(|booked| covered(*booked, rule.minutes))
        .filter_map(|at| zone.local(at))
        .collect();
    let slots = free(hours, rule, local, &taken).into_iter().filter_map(|slot| {
        let at = zone.at(slot).filter(|at| *at > now)?;
        let (year, month, day) = slot.date.to_calendar_date();
        let date = format!("{year:04}-{:02}-{day:02}", u8::from(month));
        Some(FreeSlot { at, date, minute: slot.minute })
    });
    slots.take(MOST).collect()
}

/// A booked time as the times of this rule that cover it: what was booked by another form may take longer.
fn covered((at, minutes): (i64, u16), rule: u16) -> impl Iterator<Item = i64> {
    let last = later(at, u32::from(minutes.saturating_sub(rule)));
    let starts = (0..minutes).step_by(usize::from(rule.max(1))).map(move |from| later(at, u32::from(from)));
    starts.map(move |start| start.min(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_longer_booking_is_covered_to_its_end_and_no_further() {
        let starts = |minutes, rule| covered((0, minutes), rule).map(|at| at / 60_000).collect::<Vec<_>>();
        assert_eq!(starts(30, 30), [0]);
        assert_eq!(starts(60, 30), [0, 30]);
        assert_eq!(starts(50, 30), [0, 20]);
        assert_eq!(starts(15, 30), [0]);
    }
}
