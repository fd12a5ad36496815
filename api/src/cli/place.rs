//! Where the data lies: the same for every command.

use std::{fs, path::PathBuf};

use alap_protocol::id::ShopId;
use alap_store::{Store, StoreAddress};
use clap::Args;

use super::Failure;

/// The data folder, or a database.
#[derive(Debug, Args)]
pub struct Place {
    /// The folder for the data; made when it is not there
    #[arg(long, value_name = "DIR", default_value = ".data", env = "ALAP_DATA")]
    data: PathBuf,
    /// A postgres:// address, to be used instead of the data folder
    #[arg(long, value_name = "URL", env = "DATABASE_URL", hide_env_values = true)]
    database_url: Option<Secret>,
}

/// An address with a password in it: shown nowhere.
#[derive(Clone)]
struct Secret(String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("…")
    }
}

impl std::str::FromStr for Secret {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(text.to_owned()))
    }
}

impl Place {
    /// Opens the database.
    pub(super) async fn open(&self) -> Result<Store, Failure> {
        let address = self.address()?;
        Store::connect(&address)
            .await
            .map_err(|error| Failure::new(format!("the data at {address}: {error}")))
    }

    fn address(&self) -> Result<StoreAddress, Failure> {
        match self.database_url.as_ref().filter(|url| !url.0.is_empty()) {
            Some(url) => StoreAddress::from_url(&url.0)
                .ok_or_else(|| Failure::new("DATABASE_URL must begin with postgres://")),
            None => {
                fs::create_dir_all(&self.data).map_err(|error| {
                    Failure::new(format!("the data folder {}: {error}", self.data.display()))
                })?;
                Ok(StoreAddress::file(self.data.join("alap.sqlite")))
            }
        }
    }
}

/// The shop that was named, or the only one that the data knows of.
pub(super) async fn shop(store: &Store, named: Option<&str>) -> Result<ShopId, Failure> {
    if let Some(name) = named {
        return ShopId::parse(name).map_err(|error| Failure::new(format!("--shop {name}: {error}")));
    }
    let mut shops = store.shops().await.map_err(|error| Failure::new(error.to_string()))?;
    match (shops.pop(), shops.pop()) {
        (Some(shop), None) => Ok(shop),
        _ => Err(Failure::new("say which shop with --shop ID; it is the id in its shop.toml")),
    }
}
