//! What the page knows of requests, and of what comes with them: payments to verify, calls, coupons.

pub(crate) mod calls;
pub(crate) mod coupon_draft;
pub(crate) mod list;
pub(crate) mod offer_draft;
pub(crate) mod possible;
pub(crate) mod price_line;
pub(crate) mod shop_time;
pub(crate) mod told;
pub(crate) mod typed;

use alap_protocol::{
    coupon::CouponLine,
    desk::Desk,
    form::QuestionKind,
    id::{ClientId, FormId, RequestId},
    payment::{PaymentLine, PaymentState},
    request::{AgentDeed, RequestLine},
};
use leptos::prelude::*;

use self::list::Filter;

/// What is on the screen beside the list of requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tab {
    /// The list itself.
    Requests,
    /// Payments to verify.
    Payments,
    /// Calls and meetings.
    Calls,
    /// Coupons.
    Coupons,
}

impl Tab {
    pub(crate) const ALL: [Self; 4] = [Self::Requests, Self::Payments, Self::Calls, Self::Coupons];

    /// Its word in the address.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Requests => "requests",
            Self::Payments => "payments",
            Self::Calls => "calls",
            Self::Coupons => "coupons",
        }
    }
}

/// What came of the last thing done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Outcome {
    /// A sentence of the catalogue.
    pub(crate) key: &'static str,
    /// It did not work.
    pub(crate) is_fault: bool,
}

/// The state of this part of the page.
#[derive(Clone, Copy)]
pub(crate) struct Requests {
    /// What the address names, where it names a tab.
    pub(crate) tab: RwSignal<Option<Tab>>,
    /// The request on the screen.
    pub(crate) open: RwSignal<Option<RequestId>>,
    pub(crate) filter: RwSignal<Filter>,
    /// All lines that were fetched; nothing until they came.
    pub(crate) lines: RwSignal<Option<Vec<RequestLine>>>,
    /// The payments; nothing until they came.
    pub(crate) payments: RwSignal<Option<Vec<PaymentLine>>>,
    /// The calls of the days that are looked at; nothing until they came.
    pub(crate) calls: RwSignal<Option<Vec<RequestLine>>>,
    /// How many fortnights the calls on the screen are away from this one.
    pub(crate) fortnight: RwSignal<i64>,
    /// The coupons; nothing until they came.
    pub(crate) coupons: RwSignal<Option<Vec<CouponLine>>>,
    /// The shop's forms, and how an advance is paid.
    pub(crate) desk: RwSignal<Option<Desk>>,
    /// What came of the last thing done.
    pub(crate) outcome: RwSignal<Option<Outcome>>,
    /// Something is on its way.
    pub(crate) busy: RwSignal<bool>,
    /// What was asked for and may or may not have been done: asked for again, it is the same act.
    pub(crate) unsure: StoredValue<Option<(RequestId, AgentDeed, ClientId)>>,
    /// The list will be fetched in a moment.
    pub(crate) is_due: StoredValue<bool>,
}

impl Requests {
    pub(crate) fn new() -> Self {
        Self {
            tab: RwSignal::new(None),
            open: RwSignal::new(None),
            filter: RwSignal::default(),
            lines: RwSignal::new(None),
            payments: RwSignal::new(None),
            calls: RwSignal::new(None),
            fortnight: RwSignal::new(0),
            coupons: RwSignal::new(None),
            desk: RwSignal::new(None),
            outcome: RwSignal::new(None),
            busy: RwSignal::new(false),
            unsure: StoredValue::new(None),
            is_due: StoredValue::new(false),
        }
    }

    /// The list of requests stands where that of the conversations stood.
    pub(crate) fn is_shown(self) -> bool {
        self.tab.get().is_some() || self.open.get().is_some()
    }

    /// The same, without following changes.
    pub(crate) fn is_shown_now(self) -> bool {
        untrack(|| self.is_shown())
    }

    pub(crate) fn line(self, id: RequestId) -> Option<RequestLine> {
        self.lines.with(|lines| lines.as_ref()?.iter().find(|line| line.id == id).cloned())
    }

    /// How many requests wait for the shop.
    pub(crate) fn waiting(self) -> usize {
        self.lines.with(|lines| lines.as_deref().map_or(0, list::waiting))
    }

    /// How many payments nobody has looked at.
    pub(crate) fn unverified(self) -> usize {
        let is_open = |payment: &&PaymentLine| payment.state == PaymentState::Noted;
        self.payments.with(|all| all.as_ref().map_or(0, |all| all.iter().filter(is_open).count()))
    }

    /// The advance that the shop asks for, in percent; 0 for none.
    pub(crate) fn advance_percent(self) -> u8 {
        self.desk.with_untracked(|desk| desk.as_ref().map_or(0, |desk| desk.payment.advance_percent))
    }

    /// So many minutes before a call of this form, both sides are reminded.
    pub(crate) fn remind_minutes(self, form: &FormId) -> u16 {
        self.desk
            .with_untracked(|desk| {
                let form = desk.as_ref()?.forms.iter().find(|it| it.id == *form)?;
                let mut questions = form.sections.iter().flat_map(|section| &section.questions);
                questions.find_map(|question| match &question.kind {
                    QuestionKind::Slot(rule) => Some(rule.remind_minutes),
                    _ => None,
                })
            })
            .unwrap_or_default()
    }

    /// Nobody looks any more.
    pub(crate) fn forget(self) {
        self.lines.set(None);
        self.payments.set(None);
        self.calls.set(None);
        self.coupons.set(None);
        self.desk.set(None);
        self.outcome.set(None);
        self.unsure.set_value(None);
    }
}
