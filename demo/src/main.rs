//! `alap-demo`: serves a shop folder as a small shop that carries the snippet.

use std::{error::Error, net::SocketAddr, path::PathBuf, process::ExitCode};

use clap::Parser;
use tokio::net::TcpListener;

/// Serves a shop folder as a small shop that carries the snippet.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// The shop folder.
    #[arg(long, default_value = "demo/shop")]
    shop: PathBuf,
    /// Where Alap runs.
    #[arg(long, default_value = "http://127.0.0.1:8080")]
    support: String,
    /// Where to listen. Port 0 takes any that is free.
    #[arg(long, default_value = "127.0.0.1:8081")]
    listen: SocketAddr,
}

#[tokio::main]
async fn main() -> ExitCode {
    match serve(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("alap-demo: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve(arguments: Arguments) -> Result<(), Box<dyn Error>> {
    let storefront = alap_demo::storefront(&arguments.shop, &arguments.support)?;
    let listener = TcpListener::bind(arguments.listen).await?;
    println!("listening on http://{}", listener.local_addr()?);
    axum::serve(listener, storefront).with_graceful_shutdown(interrupted()).await?;
    Ok(())
}

/// Ends when the person at the keyboard says so. Without such a signal on this system it never ends.
async fn interrupted() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
