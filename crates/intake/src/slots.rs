//! Free times for calls and meetings, in the shop's own time.

use alap_protocol::{
    form::SlotRule,
    hours::{Hours, LocalTime},
};

/// The starts that are free, in order: on a grid of the rule's minutes within each opening, after the notice, up to the last
/// day, and none that overlaps a time already `taken` (starts; each as long as the rule says). At most 500.
pub fn free(_hours: &Hours, _rule: &SlotRule, _now: LocalTime, _taken: &[LocalTime]) -> Vec<LocalTime> {
    Vec::new()
}
