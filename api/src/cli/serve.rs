//! `alap serve`

use std::{
    io::{self, IsTerminal as _},
    net::SocketAddr,
    path::PathBuf,
    process::ExitCode,
    sync::Arc,
    time::Duration,
};

use alap_protocol::locale::Locale;
use clap::Args;
use tokio::{net::TcpListener, sync::watch};
use tracing_subscriber::EnvFilter;

use super::{Failure, check::print_faults, place::Place, say};
use crate::{
    app,
    http::{limits::PerHour, origin::Origins, peer::Witness},
    jobs,
    pages::Pages,
    serve::serve,
    shop::{ServedShop, ShopError, watch as folder},
    state::{AppState, Parts},
    system::metrics,
    webhooks::{client::Courier, target::Reach},
};

/// `alap serve …`
#[derive(Debug, Args)]
pub struct Serve {
    /// The shop folder
    dir: PathBuf,
    /// Where to listen; port 0 takes a free one
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080", env = "ALAP_LISTEN")]
    listen: SocketAddr,
    /// Where browsers reach this server, such as https://chat.shop.example; may stand several times
    #[arg(long, value_name = "URL", env = "ALAP_PUBLIC_URL")]
    public_url: Vec<String>,
    /// The built pages: a folder with widget, inbox and public in it
    #[arg(long, value_name = "DIR", env = "ALAP_PAGES")]
    pages: Option<PathBuf>,
    /// Sockets that one address may have open; behind a proxy all share the proxy's, without --behind-proxy
    #[arg(long, value_name = "N", default_value_t = 500)]
    sockets_per_address: usize,
    /// Every request comes through a proxy of one's own on this machine or in its house: the last address of its
    /// X-Forwarded-For is the shopper's
    #[arg(long)]
    behind_proxy: bool,
    /// Conversations that one address may open in an hour
    #[arg(long, value_name = "N", default_value_t = PerHour::default().conversations)]
    conversations_per_hour: usize,
    /// Filled-in forms that one address may send in an hour
    #[arg(long, value_name = "N", default_value_t = PerHour::default().requests)]
    requests_per_hour: usize,
    /// Calls and meetings that one address may book in an hour
    #[arg(long, value_name = "N", default_value_t = PerHour::default().bookings)]
    bookings_per_hour: usize,
    /// Let webhooks go to addresses of this machine and its house, and without TLS
    #[arg(long)]
    webhooks_to_private: bool,
    /// The log as JSON, one line an event
    #[arg(long)]
    json_logs: bool,
    #[command(flatten)]
    place: Place,
}

impl Serve {
    /// Serves until it is told to stop.
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        start_log(self.json_logs);
        metrics::install();
        let Some(shop) = self.shop().await? else { return Ok(ExitCode::FAILURE) };
        let store = self.place.open().await?;
        let listener = TcpListener::bind(self.listen)
            .await
            .map_err(|error| Failure::new(format!("{} cannot be listened on: {error}", self.listen)))?;
        let address = listener.local_addr().map_err(|error| Failure::new(error.to_string()))?;
        let origins = if self.public_url.is_empty() {
            Origins::of_address(address)
        } else {
            Origins::listed(&self.public_url).map_err(|error| Failure::new(error.to_string()))?
        };
        if self.public_url.is_empty() && !address.ip().is_loopback() {
            tracing::warn!(
                "browsers on other machines are refused until --public-url says where they reach this server"
            );
        }
        let pages = self.pages.map_or_else(Pages::built_in, Pages::folder);
        if !pages.exist() {
            tracing::warn!("the built pages are not there; say where they are with --pages");
        }
        tracing::info!(shop = %shop.pack.shop.id, version = %shop.pack.version, origins = ?origins.all(), "serving");

        let (shop, latest) = watch::channel(Arc::new(shop));
        tokio::spawn(folder::watch(shop, folder::EVERY));
        let (stop, stopping) = watch::channel(false);
        tokio::spawn(async move {
            told_to_stop().await;
            tracing::info!("stopping");
            stop.send_replace(true);
        });
        let parts = Parts {
            store: store.clone(),
            shop: latest,
            origins,
            pages,
            sockets_per_address: self.sockets_per_address,
            per_hour: PerHour {
                conversations: self.conversations_per_hour,
                requests: self.requests_per_hour,
                bookings: self.bookings_per_hour,
            },
            stopping: stopping.clone(),
        };
        let reach = if self.webhooks_to_private { Reach::Private } else { Reach::Public };
        let courier = Courier::new(reach).map_err(|error| Failure::new(error.to_string()))?;
        let state = AppState::new(parts).await;
        jobs::start(&store, courier, &stopping);
        let app = app(state.clone());
        // The one line that tells a program where the server is.
        say(format_args!("listening on http://{address}"))?;
        let witness = if self.behind_proxy { Witness::OwnProxy } else { Witness::Connection };
        serve(listener, app, witness, stopping).await.map_err(|error| Failure::new(error.to_string()))?;
        sockets_ended(&state).await;
        store.close().await;
        Ok(ExitCode::SUCCESS)
    }

    /// A broken folder is not served: its mistakes are printed.
    async fn shop(&self) -> Result<Option<ServedShop>, Failure> {
        let dir = self.dir.clone();
        let read = tokio::task::spawn_blocking(move || ServedShop::read(dir)).await;
        match read.map_err(|error| Failure::new(error.to_string()))? {
            Ok(shop) => {
                metrics::count_pack_load(true);
                for fault in &shop.faults {
                    tracing::warn!("{fault}");
                }
                Ok(Some(shop))
            }
            Err(ShopError::Broken(faults)) => {
                print_faults(&faults, Locale::En)?;
                eprintln!("alap: {} has errors and is not served", self.dir.display());
                Ok(None)
            }
            Err(error) => Err(Failure::new(error.to_string())),
        }
    }
}

/// Every socket says goodbye, or is cut off after a moment.
async fn sockets_ended(state: &AppState) {
    for _ in 0..100 {
        if state.sockets.is_idle() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
}

/// The log goes to standard error; what is printed for other programs, to standard output.
fn start_log(json: bool) {
    let filter = EnvFilter::try_from_env("ALAP_LOG")
        .unwrap_or_else(|_| EnvFilter::new("warn,alap_api=info,alap_store=info"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(io::stderr().is_terminal())
        .with_writer(io::stderr);
    let started = if json { log.json().try_init() } else { log.try_init() };
    if let Err(error) = started {
        eprintln!("alap: the log could not be started: {error}");
    }
}

/// Ctrl-C, or what a service manager sends.
async fn told_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    if interrupt.await.is_err() {
        std::future::pending::<()>().await;
    }
}
