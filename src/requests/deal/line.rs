//! The steps that are told in one line.

use alap_deal::Party;
use alap_protocol::{deal::Step, locale::Locale, message::Author};
use alap_ui::words::money;
use leptos::prelude::*;

use super::terms::moment;
use crate::requests::{
    deals::party,
    payment::wallet_key,
    state::State,
    words::{tr, tr_with},
};

/// The line, and the words that were written with it.
pub(super) fn line(state: State, author: Author, step: Step) -> AnyView {
    let locale = state.panel.locale;
    let (name, by) = (step.name(), party(&author));
    let written = match &step {
        Step::Declined { words, .. } | Step::Cancelled { words } => words.clone(),
        _ => String::new(),
    };
    let slot = match &step {
        Step::Reminded { slot } => Some(*slot),
        _ => None,
    };
    let said = move || {
        let when = slot.and_then(|slot| moment(state, slot)).unwrap_or_default();
        sentence(locale.get(), by, &step, &state.currency(), &when)
    };
    view! {
        <p class="thread-event" data-step=name>{said}</p>
        {(!written.is_empty()).then(|| view! { <p class="deal-said words">{written}</p> })}
    }
    .into_any()
}

/// What happened, told to the shopper.
fn sentence(locale: Locale, by: Party, step: &Step, currency: &str, when: &str) -> String {
    let mine = by == Party::Shopper;
    let by_side = |own, others| tr(locale, if mine { own } else { others });
    let paid = |key, wallet, transaction: &str, amount| {
        let wallet = tr(locale, wallet_key(wallet));
        let values = [
            ("wallet", wallet.as_str()),
            ("transaction", transaction),
            ("amount", &money(locale, amount, currency)),
        ];
        tr_with(locale, key, &values)
    };
    match step {
        Step::Declined { .. } => by_side("step.declined_mine", "step.declined"),
        Step::Withdrawn { .. } => by_side("step.withdrawn_mine", "step.withdrawn"),
        Step::Expired { .. } => tr(locale, "step.expired"),
        Step::Paid { payment } => paid("step.paid", payment.wallet, &payment.transaction, payment.amount),
        Step::PaymentChecked { wallet, transaction, amount, received: true, .. } => {
            paid("step.received", *wallet, transaction, *amount)
        }
        Step::PaymentChecked { wallet, transaction, amount, .. } => {
            paid("step.not_found", *wallet, transaction, *amount)
        }
        Step::Confirmed {} => tr(locale, "step.confirmed"),
        Step::Done {} => tr(locale, "step.done"),
        Step::Cancelled { .. } => by_side("step.cancelled_mine", "step.cancelled"),
        Step::Reminded { .. } => tr_with(locale, "step.reminded", &[("when", when)]),
        // These have cards.
        Step::Requested { .. }
        | Step::Offered { .. }
        | Step::Proposed { .. }
        | Step::Accepted { .. }
        | Step::CouponGiven { .. } => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use alap_protocol::{id::ClientId, payment::Wallet};
    use uuid::Uuid;

    use super::*;

    fn checked(received: bool) -> Step {
        let (payment, wallet) = (ClientId(Uuid::nil()), Wallet::Bkash);
        Step::PaymentChecked { payment, wallet, transaction: "6H7801QFYM".into(), amount: 20_000, received }
    }

    #[test]
    fn each_line_is_a_sentence_in_both_languages() {
        let steps = [
            Step::Declined { number: 1, words: String::new() },
            Step::Withdrawn { number: 1 },
            Step::Expired { number: 1 },
            checked(true),
            checked(false),
            Step::Confirmed {},
            Step::Done {},
            Step::Cancelled { words: String::new() },
            Step::Reminded { slot: 0 },
        ];
        for step in steps {
            for by in [Party::Shopper, Party::Shop] {
                for locale in Locale::ALL {
                    let said = sentence(locale, by, &step, "BDT", "7 pm");
                    assert!(!said.starts_with("step.") && !said.contains("%{") && !said.is_empty(), "{said}");
                }
            }
        }
    }

    #[test]
    fn a_payment_is_named_by_its_id_and_amount() {
        let said = sentence(Locale::Bn, Party::Shop, &checked(true), "BDT", "");
        assert!(said.contains("6H7801QFYM") && said.contains("৳২০০"), "{said}");
        let received = sentence(Locale::En, Party::Shop, &checked(true), "BDT", "");
        assert_ne!(received, sentence(Locale::En, Party::Shop, &checked(false), "BDT", ""));
    }

    #[test]
    fn it_says_who_declined() {
        let step = Step::Declined { number: 1, words: String::new() };
        let of = |by| sentence(Locale::En, by, &step, "BDT", "");
        assert_ne!(of(Party::Shopper), of(Party::Shop));
        assert_eq!(of(Party::Shop), of(Party::Rule));
    }
}
