//! A copy of the demo shop's folder that a test may change.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use tempfile::TempDir;

use crate::places;

/// The copy, gone when dropped.
pub struct ShopFolder(TempDir);

impl ShopFolder {
    /// Copies the demo shop. Only pages of `page_origin` may show its widget.
    pub fn copy(page_origin: &str) -> Result<Self> {
        let folder = Self(TempDir::with_prefix("alap-shop-")?);
        copy(&places::demo_shop()?, folder.path())?;
        folder.edit("shop.toml", |text| {
            let origins = format!("page_origins = [\"{page_origin}\"]");
            text.lines()
                .map(|line| if line.starts_with("page_origins") { origins.as_str() } else { line })
                .fold(String::new(), |text, line| text + line + "\n")
        })?;
        Ok(folder)
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Changes one of its files.
    pub fn edit(&self, file: &str, change: impl FnOnce(&str) -> String) -> Result<()> {
        let path = self.file(file);
        let text = fs::read_to_string(&path).with_context(|| format!("{file} of the shop"))?;
        let changed = change(&text);
        anyhow::ensure!(changed != text, "{file} of the shop is still the same");
        fs::write(path, changed)?;
        Ok(())
    }

    fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(from).with_context(|| format!("{}", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            fs::create_dir_all(&target)?;
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
