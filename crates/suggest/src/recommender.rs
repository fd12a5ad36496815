//! What may fit, from what was looked at and bought.

use crate::{
    catalogue::Catalogue,
    choose::Chooser,
    history::{Event, History, Kind},
    model::{Looked, Model, ModelError, NEAR_STEP},
    near::Near,
    order::{highest_first, in_order},
    suggestion::{Reason, Suggestion},
};

/// Products of the history that count.
const LOOKED: usize = 12;
/// Less like than this is not alike, nor is what is less like than so much of the most alike.
const ALIKE: f32 = 0.12;
const BESIDE_THE_BEST: f32 = 0.3;
/// Candidates of each kind.
const CANDIDATES: usize = 60;
const DAY: i64 = 24 * 60 * 60 * 1_000;

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Wish<'a> {
    /// The time, in milliseconds since 1970 UTC.
    pub now: i64,
    /// How many suggestions, at most.
    pub count: usize,
    /// How many of one category, at most, while there is anything else; 0 for any number.
    pub per_category: usize,
    /// For how many days a product is new.
    pub new_days: i32,
    /// The SKU of the product on the page: not suggested, and counted as looked at just now.
    pub viewing: Option<&'a str>,
    /// Places not wanted: they are on the screen already.
    pub without: &'a [usize],
}

/// Suggests from a catalogue.
#[derive(Clone, Debug)]
pub struct Recommender {
    catalogue: Catalogue,
    model: Model,
}

impl Recommender {
    /// From the catalogue alone.
    pub fn new(catalogue: Catalogue) -> Self {
        let model = Model::bare(catalogue.len());
        Self { catalogue, model }
    }

    /// Takes what sessions have taught, as `…/model` serves it. A model that is not sound leaves everything as it was.
    pub fn take_model(&mut self, bytes: &[u8]) -> Result<(), ModelError> {
        self.model = Model::read(bytes, self.catalogue.ids())?;
        Ok(())
    }

    /// The products.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// What may fit this shopper: the best first, each with its reason. Never what was bought or put into the cart, what was
    /// looked at already, cannot be had, or is not wanted.
    pub fn for_you(&self, history: &History, wish: &Wish<'_>) -> Vec<Suggestion> {
        let looked = self.looked(history, wish);
        let barred = self.barred(history.events().iter(), wish);
        let mut chooser = Chooser::new(&self.catalogue, barred, wish);
        if looked.is_empty() {
            chooser.fill(&mut self.popular());
        } else {
            self.choose_for(&looked, &mut chooser, wish);
        }
        if !chooser.is_full() {
            chooser.fill(&mut self.fresh(wish));
            chooser.fill(&mut self.reduced());
            chooser.fill(&mut self.popular());
            chooser.fill(&mut self.all());
        }
        chooser.finish()
    }

    /// What came in lately, newest first; not what was bought.
    pub fn new_items(&self, history: &History, wish: &Wish<'_>) -> Vec<Suggestion> {
        self.only(&mut self.fresh(wish), history, wish)
    }

    /// What costs less than it did: what the seller wants to go first, then by the discount; not what was bought.
    pub fn discounted(&self, history: &History, wish: &Wish<'_>) -> Vec<Suggestion> {
        self.only(&mut self.reduced(), history, wish)
    }

    fn only(
        &self,
        suggestions: &mut dyn Iterator<Item = Suggestion>,
        history: &History,
        wish: &Wish<'_>,
    ) -> Vec<Suggestion> {
        let bought = history.events().iter().filter(|event| event.kind == Kind::Purchase);
        let barred = self.barred(bought, wish);
        let mut chooser = Chooser::new(&self.catalogue, barred, wish);
        chooser.fill(suggestions);
        chooser.finish()
    }

    /// Pairs of sessions and likeness take turns; what is new and what is to go get a place each where they fit.
    fn choose_for(&self, looked: &[Looked], chooser: &mut Chooser<'_>, wish: &Wish<'_>) {
        let ranked = self.model.rank(looked, false, 0);
        let mut together = ranked.iter().filter(|one| one.is_led_to).take(CANDIDATES).filter_map(|one| {
            let with = self.model.strongest(looked, one.place)?;
            Some(Suggestion { place: one.place as usize, reason: Reason::Together { place: with as usize } })
        });
        let alike = self.alike(looked, chooser);
        let like = |place: &usize| Suggestion { place: *place, reason: self.most_like(looked, *place) };
        // What sessions know nothing of has nobody else to speak for it.
        let unknown = alike.iter().filter(|place| !self.model.knows(**place));
        let mut alone = unknown.chain(&alike).map(like);
        let facts = |place: &usize| &self.catalogue.facts[*place];
        let to_go = alike.iter().filter(|place| facts(place).clearance && facts(place).discount > 0);
        let mut to_go = to_go.map(|place| self.discount(*place));
        let new = alike.iter().filter(|place| self.is_new(**place, wish));
        let mut new = new.map(|place| Suggestion { place: *place, reason: Reason::New });
        chooser.take_turns([&mut together, &mut alone, &mut to_go, &mut new]);
    }

