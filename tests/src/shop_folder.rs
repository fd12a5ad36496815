//! A copy of the demo shop's folder that a test may change.

use std::{
    fs,
    path::{Path, PathBuf},
};

use alap_protocol::hours::parse_date;
use anyhow::{Context, Result};
use tempfile::TempDir;
use time::{Date, OffsetDateTime};

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
        let catalogue = fs::read_to_string(folder.file("catalogue.csv"))?;
        let today = OffsetDateTime::now_utc().date();
        fs::write(folder.file("catalogue.csv"), brought_to(today, &catalogue))?;
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

/// Moves the days on which products came in, the last one to today: what is new in the demo shop stays so in the tests.
fn brought_to(today: Date, catalogue: &str) -> String {
    let added = |line: &str| {
        let (before, day) = line.rsplit_once(',')?;
        Some((before.to_owned(), parse_date(day)?))
    };
    let newest = catalogue.lines().filter_map(added).map(|(_, day)| day).max().unwrap_or(today);
    let moved = |line: &str| match added(line) {
        Some((before, day)) => format!("{before},{}\n", day + (today - newest)),
        None => format!("{line}\n"),
    };
    catalogue.lines().map(moved).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_in_last_came_in_today() {
        let today = parse_date("2028-03-01").unwrap();
        let moved = brought_to(today, "sku,added\nA,2026-11-19\nB,2026-11-18\nC,\n");
        assert_eq!(moved, "sku,added\nA,2028-03-01\nB,2028-02-29\nC,\n");
    }
}
