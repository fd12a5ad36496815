//! Where the data lies.

use std::{
    fmt,
    path::{Path, PathBuf},
};

/// A file, or a PostgreSQL server.
#[derive(Clone, PartialEq, Eq)]
pub enum StoreAddress {
    /// A SQLite file; made when it is not there.
    File(PathBuf),
    /// A `postgres://` address, with its password.
    Postgres(String),
}

impl StoreAddress {
    /// A SQLite file.
    pub fn file(path: impl AsRef<Path>) -> Self {
        Self::File(path.as_ref().to_owned())
    }

    /// What `DATABASE_URL` says, if it names PostgreSQL.
    pub fn from_url(url: &str) -> Option<Self> {
        let known = url.starts_with("postgres://") || url.starts_with("postgresql://");
        known.then(|| Self::Postgres(url.to_owned()))
    }
}

/// The password is never shown.
impl fmt::Debug for StoreAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => f.debug_tuple("File").field(path).finish(),
            Self::Postgres(url) => f.debug_tuple("Postgres").field(&without_secret(url)).finish(),
        }
    }
}

impl fmt::Display for StoreAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Postgres(url) => f.write_str(&without_secret(url)),
        }
    }
}

/// Drops who logs in and every parameter: what is left is a host and a database.
fn without_secret(url: &str) -> String {
    let url = url.split(['?', '#']).next().unwrap_or_default();
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.rsplit_once('@').map_or(rest, |(_, host)| host);
    format!("postgres://{host}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_never_shown() {
        for url in
            ["postgres://shop:s3cret@db:5432/alap?password=s3cret", "postgresql://shop:s3@cret@db:5432/alap"]
        {
            let address = StoreAddress::from_url(url).unwrap();
            assert_eq!(address.to_string(), "postgres://db:5432/alap");
            assert_eq!(format!("{address:?}"), "Postgres(\"postgres://db:5432/alap\")");
        }
    }

    #[test]
    fn only_postgresql_is_taken_from_a_url() {
        assert_eq!(StoreAddress::from_url("mysql://x/y"), None);
    }
}
