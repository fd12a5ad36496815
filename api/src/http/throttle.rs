//! So many tries in so much time.

use std::{
    collections::HashMap,
    hash::Hash,
    sync::{Mutex, PoisonError},
};

/// Keys that are remembered at most; past it the one goes whose last try is the oldest. Refusing new ones would let whoever has
/// many addresses lock out everybody else.
const KEYS: usize = 10_000;

/// Counts tries by key.
#[derive(Debug)]
pub struct Throttle<K> {
    most: usize,
    within: i64,
    tries: Mutex<HashMap<K, Vec<i64>>>,
}

impl<K: Clone + Eq + Hash> Throttle<K> {
    /// At most this many tries within so many milliseconds.
    pub fn new(most: usize, within: i64) -> Self {
        Self { most, within, tries: Mutex::default() }
    }

    /// Notes a try. False if it was one too many; that one is not counted.
    pub fn try_at(&self, key: K, now: i64) -> bool {
        let mut tries = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        let fresh = |at: &i64| now - *at < self.within;
        if tries.len() >= KEYS && !tries.contains_key(&key) {
            let oldest = tries.iter().min_by_key(|(_, times)| times.last()).map(|(key, _)| key.clone());
            oldest.and_then(|oldest| tries.remove(&oldest));
        }
        let times = tries.entry(key).or_default();
        times.retain(fresh);
        if times.len() >= self.most {
            return false;
        }
        times.push(now);
        true
    }

    /// A try that succeeded counts no longer, nor do those before it.
    pub fn forgive(&self, key: &K) {
        self.tries.lock().unwrap_or_else(PoisonError::into_inner).remove(key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_run_out_and_come_back_with_time() {
        let throttle = Throttle::new(2, 100);
        assert!(throttle.try_at("rima", 0));
        assert!(throttle.try_at("rima", 50));
        assert!(!throttle.try_at("rima", 60));
        assert!(throttle.try_at("mita", 60), "each key for itself");
        assert!(throttle.try_at("rima", 100));
        throttle.forgive(&"rima");
        assert!(throttle.try_at("rima", 101));
    }

    #[test]
    fn memory_stays_bounded() {
        let throttle = Throttle::new(1, 100);
        for (key, now) in (0..KEYS).zip(0..) {
            assert!(throttle.try_at(key, now / 1_000), "{key}");
        }
        assert!(throttle.try_at(KEYS, 50), "whoever is new is not locked out by the many");
        assert!(!throttle.try_at(KEYS - 1, 50), "and the youngest are remembered");
        assert!(throttle.try_at(KEYS + 1, 200));
        assert_eq!(throttle.tries.lock().unwrap().len(), KEYS);
    }
}
