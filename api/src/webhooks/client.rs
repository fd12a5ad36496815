//! Sends one delivery. The connection goes to an address that was looked at, no redirect is followed, and of the reply
//! only its status counts.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use alap_store::Delivery;
use axum::body::Bytes;
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::{Request, body::Incoming, client::conn::http1, header};
use hyper_util::rt::TokioIo;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
    task::JoinSet,
    time::{Instant, timeout, timeout_at},
};
use tokio_rustls::{
    TlsConnector,
    rustls::{ClientConfig, RootCertStore, crypto::ring, pki_types::ServerName},
};

use super::{
    secret,
    target::{Reach, Target, TargetFault},
};

/// How long all of it may take.
const WITHIN: Duration = Duration::from_secs(15);
/// How long one address may take to answer the call.
const CONNECTED_WITHIN: Duration = Duration::from_secs(5);
/// Bytes of a reply that are read, its head not counted.
const REPLY_BYTES: usize = 16 * 1024;
/// Bytes of a reply's head.
const HEAD_BYTES: usize = 16 * 1024;

/// Why a delivery did not get a status. The words go into the log of deliveries.
#[derive(Debug, thiserror::Error)]
pub enum DeliveryFault {
    /// Nothing is sent there.
    #[error(transparent)]
    Target(#[from] TargetFault),
    /// Nobody answers there.
    #[error("no connection")]
    Connection,
    /// The certificate is not good, or there is no TLS.
    #[error("no TLS connection")]
    Tls,
    /// What came back is no answer.
    #[error("no HTTP answer")]
    Http(#[from] hyper::Error),
    /// The request could not be put together.
    #[error("the request could not be written")]
    Request(#[from] hyper::http::Error),
    /// Too slow.
    #[error("no answer within 15 seconds")]
    Slow,
}

/// Carries deliveries.
#[derive(Clone)]
pub struct Courier {
    reach: Reach,
    tls: TlsConnector,
}

impl std::fmt::Debug for Courier {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Courier").field("reach", &self.reach).finish_non_exhaustive()
    }
}

impl Courier {
    /// One that reaches so far, and trusts the certificates that browsers trust.
    pub fn new(reach: Reach) -> Result<Self, tokio_rustls::rustls::Error> {
        let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Self { reach, tls: TlsConnector::from(Arc::new(config)) })
    }

    /// Tries it once, at a moment in milliseconds since 1970 UTC. The status that came back, whatever it is.
    pub async fn deliver(&self, delivery: &Delivery, now: i64) -> Result<u16, DeliveryFault> {
        let until = Instant::now() + WITHIN;
        let sent = timeout_at(until, self.send(delivery, now)).await;
        let (mut talking, reply) = sent.unwrap_or(Err(DeliveryFault::Slow))?;
        let status = reply.status().as_u16();
        // What stands in it is of no interest, but to hear it out is polite.
        let _whatever_it_says =
            timeout_at(until, Limited::new(reply.into_body(), REPLY_BYTES).collect()).await;
        talking.abort_all();
        Ok(status)
    }

    async fn send(&self, delivery: &Delivery, now: i64) -> Result<Talking, DeliveryFault> {
        let target = Target::parse(&delivery.url, self.reach)?;
        let stream = connect(&target.resolve(self.reach).await?).await?;
        let request = request(&target, delivery, now)?;
        if target.is_secure() {
            let name = ServerName::try_from(target.host()).map_err(|_| TargetFault::Address)?;
            let stream = self.tls.connect(name, stream).await.map_err(|_| DeliveryFault::Tls)?;
            exchange(stream, request).await
        } else {
            exchange(stream, request).await
        }
    }
}

/// The connection that is being driven, and what came back on it. Dropped, it is cut.
type Talking = (JoinSet<()>, hyper::Response<Incoming>);

async fn connect(addresses: &[SocketAddr]) -> Result<TcpStream, DeliveryFault> {
    for address in addresses {
        if let Ok(Ok(stream)) = timeout(CONNECTED_WITHIN, TcpStream::connect(address)).await {
            return Ok(stream);
        }
    }
    Err(DeliveryFault::Connection)
}

async fn exchange<S>(stream: S, request: Request<Full<Bytes>>) -> Result<Talking, DeliveryFault>
where
    S: AsyncRead + AsyncWrite + Send + Unpin + 'static,
{
    let mut builder = http1::Builder::new();
    let (mut sender, connection) = builder.max_buf_size(HEAD_BYTES).handshake(TokioIo::new(stream)).await?;
    let mut driven = JoinSet::new();
    driven.spawn(async move {
        if let Err(error) = connection.await {
            tracing::debug!(%error, "a webhook's connection ended early");
        }
    });
    let reply = sender.send_request(request).await?;
    Ok((driven, reply))
}

fn request(target: &Target, delivery: &Delivery, now: i64) -> Result<Request<Full<Bytes>>, DeliveryFault> {
    let (id, seconds) = (delivery.id.to_string(), now.div_euclid(1_000));
    let signature = secret::signature(&delivery.secret, &id, seconds, &delivery.body);
    Ok(Request::post(target.path())
        .header(header::HOST, target.authority())
        .header(header::USER_AGENT, concat!("alap/", env!("CARGO_PKG_VERSION")))
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::CONNECTION, "close")
        .header("webhook-id", id)
        .header("webhook-timestamp", seconds)
        .header("webhook-signature", signature)
        .body(Full::from(delivery.body.clone()))?)
}
