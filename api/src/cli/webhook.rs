//! `alap webhook`: who is told of every step.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use uuid::Uuid;

use super::{Failure, place, place::Place, say};
use crate::{
    clock,
    intake::zone::Zone,
    webhooks::{
        secret,
        target::{Reach, Target},
    },
};

/// Lines of the log that are shown.
const SHOWN: u32 = 100;

/// `alap webhook …`
#[derive(Debug, Args)]
pub struct WebhookCommand {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Tell an address of every step from now on; prints the secret that signs what is sent, once
    Add {
        /// Such as https://crm.shop.example/alap
        url: String,
        #[command(flatten)]
        of: Of,
    },
    /// List the addresses
    List {
        #[command(flatten)]
        of: Of,
    },
    /// Tell an address no more
    Remove {
        /// Its id, as `list` shows it
        id: Uuid,
        #[command(flatten)]
        of: Of,
    },
    /// Show what became of the latest deliveries
    Log {
        #[command(flatten)]
        of: Of,
    },
    /// Send a delivery again, under the same webhook-id
    Replay {
        /// Its id, as `log` shows it
        id: Uuid,
        #[command(flatten)]
        of: Of,
    },
}

/// Of which shop, and where its data lies.
#[derive(Debug, Args)]
struct Of {
    /// The shop's id
    #[arg(long, value_name = "ID")]
    shop: Option<String>,
    #[command(flatten)]
    place: Place,
}

impl WebhookCommand {
    /// Runs it.
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        let lines = match self.what {
            What::Add { url, of } => add(&url, of).await?,
            What::List { of } => {
                let (store, shop) = of.open().await?;
                let webhooks = store.webhooks(&shop).await;
                store.close().await;
                let line = |webhook: alap_store::Webhook| {
                    let note = if webhook.disabled { "\tdisabled" } else { "" };
                    format!("{}\t{}{note}", webhook.id, webhook.url)
                };
                webhooks.map_err(failure)?.into_iter().map(line).collect()
            }
            What::Remove { id, of } => {
                let (store, shop) = of.open().await?;
                let removed = store.remove_webhook(&shop, id).await;
                store.close().await;
                removed.map_err(failure)?;
                vec![format!("removed {id}")]
            }
            What::Log { of } => {
                let (store, shop) = of.open().await?;
                let deliveries = store.deliveries(&shop, SHOWN).await;
                store.close().await;
                deliveries.map_err(failure)?.iter().map(log_line).collect()
            }
            What::Replay { id, of } => {
                let (store, shop) = of.open().await?;
                let again = store.replay(&shop, id, clock::now()).await;
                store.close().await;
                again.map_err(failure)?;
                vec![format!("{id} is sent again")]
            }
        };
        for line in lines {
            say(format_args!("{line}"))?;
        }
        Ok(ExitCode::SUCCESS)
    }
}

impl Of {
    async fn open(&self) -> Result<(alap_store::Store, alap_protocol::id::ShopId), Failure> {
        let store = self.place.open().await?;
        let shop = place::shop(&store, self.shop.as_deref()).await?;
        Ok((store, shop))
    }
}

async fn add(url: &str, of: Of) -> Result<Vec<String>, Failure> {
    let target =
        Target::parse(url, Reach::Private).map_err(|fault| Failure::new(format!("{url}: {fault}")))?;
    if let Err(fault) = Target::parse(url, Reach::Public) {
        eprintln!("alap: {fault}; it is told only by a server that was started with --webhooks-to-private");
    }
    let secret = secret::fresh().map_err(|error| Failure::new(error.to_string()))?;
    let (store, shop) = of.open().await?;
    let added = store.add_webhook(&shop, target.as_str(), &secret, clock::now()).await;
    store.close().await;
    let webhook = added.map_err(failure)?;
    Ok(vec![webhook.id.to_string(), secret::shown(&secret)])
}

/// One delivery: when, which, what it tells, what became of it.
fn log_line(line: &alap_store::DeliveryLine) -> String {
    let zone = Zone::named("UTC");
    let at = zone.today(line.at).zip(zone.local(line.at));
    let at = at
        .map(|(day, local)| format!("{day} {:02}:{:02} UTC", local.minute / 60, local.minute % 60))
        .unwrap_or_default();
    let (state, status) = (line.state.as_str(), line.status.map(|status| status.to_string()));
    let why = line.why.clone().or(status).unwrap_or_default();
    format!("{at}\t{}\t{}\t{state}\t{}\t{why}", line.id, line.kind, line.tries)
}

fn failure(error: alap_store::StoreError) -> Failure {
    Failure::new(error.to_string())
}
