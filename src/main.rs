//! The shopper's panel, in a frame on the support origin: home, a talk with the bot that answers on the device, and the
//! way to a person; and products that may fit, from a history that stays on the device.

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
mod slices;
mod storage;
mod suggestions;
mod tabs;
mod talk;
mod views;

fn main() {
    shell::mount(app::App);
}
