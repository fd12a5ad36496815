//! The port: connections in, requests through the router, an orderly end.

use std::{io, net::SocketAddr, pin::pin, time::Duration};

use axum::{
    Router,
    extract::{ConnectInfo, Request},
};
use hyper::{body::Incoming, server::conn::http1};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    net::TcpListener,
    sync::{mpsc, watch},
    time::timeout,
};
use tower::Service as _;

use crate::{http::peer::Witness, state::stopped};

/// How long a request's head may take to arrive.
const HEAD_WITHIN: Duration = Duration::from_secs(10);
/// How long open requests may take to end when the server stops.
const END_WITHIN: Duration = Duration::from_secs(10);

/// Serves until `stopping` turns true, then ends what was begun.
pub async fn serve(
    listener: TcpListener,
    app: Router,
    witness: Witness,
    stopping: watch::Receiver<bool>,
) -> io::Result<()> {
    let mut server = http1::Builder::new();
    server.timer(TokioTimer::new()).header_read_timeout(HEAD_WITHIN).max_buf_size(32 * 1024);
    let (open, mut all_ended) = mpsc::channel::<()>(1);
    let mut stop = pin!(stopped(stopping.clone()));
    loop {
        let (stream, peer) = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    // Out of files, or a connection that broke at once: the next may do better.
                    tracing::warn!(%error, "a connection was not taken");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
            () = &mut stop => break,
        };
        let _best_effort = stream.set_nodelay(true);
        let service = with_peer(app.clone(), witness, peer);
        let connection = server.serve_connection(TokioIo::new(stream), service).with_upgrades();
        let (open, stop) = (open.clone(), stopped(stopping.clone()));
        tokio::spawn(async move {
            let _open = open;
            let mut connection = pin!(connection);
            let ended = tokio::select! {
                ended = connection.as_mut() => ended,
                () = stop => {
                    connection.as_mut().graceful_shutdown();
                    timeout(END_WITHIN, connection).await.unwrap_or(Ok(()))
                }
            };
            if let Err(error) = ended {
                tracing::debug!(%error, "a connection ended early");
            }
        });
    }
    drop((listener, open));
    if timeout(END_WITHIN, all_ended.recv()).await.is_err() {
        tracing::warn!("some requests were cut off");
    }
    Ok(())
}

/// Tells the router who is at the other end.
fn with_peer(
    app: Router,
    witness: Witness,
    peer: SocketAddr,
) -> impl hyper::service::Service<
    hyper::Request<Incoming>,
    Response = axum::response::Response,
    Error = std::convert::Infallible,
    Future: Send,
> + Clone {
    hyper::service::service_fn(move |request: hyper::Request<Incoming>| {
        let mut request: Request = request.map(axum::body::Body::new);
        let peer = witness.address(peer, request.headers());
        request.extensions_mut().insert(ConnectInfo(peer));
        app.clone().call(request)
    })
}
