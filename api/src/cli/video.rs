//! `alap video`: makes of a seller's video what phones can play.

mod about;
mod add;
mod captions;
mod change;
mod files;
mod folder;
mod list;
mod made;
mod make;
mod markup;
mod names;
mod plain;
mod remove;
mod watch;

use std::process::ExitCode;

use clap::{Args, Subcommand};

use self::watch::Stop;
use super::Failure;

/// `alap video …`
#[derive(Debug, Args)]
pub struct VideoCommand {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Add a video: make it playable on every line, with poster and small pictures, and write videos/ID.toml
    Add(Box<add::Add>),
    /// Make every video of the folder that is not made yet, or has changed
    Make(make::Make),
    /// Say which videos there are, how long they are, and what they cost to watch
    List(list::List),
    /// Take a video out of the folder, with everything that was made of it
    Remove(remove::Remove),
    /// Print what search engines read of the videos, for the shop's own pages
    Markup(markup::Markup),
}

impl VideoCommand {
    /// Runs it, until it is done or Ctrl-C is pressed.
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        let stop = Stop::default();
        let pressed = stop.clone();
        let listening = tokio::spawn(async move {
            while tokio::signal::ctrl_c().await.is_ok() {
                pressed.set();
            }
        });
        let done = tokio::task::spawn_blocking(move || match self.what {
            What::Add(add) => add.run(&stop),
            What::Make(make) => make.run(&stop),
            What::List(list) => list.run(),
            What::Remove(remove) => remove.run(),
            What::Markup(markup) => markup.run(),
        });
        let done = done.await.map_err(|error| Failure::new(error.to_string()))?;
        listening.abort();
        done
    }
}
