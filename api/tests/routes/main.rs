//! The server's routes: through the router without a port where they can be, over a port where a socket is.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails there")]

mod agents;
mod bad_input;
mod command_line;
mod conversations;
mod coupons;
mod deal;
mod export;
mod film;
mod folder;
mod forms;
mod learning;
mod learning_limits;
mod matrix;
mod media;
mod model;
mod model_command;
mod openapi;
mod origins;
mod pack;
mod pages;
mod photos;
mod postgres;
mod reload;
mod request_limits;
mod requests;
mod socket_rules;
mod sockets;
mod videos;
mod watched;
mod webhooks;
mod wire;
mod world;
