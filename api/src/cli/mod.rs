//! The command line.

pub mod agent;
pub mod check;
pub mod faq;
pub mod model;
pub mod openapi;
pub mod place;
pub mod serve;
pub mod snippet;
pub mod video;
pub mod webhook;

use std::{
    fmt,
    io::{self, Write as _},
    process::ExitCode,
};

use clap::{Parser, Subcommand};

/// A storefront support widget: one binary, one folder.
#[derive(Debug, Parser)]
#[command(name = "alap", version, about)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve a shop folder: the widget, the inbox and the API
    Serve(serve::Serve),
    /// Name every mistake in a shop folder, or in one catalogue file
    Check(check::Check),
    /// Add and list the people who answer
    Agent(agent::AgentCommand),
    /// Take what was learnt from questions into the folder
    Faq(faq::FaqCommand),
    /// Learn from sessions which products go together
    Model(model::ModelCommand),
    /// Make videos that play on every line, and say what they cost to watch
    Video(video::VideoCommand),
    /// Tell other programs of every step of a request
    Webhook(webhook::WebhookCommand),
    /// Print what the seller pastes into the shop's pages
    Snippet(snippet::Snippet),
    /// Print the OpenAPI document
    Openapi,
}

/// A failure that a person reads.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Failure(pub String);

impl Failure {
    /// In these words.
    pub fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }
}

/// Runs a command. A failure is one sentence on standard error.
pub async fn run(cli: Cli) -> ExitCode {
    let done = match cli.command {
        Command::Serve(serve) => serve.run().await,
        Command::Check(check) => check.run(),
        Command::Agent(agent) => agent.run().await,
        Command::Faq(faq) => faq.run().await,
        Command::Model(model) => model.run(),
        Command::Video(video) => video.run().await,
        Command::Webhook(webhook) => webhook.run().await,
        Command::Snippet(snippet) => snippet.run(),
        Command::Openapi => openapi::run(),
    };
    match done {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("alap: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// Prints a line for a person or a program. Who stops reading is no reason to break.
pub(crate) fn say(line: fmt::Arguments<'_>) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match writeln!(out, "{line}").and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::new(error.to_string())),
        _ => Ok(()),
    }
}
