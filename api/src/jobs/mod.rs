//! What happens without anybody asking. Every node does all of it: the store sees to it that nothing is done twice.

pub mod deliveries;
pub mod time;

use alap_store::Store;
use tokio::sync::watch;

use crate::webhooks::client::Courier;

/// Starts the jobs; they end when the server stops.
pub fn start(store: &Store, courier: Courier, stopping: &watch::Receiver<bool>) {
    tokio::spawn(time::run(store.clone(), stopping.clone()));
    tokio::spawn(deliveries::run(store.clone(), courier, stopping.clone()));
}
