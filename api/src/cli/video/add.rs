//! `alap video add`

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use alap_protocol::{locale::Localized, pack::ShopPack};
use alap_transcode::TranscodeError;
use alap_video::link;
use clap::Args;

use super::{
    about::{About, From},
    captions::{self, Beside},
    change::Change,
    folder::Folder,
    made, names, plain,
    watch::Stop,
};
use crate::cli::{Failure, say};

/// `alap video add …`
#[derive(Debug, Args)]
pub(super) struct Add {
    /// A video file, or the address of a video at YouTube, Facebook or Vimeo
    #[arg(value_name = "FILE|URL")]
    file: PathBuf,
    /// The products that it is about, the most important first
    #[arg(long, value_name = "SKU", num_args = 1.., required_unless_present_any = ["hello", "replace"])]
    product: Vec<String>,
    #[command(flatten)]
    folder: Folder,
    /// What it is called in addresses: a–z, 0–9 and - [default: from the file's name]
    #[arg(long, value_name = "ID")]
    name: Option<String>,
    /// Its title in Bangla [default: the first product's]
    #[arg(long, value_name = "TEXT")]
    title_bn: Option<String>,
    /// Its title in English [default: the first product's]
    #[arg(long, value_name = "TEXT")]
    title_en: Option<String>,
    /// Captions as WebVTT: bn.vtt, en.vtt, or both
    #[arg(long, value_name = "FILE", num_args = 1..=2)]
    captions: Vec<PathBuf>,
    /// Its chapters, one a line: 0:42 title in Bangla | title in English
    #[arg(long, value_name = "FILE")]
    chapters: Option<PathBuf>,
    /// The shop introduces itself in it: it stands on the first view
    #[arg(long)]
    hello: bool,
    /// Put this in the place of a video of this name: what is said of it stays but for what is given here
    #[arg(long)]
    replace: bool,
}

impl Add {
    pub(super) fn run(self, stop: &Stop) -> Result<ExitCode, Failure> {
        let dir = self.folder.checked()?;
        let pack = alap_shop::read_folder(dir).pack.ok_or_else(|| {
            Failure::new(format!("{}: the shop cannot be read; `alap check` says why", dir.display()))
        })?;
        self.check_products(&pack)?;
        let beside = self.beside()?;
        let address = self.file.to_str().filter(|text| text.contains("://"));
        let source = if address.is_some() { None } else { Some(self.file.as_path()) };
        let id = match &self.name {
            Some(name) => names::given(name)?,
            None => names::chosen(source, &self.product, &self.folder, self.replace),
        };
        let file = self.folder.about(&id);
        if file.exists() && !self.replace {
            return Err(Failure::new(format!(
                "{} is there already; give this video another name with --name ID, or write over it with --replace",
                file.display()
            )));
        }
        if self.product.is_empty() && !self.hello && !file.exists() {
            return Err(Failure::new(format!(
                "{} is not there, so there is nothing to replace: say with --product SKU what the video is about",
                file.display()
            )));
        }
        let before = self.film(&id);
        match (address, source) {
            (Some(address), _) => self.link(address, &id, &pack)?,
            (None, Some(source)) => self.file(source, &id, &pack, stop)?,
            (None, None) => {}
        }
        captions::copy(&beside, &id, &self.folder)?;
        self.tell_what_stays(&id, before.as_deref(), &beside)?;
        say(format_args!("{} is written: its title can be changed there", file.display()))?;
        let broken = made::show_faults(alap_shop::read_folder(dir), &[id], &self.folder)?;
        Ok(if broken { ExitCode::FAILURE } else { ExitCode::SUCCESS })
    }

    /// Before a long work, not after it.
    fn check_products(&self, pack: &ShopPack) -> Result<(), Failure> {
        let unknown =
            self.product.iter().find(|sku| !pack.products.iter().any(|one| one.id.as_str() == *sku));
        match unknown {
            Some(sku) => {
                Err(Failure::new(format!("--product {sku}: there is no such product in the catalogue")))
            }
            None => Ok(()),
        }
    }

    /// What is to be copied beside it, all of it readable.
    fn beside(&self) -> Result<Vec<Beside>, Failure> {
        let mut all = captions::told(&self.captions)?;
        all.extend(self.chapters.clone().map(|file| (file, "chapters.txt".to_owned())));
        all.iter().try_for_each(|(file, _)| captions::check(file))?;
        Ok(all)
    }

