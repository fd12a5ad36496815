//! The shopper's panel, in a frame on the support origin: home, a talk with the bot that answers on the device, and the
//! way to a person; products that may fit, from a history that stays on the device; and what comes before an order: forms,
//! offers, payments.

#![expect(
    unreachable_pub,
    reason = "the component macro makes each component's function public in its module"
)]

mod app;
mod bridge;
mod clock;
mod credentials;
mod http;
mod kept;
mod later;
mod pack;
mod panel;
mod random;
mod requests;
mod shell;
mod shop_time;
mod slices;
mod storage;
mod styles;
mod suggestions;
mod tabs;
mod talk;
mod video;
mod views;
mod words;

fn main() {
    shell::mount(app::App);
}
