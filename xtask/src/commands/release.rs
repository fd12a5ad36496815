//! `cargo xtask release`: one binary with both pages inside.

use anyhow::Result;

use crate::pages::{self, Effort};
use crate::{place, run, rust_setup};

pub(super) fn run() -> Result<()> {
    rust_setup::crates()?;
    pages::build(Effort::Small)?;
    let mut cargo =
        run::cargo(&["build", "--release", "--package", "alap-api", "--features", "embed-pages"])?;
    cargo.env("ALAP_PAGES_DIR", place::absolute(pages::folder(Effort::Small))?);
    run::quietly("the server with the pages inside (3 to 6 min)", &mut cargo)?;
    println!(
        "target/release/alap is ready: copy it and a shop folder to a server, then `alap serve SHOP-FOLDER`."
    );
    Ok(())
}
