//! What the suggestions are held against, set by set.
//!
//! All were measured in the same way on the same sessions: the next item after every prefix of every test session, training on
//! the rest. `neighbours` is the best of tuned S-KNN, V-SKNN, VMIS-kNN, STAN, V-STAN, SR, AR and MC, checked against the lists that
//! session-rec publishes and against Serenade's own code; these need every session where the question is asked, so a server.
//! `compact` is an item-to-item list with the last items voting by 1/r or 1/r². The targets were set above both; of a set
//! that nobody tunes on, the better of both is the target.

use serde_json::{Value, json};

/// What is known of a set beforehand.
#[derive(Debug)]
pub(super) struct Figures {
    /// How the names of its folders begin.
    name: &'static str,
    /// HR@5 of what is looked at most.
    pub(super) popularity: f64,
    /// HR@5 and MRR@20 …
    pub(super) neighbours: [f64; 2],
    pub(super) compact: [f64; 2],
    pub(super) target: [f64; 2],
    /// HR@5 of the best of all where the next item is not in the session yet.
    pub(super) best_new: f64,
}

impl Figures {
    pub(super) fn to_json(&self) -> Value {
        let at = |place: usize| {
            json!({
                "target": self.target[place],
                "best_neighbours": self.neighbours[place],
                "compact": self.compact[place],
            })
        };
        json!({
            "hr_at_5": at(0),
            "mrr_at_20": at(1),
            "hr_at_5_popularity": self.popularity,
            "hr_at_5_new_items_best": self.best_new,
        })
    }
}

/// The figures of a set; a set that nothing is known of is shown without.
pub(super) fn of(name: &str) -> Option<&'static Figures> {
    let name = name.to_lowercase();
    FIGURES.iter().find(|figures| name.starts_with(figures.name))
}

const FIGURES: &[Figures] = &[
    row("eshop2008", 0.076, [0.385, 0.256], [0.373, 0.254], [0.40, 0.27], 0.421),
    row("onlineretail", 0.011, [0.360, 0.252], [0.367, 0.262], [0.385, 0.275], 0.396),
    row("serenade_toy", 0.003, [0.490, 0.270], [0.423, 0.294], [0.49, 0.30], 0.372),
    row("rsc15", 0.031, [0.462, 0.284], [0.470, 0.304], [0.470, 0.304], 0.422),
    row("retailrocket", 0.007, [0.431, 0.288], [0.434, 0.291], [0.434, 0.291], 0.197),
    row("diginetica", 0.004, [0.292, 0.189], [0.304, 0.194], [0.304, 0.194], 0.217),
];

const fn row(
    name: &'static str,
    popularity: f64,
    neighbours: [f64; 2],
    compact: [f64; 2],
    target: [f64; 2],
    best_new: f64,
) -> Figures {
    Figures { name, popularity, neighbours, compact, target, best_new }
}

#[cfg(test)]
mod tests {
    use super::{FIGURES, of};

    #[test]
    fn each_target_is_at_least_the_best_of_the_others() {
        for figures in FIGURES {
            for place in [0, 1] {
                let best = figures.neighbours[place].max(figures.compact[place]);
                assert!(figures.target[place] >= best, "{figures:?}");
            }
            assert!(figures.popularity < figures.compact[0], "{figures:?}");
        }
        assert!(of("RSC15-64").is_some() && of("no-such-set").is_none());
    }
}
