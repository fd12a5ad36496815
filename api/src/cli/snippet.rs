//! `alap snippet`: what the seller pastes.

use std::{path::PathBuf, process::ExitCode};

use alap_protocol::pack::Shop;
use clap::Args;

use super::{Failure, check::print_faults, say};
use crate::{
    http::origin::Origins,
    shop::{ServedShop, ShopError},
};

/// `alap snippet …`
#[derive(Debug, Args)]
pub struct Snippet {
    /// The shop folder
    dir: PathBuf,
    /// Where shoppers reach this server
    #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:8080", env = "ALAP_PUBLIC_URL")]
    public_url: String,
}

impl Snippet {
    /// Prints it.
    pub(super) fn run(self) -> Result<ExitCode, Failure> {
        let origins = Origins::listed(&[self.public_url]).map_err(|error| Failure::new(error.to_string()))?;
        match ServedShop::read(self.dir) {
            Ok(served) => {
                say(format_args!("{}", snippet(&served.pack.shop, origins.first())))?;
                Ok(ExitCode::SUCCESS)
            }
            Err(ShopError::Broken(faults)) => {
                print_faults(&faults, alap_protocol::locale::Locale::En)?;
                Err(Failure::new("the shop folder has errors"))
            }
            Err(error) => Err(Failure::new(error.to_string())),
        }
    }
}

/// The script tag, with what the launcher needs before anything is loaded.
pub fn snippet(shop: &Shop, origin: &str) -> String {
    let locale = shop.languages.first().copied().unwrap_or_default();
    format!(
        r#"<script async src="{origin}/embed.js" data-shop="{}" data-color="{}" data-side="right" data-locale="{}"></script>"#,
        escaped(shop.id.as_str()),
        escaped(&shop.theme.color),
        locale.tag(),
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}
