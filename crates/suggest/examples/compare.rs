//! What each ingredient of the ranking adds, on data sets as `evaluate` reads them: a table for the README.
//!
//! ```sh
//! cargo run --release -p alap-suggest --example compare -- EVENTS.tsv.gz …
//! ```
//!
//! HR@5 of all predictions, and of those whose product is not in the session yet. Titles, categories and prices come from
//! `items.tsv.gz` beside the events, where that is.

#![expect(
    clippy::unwrap_used,
    reason = "a measuring program may stop where its files are not as they should be"
)]
#![expect(dead_code, reason = "the items of a set are not needed here")]

mod sessions;

use std::collections::HashMap;

use alap_suggest::{
    CatalogueBuilder, Event, Fading, History, Item, Kind, Model, Near, Recommender, Wish,
    build::{
        Options, Parameters, Trained, Training,
        measure::{Measures, looked, measure, measure_by},
    },
};
use sessions::{DataSet, rows};

/// How products of the session itself are ranked.
#[derive(Clone, Copy, PartialEq)]
enum Back {
    /// By how often shoppers go back.
    Counted,
    /// Like all others.
    AsOthers,
    Never,
}

fn main() {
    let sets: Vec<Set> = std::env::args().skip(1).map(|path| Set::read(&path)).collect();
    let plain = Parameters::default();
    let fading = |second, fade, reach| Parameters { fading: Fading { second, fade, reach }, ..plain };
    row("as it is, with the default parameters", &sets, |set| {
        measure(&set.model(plain, 1), &set.sessions.test)
    });
    row("tuned on sessions held back", &sets, |set| {
        let parameters =
            *Training::from_log(&set.sessions.train, &Options { floor: 1, ..Options::default() })
                .parameters();
        measure(&set.model(parameters, 1), &set.sessions.test)
    });
    row("cut to what a device gets (20 to 60 KB)", &sets, |set| {
        let (trained, ids) = (set.trained(plain, 1), set.ids());
        let served = trained.served(&ids, Trained::budget(ids.len()));
        measure(&Model::read(&served, ids.iter().copied()).unwrap(), &set.sessions.test)
    });
    row("only pairs of five sessions or more", &sets, |set| {
        measure(&set.model(plain, 5), &set.sessions.test)
    });
    row("votes added instead of likelihoods multiplied", &sets, |set| {
        set.otherwise(plain, false, Back::Counted)
    });
    row("products of the session ranked like others", &sets, |set| {
        set.otherwise(plain, true, Back::AsOthers)
    });
    row("products of the session never shown again", &sets, |set| set.otherwise(plain, true, Back::Never));
    row("only the last product counts", &sets, |set| {
        measure(&set.model(fading(0.0, 0.0, 1), 1), &set.sessions.test)
    });
    row("the last eight count alike", &sets, |set| {
        measure(&set.model(fading(1.0, 1.0, 8), 1), &set.sessions.test)
    });
    let with = |parameters| move |set: &Set| measure(&set.model(parameters, 1), &set.sessions.test);
    row("old sessions count like new ones", &sets, with(Parameters { memory_days: 1e6, ..plain }));
    row("only what comes next is a pair", &sets, with(Parameters { window: 1, back: 0.0, ..plain }));
    row("popularity not damped", &sets, with(Parameters { damping: 0.0, ..plain }));
    for most in [3, 2] {
        row(&format!("at most {most} of a category among the first five"), &sets, |set| {
            set.varied(plain, most)
        });
    }
    row("likeness alone, without a model", &sets, Set::likeness_alone);
    row("what is looked at most, for everybody", &sets, |set| {
        let model = set.model(plain, 1);
        let order: Vec<u32> = model.rank(&[], true, 200).iter().map(|one| one.place).collect();
        measure_by(model.len(), &set.sessions.test, |_| order.clone())
    });
}

fn row<M: Into<Option<Measures>>>(name: &str, sets: &[Set], measures: impl Fn(&Set) -> M) {
    let cells = sets.iter().map(|set| match measures(set).into() {
        Some(found) => format!(" {:.3} / {:.3} |", found.hr_at_5, found.hr_at_5_new).replace(" 0.", " ."),
        None => " – |".to_owned(),
    });
    println!("| {name} |{}", cells.collect::<String>());
}

/// Sessions, and what is known of each product.
struct Set {
    sessions: DataSet,
    known: Option<Vec<Known>>,
}

impl Set {
    fn read(path: &str) -> Self {
        let sessions = DataSet::read(path);
        let items = path.replace("events.tsv", "items.tsv");
        let known = known(&items, &sessions.train.products).filter(|_| items != path);
        Self { sessions, known }
    }

    /// Those beyond so many of one category come after the first five.
    fn varied(&self, parameters: Parameters, most: usize) -> Option<Measures> {
        let known = self.known.as_ref()?;
        let category = |place: u32| &known[place as usize].category;
        known.iter().find(|one| !one.category.is_empty())?;
        let model = self.model(parameters, 1);
        Some(measure_by(model.len(), &self.sessions.test, |session| {
            let ranked = model.rank(&looked(session), true, 20).into_iter().map(|one| one.place);
            let (mut first, mut later) = (Vec::new(), Vec::new());
            for place in ranked {
                let alike = first.iter().filter(|one: &&u32| category(**one) == category(place)).count();
                if first.len() < 5 && alike < most { first.push(place) } else { later.push(place) }
            }
            first.into_iter().chain(later).collect()
        }))
    }