    fn link(&self, address: &str, id: &str, pack: &ShopPack) -> Result<(), Failure> {
        link::read(address).map_err(|error| Failure::new(format!("{address}: {error}")))?;
        self.clear(id)?;
        self.about(id, pack, From::Link(address))?;
        say(format_args!(
            "{id}: it is loaded from there only when somebody taps it; give it a poster of your own with `poster = \
             \"media/…\"`"
        ))
    }

    fn file(&self, source: &Path, id: &str, pack: &ShopPack, stop: &Stop) -> Result<(), Failure> {
        match made::make(id, source, &self.folder, false, stop) {
            Ok(said) => {
                said?;
                // A film that the seller put there stays, be it this one or another.
                plain::clear(id, &self.folder)?;
                let own = self.folder.name_in_media(source);
                self.about(id, pack, own.as_deref().map_or(From::Made, From::File))
            }
            Err(error @ (TranscodeError::NoFfmpeg { .. } | TranscodeError::PoorFfmpeg { .. })) => {
                let name = plain::put(id, source, &self.folder, &error.to_string())?;
                // It would be shown instead.
                alap_transcode::remove(&self.folder.made(), id)
                    .map_err(|error| Failure::new(error.to_string()))?;
                self.about(id, pack, From::File(&name))
            }
            Err(error) => Err(Failure::new(format!("{}: {error}", source.display()))),
        }
    }

    /// Takes away what was made of a video that this one replaces.
    fn clear(&self, id: &str) -> Result<(), Failure> {
        plain::clear(id, &self.folder)?;
        alap_transcode::remove(&self.folder.made(), id).map_err(|error| Failure::new(error.to_string()))?;
        Ok(())
    }

    fn about(&self, id: &str, pack: &ShopPack, from: From<'_>) -> Result<(), Failure> {
        let file = self.folder.about(id);
        if file.exists() {
            let [bn, en] = [&self.title_bn, &self.title_en].map(said);
            let change = Change { bn, en, products: &self.product, hello: self.hello, from };
            return change.write(&file);
        }
        let title = self.title(id, pack);
        let about = About { title: &title, products: &self.product, hello: self.hello, from };
        about.write(&file)
    }

    /// What tells one film from another.
    fn film(&self, id: &str) -> Option<String> {
        let made = alap_transcode::made(&self.folder.made(), id).map(|made| made.source);
        made.or_else(|| fs::read_to_string(self.folder.about(id)).ok())
    }

    /// Captions and chapters of another film may not fit.
    fn tell_what_stays(&self, id: &str, before: Option<&str>, given: &[Beside]) -> Result<(), Failure> {
        if before.is_none() || before == self.film(id).as_deref() {
            return Ok(());
        }
        for end in ["bn.vtt", "en.vtt", "chapters.txt"] {
            let file = self.folder.beside(id, end);
            if file.is_file() && !given.iter().any(|(_, given)| given == end) {
                let file = file.display();
                say(format_args!(
                    "{id}: {file} is of the film before, and is still used: does it fit this one?"
                ))?;
            }
        }
        Ok(())
    }

    /// What the seller said; else the product's, or the shop's.
    fn title(&self, id: &str, pack: &ShopPack) -> Localized {
        let (bn, en) = (said(&self.title_bn).map(Into::into), said(&self.title_en).map(Into::into));
        let product = self.product.first().and_then(|sku| title_of(sku, pack));
        let default = product.unwrap_or_else(|| match self.hello {
            true => pack.shop.name.clone(),
            false => Localized::both(id, id),
        });
        match (bn, en) {
            (None, None) => default,
            (bn, en) => Localized { bn, en },
        }
    }
}

fn said(text: &Option<String>) -> Option<&str> {
    text.as_deref().filter(|text| !text.trim().is_empty())
}

/// The title of a product, however its code is written.
pub(super) fn title_of(sku: &str, pack: &ShopPack) -> Option<Localized> {
    let product = pack.products.iter().find(|product| product.id.as_str().eq_ignore_ascii_case(sku))?;
    Some(product.title.clone())
}
