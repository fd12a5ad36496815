//! A shopper who looks at products before the panel is opened.

use anyhow::Result;

use crate::{
    panel_page::PanelPage,
    shop_page::ShopPage,
    stage::{Screen, Stage},
    wait,
};

/// Five products that have much in common, the last one looked at last. Of the same kind: NK-016.
pub const KANTHAS: [&str; 5] = ["NK-012", "NK-013", "NK-014", "NK-015", "NK-017"];

/// Looks at products, one page after the other.
pub async fn browse(shop: &ShopPage, skus: &[&str]) -> Result<()> {
    for sku in skus {
        shop.visit(&format!("/p/{}", sku.to_lowercase())).await?;
        let noted = async || Ok(shop.journal().await?.iter().any(|line| line.product == *sku));
        wait::until_true(&format!("a view of {sku}, noted"), noted).await?;
    }
    Ok(())
}

/// Opens the panel on a page that shows no product of its own.
pub async fn open(shop: &ShopPage, panel: &PanelPage) -> Result<()> {
    shop.visit("/").await?;
    shop.press_launcher().await?;
    panel.ready().await
}

/// A shopper who has looked at [`KANTHAS`].
pub async fn shopper(stage: &mut Stage, screen: Screen) -> Result<(ShopPage, PanelPage)> {
    let (shop, panel) = stage.shopper(screen).await?;
    browse(&shop, &KANTHAS).await?;
    open(&shop, &panel).await?;
    Ok((shop, panel))
}

/// The same, newest first.
pub fn newest_first() -> Vec<&'static str> {
    KANTHAS.into_iter().rev().collect()
}
