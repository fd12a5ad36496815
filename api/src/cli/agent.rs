//! `alap agent`: who answers.

use std::{io, process::ExitCode};

use alap_protocol::{id::AgentId, limits::NAME_CHARS};
use alap_store::{Agent, NewAgent, StoreError};
use clap::{Args, Subcommand};
use uuid::Uuid;

use super::{Failure, place, place::Place, say};
use crate::{
    agent::{login::normal, password},
    clock,
};

/// `alap agent …`
#[derive(Debug, Args)]
pub struct AgentCommand {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Add a person; the password is read from standard input unless it is given
    Add {
        /// The name to log in with
        #[arg(long)]
        login: String,
        /// The name that shoppers see
        #[arg(long)]
        name: String,
        /// At least 8 characters
        #[arg(long)]
        password: Option<String>,
        /// The shop's id
        #[arg(long, value_name = "ID")]
        shop: Option<String>,
        #[command(flatten)]
        place: Place,
    },
    /// List the people
    List {
        /// The shop's id
        #[arg(long, value_name = "ID")]
        shop: Option<String>,
        #[command(flatten)]
        place: Place,
    },
    /// Set a password; every session of that person ends
    Password {
        /// The name to log in with
        #[arg(long)]
        login: String,
        /// At least 8 characters; read from standard input when it is not given
        #[arg(long)]
        password: Option<String>,
        /// The shop's id
        #[arg(long, value_name = "ID")]
        shop: Option<String>,
        #[command(flatten)]
        place: Place,
    },
}

impl AgentCommand {
    /// Runs it.
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        match self.what {
            What::Add { login, name, password, shop, place } => {
                let (login, name) = (checked("--login", &normal(&login))?, checked("--name", name.trim())?);
                let password_hash = hashed(password)?;
                let store = place.open().await?;
                let shop = place::shop(&store, shop.as_deref()).await?;
                let agent =
                    Agent { id: AgentId(Uuid::new_v4()), shop: shop.clone(), login: login.clone(), name };
                let added = store.add_agent(NewAgent { agent, password_hash }, clock::now()).await;
                store.close().await;
                added.map_err(|error| match error {
                    StoreError::LoginTaken => {
                        Failure::new(format!("{shop} has a person with the login {login} already"))
                    }
                    error => Failure::new(error.to_string()),
                })?;
                say(format_args!("added {login} to {shop}"))?;
            }
            What::List { shop, place } => {
                let store = place.open().await?;
                let shop = place::shop(&store, shop.as_deref()).await?;
                let agents = store.agents(&shop).await;
                store.close().await;
                for agent in agents.map_err(|error| Failure::new(error.to_string()))? {
                    say(format_args!("{}\t{}", agent.login, agent.name))?;
                }
            }
            What::Password { login, password, shop, place } => {
                let hash = hashed(password)?;
                let store = place.open().await?;
                let shop = place::shop(&store, shop.as_deref()).await?;
                let set = store.set_password(&shop, &normal(&login), &hash).await;
                store.close().await;
                set.map_err(|error| match error {
                    StoreError::NotFound => {
                        Failure::new(format!("{shop} has no person with the login {login}"))
                    }
                    error => Failure::new(error.to_string()),
                })?;
                say(format_args!("the password of {login} is set"))?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn checked(what: &str, name: &str) -> Result<String, Failure> {
    if name.is_empty() || name.chars().count() > NAME_CHARS || name.chars().any(char::is_control) {
        return Err(Failure::new(format!(
            "{what}: 1 to {NAME_CHARS} characters, none of them a control character"
        )));
    }
    Ok(name.to_owned())
}

fn hashed(given: Option<String>) -> Result<String, Failure> {
    let password = match given {
        Some(password) => password,
        None => {
            eprintln!("password:");
            let mut line = String::new();
            io::stdin()
                .read_line(&mut line)
                .map_err(|error| Failure::new(format!("the password: {error}")))?;
            line.trim_end_matches(['\r', '\n']).to_owned()
        }
    };
    password::hash(&password).map_err(|error| Failure::new(error.to_string()))
}
