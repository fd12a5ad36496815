//! The shopper's panel, in a frame on the support origin: home, a talk with the bot that answers on the device, and the
//! way to a person.

#![expect(
    unreachable_pub,
    reason = "the component macro makes each component's function public in its module"
)]

mod app;
mod bridge;
mod kept;
mod later;
mod pack;
mod panel;
mod shell;
mod shop_time;
mod talk;
mod views;

fn main() {
    shell::mount(app::App);
}
