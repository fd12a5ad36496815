//! Which requests are looked at, and in which order.

use alap_protocol::{deal::DealState, form::FormKind, request::RequestLine};

/// States that belong together for whoever works through the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Group {
    /// All that are not over.
    #[default]
    Open,
    /// Nobody of the shop has answered.
    New,
    /// The price is talked about.
    InTalk,
    /// Agreed, and the shop has still to confirm.
    ToConfirm,
    /// Confirmed.
    Running,
    /// Done or cancelled.
    Over,
}

impl Group {
    pub(crate) const ALL: [Self; 6] =
        [Self::Open, Self::New, Self::InTalk, Self::ToConfirm, Self::Running, Self::Over];

    /// Is a request of this state in the group?
    pub(crate) fn has(self, state: DealState) -> bool {
        match self {
            Self::Open => !state.is_over(),
            Self::New => state == DealState::Asked,
            Self::InTalk => matches!(
                state,
                DealState::Offered
                    | DealState::Proposed
                    | DealState::Declined
                    | DealState::Withdrawn
                    | DealState::Expired
            ),
            Self::ToConfirm => state == DealState::Accepted,
            Self::Running => state == DealState::Confirmed,
            Self::Over => state.is_over(),
        }
    }

    /// The states that have to be fetched by name: the list of all holds two hundred and could lack the older ones.
    pub(crate) fn fetched_by_name(self) -> Vec<DealState> {
        match self {
            Self::Open => Vec::new(),
            _ => DealState::ALL.into_iter().filter(|state| self.has(*state)).collect(),
        }
    }
}

/// Which requests are looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    pub(crate) group: Group,
    /// Of forms of this kind only.
    pub(crate) kind: Option<FormKind>,
}

/// Those that the filter lets through: who waits for the shop first, the longest waiting first; then the latest changed.
pub(crate) fn shown(lines: &[RequestLine], filter: Filter) -> Vec<RequestLine> {
    let fits = |line: &&RequestLine| {
        filter.group.has(line.state) && filter.kind.is_none_or(|kind| kind == line.kind)
    };
    let mut shown: Vec<RequestLine> = lines.iter().filter(fits).cloned().collect();
    shown.sort_by_key(|line| {
        let by_time = if line.waits_for_shop { line.updated_at } else { -line.updated_at };
        (!line.waits_for_shop, by_time, line.id)
    });
    shown
}

/// How many wait for the shop.
pub(crate) fn waiting(lines: &[RequestLine]) -> usize {
    lines.iter().filter(|line| line.waits_for_shop).count()
}

/// Several answers as one list, each request once, as it was heard of last.
pub(crate) fn together(answers: impl IntoIterator<Item = RequestLine>) -> Vec<RequestLine> {
    let mut all: Vec<RequestLine> = Vec::new();
    for line in answers {
        match all.iter_mut().find(|known| known.id == line.id) {
            Some(known) if known.updated_at <= line.updated_at => *known = line,
            Some(_) => {}
            None => all.push(line),
        }
    }
    all
}

#[cfg(test)]
pub(super) mod tests {
    use alap_protocol::{
        id::{ConversationId, FormId, RequestId, Sequence},
        locale::Localized,
    };
    use uuid::Uuid;

    use super::*;

    pub(in crate::requests) fn line(number: u128, state: DealState, waits: bool, at: i64) -> RequestLine {
        RequestLine {
            id: RequestId(Uuid::from_u128(number)),
            conversation: ConversationId(Uuid::from_u128(number)),
            form: FormId::parse("dress").unwrap(),
            kind: FormKind::PreOrder,
            title: Localized::both("মাপের জামা", "Made to measure"),
            product: None,
            state,
            waits_for_shop: waits,
            total: None,
            order: None,
            slot: None,
            phone: None,
            created_at: 0,
            updated_at: at,
            first_seq: Sequence(1),
        }
    }

    fn ids(lines: &[RequestLine]) -> Vec<u128> {
        lines.iter().map(|line| line.id.0.as_u128()).collect()
    }

    #[test]
    fn who_waits_longest_for_the_shop_comes_first_and_the_rest_by_what_is_new() {
        let lines = [
            line(1, DealState::Offered, false, 10),
            line(2, DealState::Proposed, true, 9),
            line(3, DealState::Confirmed, false, 20),
            line(4, DealState::Asked, true, 5),
            line(5, DealState::Done, false, 30),
        ];
        assert_eq!(ids(&shown(&lines, Filter::default())), [4, 2, 3, 1]);
        assert_eq!(waiting(&lines), 2);
    }

    #[test]
    fn a_filter_lets_through_its_group_and_kind() {
        let call = RequestLine { kind: FormKind::Call, ..line(2, DealState::Asked, true, 1) };
        let lines = [line(1, DealState::Asked, true, 2), call, line(3, DealState::Cancelled, false, 3)];
        let of = |group, kind| ids(&shown(&lines, Filter { group, kind }));
        assert_eq!(of(Group::New, None), [2, 1]);
        assert_eq!(of(Group::New, Some(FormKind::Call)), [2]);
        assert_eq!(of(Group::Over, None), [3]);
        assert_eq!(of(Group::Running, None), []);
    }

    #[test]
    fn every_state_is_in_one_group_and_open_holds_all_but_the_end() {
        for state in DealState::ALL {
            let groups = Group::ALL.into_iter().filter(|group| *group != Group::Open && group.has(state));
            assert_eq!(groups.count(), 1, "{}", state.as_str());
            assert_eq!(Group::Open.has(state), !state.is_over());
        }
    }

    #[test]
    fn a_request_that_two_answers_bring_stands_once_as_it_is_now() {
        let old = line(1, DealState::Offered, false, 1);
        let new = line(1, DealState::Accepted, true, 2);
        for answers in [[old.clone(), new.clone()], [new.clone(), old]] {
            assert_eq!(together(answers), vec![new.clone()]);
        }
    }
}
