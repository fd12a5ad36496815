//! What happens without anybody asking. Every node does all of it: the store sees to it that nothing is done twice.

pub mod deliveries;
pub mod time;

use std::{sync::Arc, time::Duration};

use alap_store::Store;
use tokio::sync::watch;

use crate::webhooks::client::Courier;

/// How long a job that broke off rests.
const REST: Duration = Duration::from_secs(5);

/// Starts the jobs; they end when the server stops.
pub fn start(store: &Store, courier: Courier, stopping: &watch::Receiver<bool>) {
    let (kept, stop) = (store.clone(), stopping.clone());
    tokio::spawn(keep("time", REST, move || time::run(kept.clone(), stop.clone())));
    let (kept, stop, courier) = (store.clone(), stopping.clone(), Arc::new(courier));
    tokio::spawn(keep("deliveries", REST, move || {
        deliveries::run(kept.clone(), Arc::clone(&courier), stop.clone())
    }));
}

/// Runs a job to its end, and again after a panic: one row that it trips over must not end it for all the others, unheard.
async fn keep<J>(name: &'static str, rest: Duration, job: impl Fn() -> J)
where
    J: Future<Output = ()> + Send + 'static,
{
    while let Err(error) = tokio::spawn(job()).await {
        if !error.is_panic() {
            return;
        }
        tracing::error!(job = name, %error, "a job broke off; it starts again");
        tokio::time::sleep(rest).await;
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[tokio::test]
    async fn a_job_that_breaks_off_starts_again_and_one_that_ends_does_not() {
        let starts = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&starts);
        keep("test", Duration::ZERO, move || {
            let start = counted.fetch_add(1, Ordering::SeqCst);
            async move { assert!(start >= 2, "it breaks off twice") }
        })
        .await;
        assert_eq!(starts.load(Ordering::SeqCst), 3);
    }
}
