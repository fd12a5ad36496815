//! The machine against a model. Any run of steps, by anybody, at any moment, is taken or refused by both alike.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod acts;
mod drawing;
mod model;

use alap_deal::{Deal, Party, terms};
use alap_protocol::{deal::Step, form::FormKind};
use proptest::prelude::*;

use crate::{
    drawing::{draw, party, requested, step_of},
    model::Model,
};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn machine_and_model_take_and_refuse_the_same(
        kind in proptest::sample::select(FormKind::ALL.to_vec()),
        drawn in proptest::collection::vec((party(), draw(), 0_i64..60), 1..60),
    ) {
        let mut deal = Deal::begin(&requested(kind)).unwrap();
        let mut model = Model::asked(kind);
        let mut taken = vec![(Party::Shopper, requested(kind), 0)];
        let mut now = 0;
        for (turn, (by, draw, later)) in drawn.iter().enumerate() {
            now += later;
            let step = step_of(draw, &deal, turn);
            let before = deal.clone();
            let did = deal.follow(*by, &step, now);
            let may = model.row(*by, &step, now);
            prop_assert_eq!(did.is_ok(), may.is_some(), "{:?} by {:?} in {:?}: {:?}", step, by, model.state, did);
            match may {
                Some(to) => {
                    model.take(*by, &step, to);
                    taken.push((*by, step, now));
                }
                None => prop_assert_eq!(&deal, &before, "a refused step leaves no trace"),
            }
            prop_assert_eq!(deal.state, model.state);
            prop_assert!(model.orders <= 1, "one request, one order");
            prop_assert_eq!(deal.order.is_some(), model.orders == 1);
            prop_assert_eq!(deal.payments.len(), model.payments.len());
            prop_assert!(deal.terms().is_none_or(|agreed| terms::total(agreed).is_some_and(|total| total >= 0)));
        }

        // Whoever reads the steps again, from their JSON, sees the same.
        let mut again = Deal::begin(&taken[0].1).unwrap();
        for (by, step, at) in &taken[1..] {
            let read: Step = serde_json::from_str(&serde_json::to_string(step).unwrap()).unwrap();
            again.follow(*by, &read, *at).unwrap();
        }
        prop_assert_eq!(&again, &deal);
        let kept: Deal = serde_json::from_str(&serde_json::to_string(&deal).unwrap()).unwrap();
        prop_assert_eq!(kept, deal);
    }
}
