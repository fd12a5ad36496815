//! Carries webhooks to whoever asked to be told, soon after each step and for three days where nobody answers.

use std::{sync::Arc, time::Duration};

use alap_store::{Change, Delivery, Store, StoreError};
use tokio::{
    sync::{broadcast, watch},
    task::JoinSet,
};

use crate::{
    clock,
    state::stopped,
    system::metrics,
    webhooks::{client::Courier, retry},
};

/// How soon it is looked again when nothing happens.
const EVERY: Duration = Duration::from_secs(5);
/// How long a burst of changes may settle.
const SETTLED: Duration = Duration::from_millis(100);
/// Deliveries that are on their way at once.
const AT_ONCE: u32 = 16;
/// For how long no other node takes a delivery that is on its way, in milliseconds: longer than one try may last.
const LEASE: i64 = 60 * 1_000;
/// What a webhook says that is no more.
const GONE: u16 = 410;

/// Carries what is due until the server stops. What is on its way then, the next server carries again.
pub async fn run(store: Store, courier: Arc<Courier>, stopping: watch::Receiver<bool>) {
    let mut changes = store.changes();
    let mut stop = std::pin::pin!(stopped(stopping));
    loop {
        let carried = tokio::select! {
            () = &mut stop => return,
            carried = round(&store, &courier, clock::now()) => carried,
        };
        match carried {
            // There may be more.
            Ok(count) if count >= AT_ONCE as usize => continue,
            Ok(_) => {}
            Err(StoreError::Closed) => return,
            Err(error) => tracing::warn!(%error, "webhooks wait"),
        }
        tokio::select! {
            () = &mut stop => return,
            () = tokio::time::sleep(EVERY) => {}
            woken = woken(&mut changes) => {
                if !woken {
                    return;
                }
                // What is said comes in bursts; one look is enough for all of it.
                tokio::time::sleep(SETTLED).await;
            }
        }
    }
}

/// Ends when a conversation changed; false when the store is gone.
async fn woken(changes: &mut broadcast::Receiver<Change>) -> bool {
    loop {
        match changes.recv().await {
            Ok(Change::Conversation { .. } | Change::Missed)
            | Err(broadcast::error::RecvError::Lagged(_)) => {
                return true;
            }
            Ok(_) => {}
            Err(broadcast::error::RecvError::Closed) => return false,
        }
    }
}

/// Carries some of what is due at a moment, in milliseconds since 1970 UTC; how many were tried.
pub async fn round(store: &Store, courier: &Arc<Courier>, now: i64) -> Result<usize, StoreError> {
    let due = store.claim_deliveries(now, now.saturating_add(LEASE), AT_ONCE).await?;
    let count = due.len();
    let mut carried = JoinSet::new();
    for delivery in due {
        let (store, courier) = (store.clone(), Arc::clone(courier));
        carried.spawn(async move { carry(&store, &courier, &delivery, now).await });
    }
    let mut outcome = Ok(count);
    while let Some(one) = carried.join_next().await {
        match one {
            Ok(Ok(())) => {}
            Ok(Err(error)) => outcome = Err(error),
            Err(error) => tracing::error!(%error, "carrying a webhook failed"),
        }
    }
    outcome
}

async fn carry(store: &Store, courier: &Courier, delivery: &Delivery, now: i64) -> Result<(), StoreError> {
    let next_at = retry::next_at(delivery.tries.saturating_add(1), now);
    let why = match courier.deliver(delivery, now).await {
        Ok(status @ 200..=299) => {
            metrics::count_delivery("delivered");
            return store.delivered(delivery.id, status, now).await;
        }
        Ok(GONE) => {
            metrics::count_delivery("gone");
            tracing::warn!(webhook = %delivery.webhook, "a webhook says that it is gone; nothing more is sent there");
            return store.delivered(delivery.id, GONE, now).await;
        }
        Ok(status @ 300..=399) => format!("{status}: redirects are not followed"),
        Ok(status) => format!("{status}"),
        Err(fault) => fault.to_string(),
    };
    metrics::count_delivery(if next_at.is_some() { "failed" } else { "given_up" });
    store.not_delivered(delivery.id, &why, next_at, now).await
}