    /// What a shop without any sessions would suggest, in its row of twenty.
    fn likeness_alone(&self) -> Option<Measures> {
        let mut builder = CatalogueBuilder::default();
        for (id, known) in self.ids().into_iter().zip(self.known.as_ref()?) {
            let category = Some(known.category.as_str()).filter(|category| !category.is_empty());
            builder.add(&Item {
                id,
                titles: vec![&known.title],
                category: category.into_iter().collect(),
                price: (known.price * 100.0) as i64,
                available: true,
                ..Item::default()
            });
        }
        let recommender = Recommender::new(builder.finish());
        let (now, ids) = (1_800_000_000_000_i64, self.ids());
        let wish = Wish { now, count: 20, per_category: 0, new_days: 0, viewing: None, without: &[] };
        Some(measure_by(ids.len(), &self.sessions.test, |session| {
            let ago = |steps: usize| now - 60_000 * (session.len() - steps) as i64;
            let event = |(steps, place): (usize, &u32)| Event {
                product: ids[*place as usize].to_owned(),
                kind: Kind::View,
                at: ago(steps),
                dwell: 0,
                near: Near::default(),
            };
            let history = History::new(session.iter().enumerate().map(event), now);
            recommender.for_you(&history, &wish).iter().map(|one| one.place as u32).collect()
        }))
    }

    fn ids(&self) -> Vec<&str> {
        self.sessions.train.products.iter().map(String::as_str).collect()
    }

    fn trained(&self, parameters: Parameters, floor: u32) -> Trained {
        let options = Options { floor, ..Options::default() };
        Training::with_parameters(&self.sessions.train, parameters).model(&options)
    }

    fn model(&self, parameters: Parameters, floor: u32) -> Model {
        self.trained(parameters, floor).model(&self.ids())
    }

    /// The ranking once more, the long way, with one thing done otherwise.
    fn otherwise(&self, parameters: Parameters, multiplied: bool, back: Back) -> Measures {
        let model = self.model(parameters, 1);
        let prior: Vec<f32> = (0..model.len()).map(|place| model.prior(place)).collect();
        let fading = parameters.fading;
        measure_by(model.len(), &self.sessions.test, |session| {
            let looked = looked(session);
            let mut scores = if multiplied { prior.clone() } else { vec![0.0; model.len()] };
            let mut weight = 1.0;
            for (steps, one) in looked.iter().take(fading.reach.into()).enumerate() {
                for (to, lift) in model.neighbours(one.place as usize) {
                    let to = *to as usize;
                    scores[to] += weight * if multiplied { *lift } else { (prior[to] + lift).exp() };
                }
                weight *= if steps == 0 { fading.second } else { fading.fade };
            }
            if multiplied {
                scores.iter_mut().for_each(|score| *score = score.exp());
            }
            if back != Back::AsOthers {
                looked.iter().for_each(|one| scores[one.place as usize] = 0.0);
                let sum = scores.iter().sum::<f32>().max(1e-9);
                let ranked = model.rank(&looked, true, 0);
                let returns: Vec<(u32, f32)> = looked
                    .iter()
                    .filter_map(|one| ranked.iter().find(|ranked| ranked.place == one.place))
                    .map(|ranked| (ranked.place, ranked.likely))
                    .collect();
                let ahead = 1.0 - returns.iter().map(|(_, likely)| likely).sum::<f32>().min(0.95);
                scores.iter_mut().for_each(|score| *score *= ahead / sum);
                if back == Back::Counted {
                    returns.iter().for_each(|(place, likely)| scores[*place as usize] = *likely);
                }
            }
            let mut order: Vec<u32> = (0..scores.len() as u32).collect();
            let by_score =
                |a: &u32, b: &u32| scores[*b as usize].total_cmp(&scores[*a as usize]).then(a.cmp(b));
            let depth = (session.len() + 20).min(order.len() - 1);
            order.select_nth_unstable_by(depth, by_score);
            order.truncate(depth);
            order.sort_unstable_by(by_score);
            order
        })
    }
}

/// What is known of a product.
#[derive(Clone, Default)]
struct Known {
    title: String,
    category: String,
    price: f64,
}

/// The products as a table of `item_id, title, category, price` has them; none where there is no such table.
fn known(path: &str, ids: &[String]) -> Option<Vec<Known>> {
    std::fs::exists(path).ok().filter(|there| *there)?;
    let row = |row: String| {
        let mut cells = row.split('\t').map(str::to_owned);
        let (id, title, category) = (cells.next()?, cells.next()?, cells.next()?);
        let price = cells.next().and_then(|price| price.parse().ok()).unwrap_or_default();
        Some((id, Known { title, category, price }))
    };
    let known: HashMap<String, Known> = rows(path).filter_map(row).collect();
    Some(ids.iter().map(|id| known.get(id).cloned().unwrap_or_default()).collect())
}
