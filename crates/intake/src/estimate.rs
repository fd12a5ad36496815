//! What one piece comes to, by the names that sellers give: a question `quantity`, a computed value `estimate`.

use alap_protocol::{
    answer::{Answer, Answers},
    form::{Form, Shown},
    id::QuestionId,
};

use crate::{Facts, path};

/// The name of the question that asks for how many pieces.
const QUANTITY: &str = "quantity";
/// The name of the computed value that is the price of them all.
const ESTIMATE: &str = "estimate";

/// What one piece comes to, in the smallest unit: the form's own estimate by the quantity, or else the price of the product
/// that it is about. `None` where the form works out money in another way, or cannot yet: then a person has to look.
pub fn unit_price(form: &Form, answers: &Answers, facts: &Facts) -> Option<i64> {
    let money = form.computed.iter().filter(|computed| computed.shown == Shown::Money);
    let mut named = money.filter(|computed| !computed.label.is_empty() || computed.id.as_str() == ESTIMATE);
    let Some(estimate) = named.find(|computed| computed.id.as_str() == ESTIMATE) else {
        let works_out_money = form.computed.iter().any(|it| it.shown == Shown::Money && !it.label.is_empty());
        return facts.price.filter(|_| !works_out_money);
    };
    // In thousandths of a whole unit, which has a hundred of the smallest.
    let all = path(form, answers, facts).computed.get(&estimate.id)?.checked_div(10)?;
    let pieces = QuestionId::parse(QUANTITY).ok().and_then(|quantity| answers.get(&quantity));
    let pieces = match pieces {
        Some(Answer::Number(thousandths)) => (*thousandths / 1_000).max(1),
        _ => 1,
    };
    // Upwards: a rule never gives away what was rounded off.
    Some(all.checked_add(pieces - 1)? / pieces).filter(|price| *price > 0)
}

#[cfg(test)]
mod tests {
    use alap_protocol::{
        form::{Computed, Expression, FormKind, FormSection, Pace, Question, QuestionKind},
        hours::parse_date,
        id::FormId,
        locale::Localized,
    };

    use super::*;

    fn id(name: &str) -> QuestionId {
        QuestionId::parse(name).unwrap()
    }

    fn form(computed: Vec<Computed>) -> Form {
        let quantity = Question {
            id: id(QUANTITY),
            label: Localized::both("কয়টা?", "How many?"),
            help: Localized::default(),
            required: true,
            kind: QuestionKind::Number {
                least: 1_000,
                most: 100_000,
                decimals: 0,
                unit: Localized::default(),
            },
            show_when: None,
            checks: vec![],
            jumps: vec![],
            prefill: None,
        };
        Form {
            id: FormId::parse("any").unwrap(),
            kind: FormKind::PreOrder,
            title: Localized::both("অর্ডার", "Order"),
            intro: Localized::default(),
            thanks: Localized::default(),
            terms: Localized::default(),
            pace: Pace::Question,
            sections: vec![FormSection {
                title: Localized::default(),
                show_when: None,
                questions: vec![quantity],
            }],
            computed,
        }
    }

    fn money(name: &str, value: i64) -> Computed {
        let each = Expression::Number(value);
        let all = Expression::Multiply(Box::new(each), Box::new(Expression::Of(id(QUANTITY))));
        Computed {
            id: id(name), label: Localized::both("দাম", "Price"), value: all, shown: Shown::Money
        }
    }

    fn facts() -> Facts {
        Facts {
            today: parse_date("2027-01-15").unwrap(),
            now: 0,
            zone_minutes: 360,
            currency: "BDT".into(),
            price: Some(165_000),
            products: [].into(),
            slots: None,
            places: None,
        }
    }

    #[test]
    fn what_was_chosen_counts_not_only_the_list() {
        let two: Answers = [(id(QUANTITY), Answer::Number(2_000))].into();
        assert_eq!(unit_price(&form(vec![]), &two, &facts()), Some(165_000), "no estimate: the list");
        assert_eq!(unit_price(&form(vec![money(ESTIMATE, 1_800_000)]), &two, &facts()), Some(180_000));
        assert_eq!(
            unit_price(&form(vec![money(ESTIMATE, 1_800_000)]), &Answers::new(), &facts()),
            None,
            "not yet"
        );
        assert_eq!(
            unit_price(&form(vec![money("rent", 1_000)]), &two, &facts()),
            None,
            "other money: a person looks"
        );
    }
}
