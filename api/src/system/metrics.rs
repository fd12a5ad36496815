//! `GET /metrics`: counters for Prometheus. No label ever holds what a person wrote.

use std::sync::OnceLock;

use ::metrics::{counter, gauge};
use alap_protocol::form::FormKind;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};

/// The process has one recorder, whichever of its servers asked for it first.
static RECORDER: OnceLock<PrometheusHandle> = OnceLock::new();

/// Starts to count. Done once; a second call changes nothing.
pub fn install() {
    RECORDER.get_or_init(|| {
        let recorder = PrometheusBuilder::new().build_recorder();
        let handle = recorder.handle();
        if ::metrics::set_global_recorder(recorder).is_err() {
            tracing::warn!("another recorder of metrics was there first; /metrics stays empty");
        }
        ::metrics::describe_counter!("alap_requests_total", "Requests answered, by method, route and status");
        ::metrics::describe_counter!("alap_messages_total", "Messages acknowledged, by who brought them");
        ::metrics::describe_counter!("alap_pack_loads_total", "Times the shop folder was read, by outcome");
        ::metrics::describe_counter!("alap_forms_total", "Filled-in forms that were kept, by kind");
        ::metrics::describe_counter!("alap_deeds_total", "What was done to requests, by side and deed");
        ::metrics::describe_counter!("alap_clock_steps_total", "Steps that time brought, by what came");
        ::metrics::describe_counter!(
            "alap_webhook_deliveries_total",
            "Tries to deliver a webhook, by outcome"
        );
        ::metrics::describe_counter!("alap_watched_total", "Reports of what of a video was watched");
        ::metrics::describe_gauge!("alap_sockets_open", "Sockets open, by side");
        handle
    });
}

/// Everything counted, in Prometheus' text format.
pub async fn metrics() -> String {
    RECORDER.get().map(PrometheusHandle::render).unwrap_or_default()
}

pub(crate) fn count_request(method: &str, route: &str, status: u16) {
    let method = match method {
        "GET" | "HEAD" | "POST" | "PUT" | "DELETE" | "OPTIONS" | "PATCH" => method.to_owned(),
        _ => "other".to_owned(),
    };
    counter!("alap_requests_total", "method" => method, "route" => route.to_owned(), "status" => status.to_string())
        .increment(1);
}

pub(crate) fn count_message(from: &'static str) {
    counter!("alap_messages_total", "from" => from).increment(1);
}

pub(crate) fn count_pack_load(sound: bool) {
    let outcome = if sound { "sound" } else { "broken" };
    counter!("alap_pack_loads_total", "outcome" => outcome).increment(1);
}

pub(crate) fn count_watched() {
    counter!("alap_watched_total").increment(1);
}

pub(crate) fn count_form(kind: FormKind) {
    counter!("alap_forms_total", "kind" => kind.as_str()).increment(1);
}

pub(crate) fn count_deed(by: &'static str, deed: &'static str) {
    counter!("alap_deeds_total", "by" => by, "deed" => deed).increment(1);
}

pub(crate) fn count_clock_steps(what: &'static str, steps: usize) {
    counter!("alap_clock_steps_total", "what" => what).increment(u64::try_from(steps).unwrap_or(u64::MAX));
}

pub(crate) fn count_delivery(outcome: &'static str) {
    counter!("alap_webhook_deliveries_total", "outcome" => outcome).increment(1);
}

/// One open socket; counted until it is dropped.
pub(crate) struct OpenSocket(&'static str);

impl OpenSocket {
    pub(crate) fn of(side: &'static str) -> Self {
        gauge!("alap_sockets_open", "side" => side).increment(1);
        Self(side)
    }
}

impl Drop for OpenSocket {
    fn drop(&mut self) {
        gauge!("alap_sockets_open", "side" => self.0).decrement(1);
    }
}