    /// What is like what was looked at, the most alike first.
    fn alike(&self, looked: &[Looked], chooser: &Chooser<'_>) -> Vec<usize> {
        let weight = |(steps, one): (usize, &Looked)| (one.place as usize, one.weight / (steps + 1) as f32);
        let weighted: Vec<(usize, f32)> = looked.iter().enumerate().map(weight).collect();
        let likeness = self.catalogue.likeness.to(&weighted);
        let free = |place: &usize| !chooser.is_barred(*place);
        let best = (0..likeness.len()).filter(free).map(|place| likeness[place]).fold(0.0, f32::max);
        let least = (best * BESIDE_THE_BEST).max(ALIKE);
        let places = (0..likeness.len()).filter(|place| likeness[*place] >= least && free(place));
        let mut alike = in_order(places, |place| highest_first(likeness[place]));
        alike.truncate(CANDIDATES);
        alike
    }

    fn most_like(&self, looked: &[Looked], place: usize) -> Reason {
        let likeness = |one: &&Looked| self.catalogue.likeness.between(one.place as usize, place);
        let most = looked.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
        most.map_or(Reason::InShop, |one| Reason::LookedAt { place: one.place as usize })
    }

    fn popular(&self) -> impl Iterator<Item = Suggestion> {
        self.model.recent().iter().map(|place| Suggestion { place: *place as usize, reason: Reason::Popular })
    }

    fn all(&self) -> impl Iterator<Item = Suggestion> {
        (0..self.catalogue.len()).map(|place| Suggestion { place, reason: Reason::InShop })
    }

    fn fresh(&self, wish: &Wish<'_>) -> impl Iterator<Item = Suggestion> {
        let newest = |place: usize| {
            (i64::from(i32::MAX) - i64::from(self.catalogue.facts[place].added.unwrap_or(0))) as u64
        };
        let places = in_order((0..self.catalogue.len()).filter(|place| self.is_new(*place, wish)), newest);
        places.into_iter().map(|place| Suggestion { place, reason: Reason::New })
    }

    fn reduced(&self) -> impl Iterator<Item = Suggestion> {
        let facts = |place: usize| &self.catalogue.facts[place];
        let first = |place: usize| {
            u64::from(!facts(place).clearance) << 8 | u64::from(u8::MAX - facts(place).discount)
        };
        let places = in_order((0..self.catalogue.len()).filter(|place| facts(*place).discount > 0), first);
        places.into_iter().map(|place| self.discount(place))
    }

    fn discount(&self, place: usize) -> Suggestion {
        Suggestion { place, reason: Reason::Discount { percent: self.catalogue.facts[place].discount } }
    }

    /// A day ahead of the device's clock is still today somewhere.
    fn is_new(&self, place: usize, wish: &Wish<'_>) -> bool {
        let today = wish.now.div_euclid(DAY);
        let age = |added: i32| today - i64::from(added);
        self.catalogue.facts[place]
            .added
            .is_some_and(|added| (-1..i64::from(wish.new_days)).contains(&age(added)))
    }

    /// The products that count, newest first: what is on the page, then the history's.
    fn looked(&self, history: &History, wish: &Wish<'_>) -> Vec<Looked> {
        let mut looked: Vec<Looked> = Vec::new();
        if let Some(place) = wish.viewing.and_then(|id| self.catalogue.place(id)) {
            looked.push(Looked { place: place as u32, times: 1, weight: 1.0, near: Vec::new() });
        }
        for event in history.events().iter().rev() {
            let Some(place) = self.catalogue.place(&event.product) else { continue };
            let near = || self.near(&event.near);
            match looked.iter().position(|one| one.place == place as u32) {
                Some(at) => {
                    looked[at].times += 1;
                    if looked[at].near.is_empty() {
                        looked[at].near = near();
                    }
                }
                None if looked.len() < LOOKED => {
                    let weight = weight(event, wish.now);
                    looked.push(Looked { place: place as u32, times: 1, weight, near: near() });
                }
                None => {}
            }
        }
        looked
    }

    fn near(&self, near: &Near) -> Vec<(u32, f32)> {
        let place = |(id, steps): &(String, u8)| {
            Some((self.catalogue.place(id)? as u32, f32::from(*steps) * NEAR_STEP))
        };
        near.0.iter().filter_map(place).collect()
    }

    /// By place: must it not be suggested, also for what was done?
    fn barred<'e>(&self, done: impl Iterator<Item = &'e Event>, wish: &Wish<'_>) -> Vec<bool> {
        let mut barred: Vec<bool> = self.catalogue.facts.iter().map(|facts| !facts.available).collect();
        let done = done.filter_map(|event| self.catalogue.place(&event.product));
        let viewing = wish.viewing.and_then(|id| self.catalogue.place(id));
        for place in done.chain(viewing).chain(wish.without.iter().copied()) {
            if let Some(barred) = barred.get_mut(place) {
                *barred = true;
            }
        }
        barred
    }
}

/// What an event counts: less the older it is, and little if the page was left at once.
fn weight(event: &Event, now: i64) -> f32 {
    let days = now.saturating_sub(event.at).max(0) / DAY;
    // What was done on an earlier day says little beside what is done now.
    let age = if days == 0 { 1.0 } else { 0.3 };
    let interest = match (event.kind, event.dwell) {
        (Kind::View, 1..=2) => 0.5,
        (Kind::Cart, _) => 1.2,
        _ => 1.0,
    };
    age * interest
}
