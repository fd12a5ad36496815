//! The order of computed values.

use std::collections::BTreeSet;

use alap_protocol::{form::Computed, id::QuestionId};

use crate::names;

/// Puts computed values in an order in which each needs only those before it; those that can stay where they are do.
///
/// # Errors
/// Those that need each other, in their order; the values are left as they were.
pub fn sort_computed(computed: &mut Vec<Computed>) -> Result<(), Vec<QuestionId>> {
    let needs = needs(computed);
    let (mut order, mut placed) = (Vec::new(), BTreeSet::new());
    while let Some(next) = (0..needs.len())
        .find(|at| !placed.contains(at) && needs[*at].iter().all(|need| placed.contains(need)))
    {
        placed.insert(next);
        order.push(next);
    }
    let mut left: BTreeSet<usize> = (0..needs.len()).filter(|at| !placed.contains(at)).collect();
    // What only waits for a cycle, and nothing of it waits for that, is none of it.
    while let Some(leaf) =
        left.iter().copied().find(|at| !left.iter().any(|other| needs[*other].contains(at)))
    {
        left.remove(&leaf);
    }
    if !left.is_empty() {
        return Err(left.into_iter().map(|at| computed[at].id.clone()).collect());
    }
    let mut old: Vec<Option<Computed>> = computed.drain(..).map(Some).collect();
    computed.extend(order.into_iter().filter_map(|at| old[at].take()));
    Ok(())
}

/// For each, the places of those that it names.
fn needs(computed: &[Computed]) -> Vec<BTreeSet<usize>> {
    let place = |name: &QuestionId| computed.iter().position(|one| one.id == *name);
    let needs = computed.iter().map(|one| {
        let mut found = BTreeSet::new();
        names::in_expression(&one.value, &mut |name| found.extend(place(name)));
        found
    });
    needs.collect()
}
