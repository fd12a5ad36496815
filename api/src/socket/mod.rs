//! The two sockets. A push is a hint that rows changed: who is woken reads the rows after its own cursor, so nothing is
//! shown twice or out of order, and a slow reader costs no memory.

pub mod agent;
pub mod hub;
pub mod link;
pub mod seat;
pub mod shopper;

use alap_protocol::limits::FRAME_BYTES;
use axum::extract::ws::WebSocketUpgrade;

/// Bytes of a socket's buffer in each direction: ten thousand idle sockets must fit into a small server.
const BUFFER: usize = 4 * 1024;
/// Bytes that may wait to be written. A message in any script fits, with room.
const WAITING: usize = 256 * 1024;

/// Small buffers, small frames.
fn configured(upgrade: WebSocketUpgrade) -> WebSocketUpgrade {
    upgrade
        .read_buffer_size(BUFFER)
        .write_buffer_size(BUFFER)
        .max_write_buffer_size(WAITING)
        .max_message_size(FRAME_BYTES)
        .max_frame_size(FRAME_BYTES)
}
