//! `alap video make`

use std::{collections::BTreeMap, path::Path, path::PathBuf, process::ExitCode};

use alap_protocol::{locale::Localized, pack::ShopPack};
use alap_transcode::TranscodeError;
use clap::Args;

use super::{
    about::{About, From},
    add::title_of,
    folder::Folder,
    made, names, plain,
    watch::Stop,
};
use crate::cli::{Failure, say};

/// `alap video make …`
#[derive(Debug, Args)]
pub(super) struct Make {
    /// Only these videos
    ids: Vec<String>,
    #[command(flatten)]
    folder: Folder,
    /// Make them anew, although nothing has changed
    #[arg(long)]
    again: bool,
}

/// How it went with one.
enum Went {
    Well,
    Wrong,
    /// The others would go the same way.
    Over,
}

impl Make {
    pub(super) fn run(self, stop: &Stop) -> Result<ExitCode, Failure> {
        let dir = self.folder.checked()?;
        let sources = self.chosen()?;
        if sources.is_empty() {
            say(format_args!("{}: there is no video file to make anything of", self.folder.own().display()))?;
            return Ok(ExitCode::SUCCESS);
        }
        let pack = alap_shop::read_folder(dir).pack;
        let mut wrong = false;
        for (id, source) in &sources {
            match self.one(id, source, pack.as_ref(), stop)? {
                Went::Well => {}
                Went::Wrong => wrong = true,
                Went::Over => return Ok(ExitCode::FAILURE),
            }
        }
        let ids: Vec<String> = sources.into_keys().collect();
        wrong |= made::show_faults(alap_shop::read_folder(dir), &ids, &self.folder)?;
        Ok(if wrong { ExitCode::FAILURE } else { ExitCode::SUCCESS })
    }

    /// Those that were named, or all.
    fn chosen(&self) -> Result<BTreeMap<String, PathBuf>, Failure> {
        let mut sources = self.folder.sources();
        if let Some(id) = self.ids.iter().find(|id| !sources.contains_key(*id)) {
            let place = self.folder.own().join(id);
            return Err(Failure::new(format!(
                "{}.mp4: there is no such file, with this end or that of another kind of video",
                place.display()
            )));
        }
        sources.retain(|id, _| self.ids.is_empty() || self.ids.contains(id));
        Ok(sources)
    }

    fn one(&self, id: &str, source: &Path, pack: Option<&ShopPack>, stop: &Stop) -> Result<Went, Failure> {
        if !names::is_id(id) {
            let end = source.extension().map(|end| end.to_string_lossy().into_owned()).unwrap_or_default();
            let name = names::plain(id).unwrap_or_else(|| "video-1".into());
            eprintln!(
                "alap: {}: name it with a–z, 0–9 and - only, such as {name}.{end}: its name is part of addresses",
                source.display()
            );
            return Ok(Went::Wrong);
        }
        match made::make(id, source, &self.folder, self.again, stop) {
            Ok(said) => {
                said?;
                self.describe(id, pack, From::Made)?;
                Ok(Went::Well)
            }
            Err(error @ (TranscodeError::NoFfmpeg { .. } | TranscodeError::PoorFfmpeg { .. })) => {
                self.without(id, source, pack, &error.to_string())
            }
            Err(error) => {
                eprintln!("alap: {}: {error}", source.display());
                let others_too = matches!(error, TranscodeError::Stopped | TranscodeError::DiskFull { .. });
                Ok(if others_too { Went::Over } else { Went::Wrong })
            }
        }
    }

    /// Without ffmpeg: as it is, if it can be shown so.
    fn without(&self, id: &str, source: &Path, pack: Option<&ShopPack>, why: &str) -> Result<Went, Failure> {
        let described = super::about::read(&self.folder.about(id)).is_some_and(|about| about.file.is_some());
        if described {
            // Its file is shown already.
            eprintln!("alap: {}: {why}", source.display());
            return Ok(Went::Over);
        }
        match plain::put(id, source, &self.folder, why) {
            Ok(name) if self.folder.about(id).exists() => {
                let about = self.folder.about(id);
                eprintln!("alap: {}: write `file = \"{name}\"` into it", about.display());
                Ok(Went::Wrong)
            }
            Ok(name) => {
                self.describe(id, pack, From::File(&name))?;
                Ok(Went::Well)
            }
            Err(failure) => {
                eprintln!("alap: {failure}");
                Ok(Went::Wrong)
            }
        }
    }

    /// Writes what has to be said of a video, if nobody has said anything. One that is named like a product is about it.
    fn describe(&self, id: &str, pack: Option<&ShopPack>, from: From<'_>) -> Result<(), Failure> {
        let file = self.folder.about(id);
        if file.exists() {
            return Ok(());
        }
        let product =
            pack.and_then(|pack| pack.products.iter().find(|one| one.id.as_str().eq_ignore_ascii_case(id)));
        let title = pack.and_then(|pack| title_of(id, pack));
        let title = title.unwrap_or_else(|| Localized::both(id, id));
        let products: Vec<String> = product.map(|product| product.id.to_string()).into_iter().collect();
        About { title: &title, products: &products, hello: false, from }.write(&file)?;
        let missing = if products.is_empty() { "its title and its products" } else { "its title" };
        say(format_args!("{} is written: change {missing} there", file.display()))
    }
}
