//! `alap check`: every mistake, by file and line.

mod video;

use std::{
    fs::File,
    io::{self, Read as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

use alap_protocol::locale::Locale;
use alap_shop::{Fault, FeedFormat, ReadOptions, Severity};
use clap::Args;

use super::{Failure, say};
use crate::{clock, shop::model};

/// What the reader of catalogues takes at most.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// `alap check …`
#[derive(Debug, Args)]
pub struct Check {
    /// A shop folder, or one catalogue file
    path: PathBuf,
    /// In which language to say it: bn or en
    #[arg(long, value_name = "bn|en", default_value = "en", value_parser = read_locale)]
    language: Locale,
}

fn read_locale(text: &str) -> Result<Locale, String> {
    Locale::from_tag(text).ok_or_else(|| "bn or en".to_owned())
}

impl Check {
    /// Prints the mistakes, then what was read. Fails if there is an error among them.
    pub(super) fn run(self) -> Result<ExitCode, Failure> {
        let about = std::fs::metadata(&self.path)
            .map_err(|error| Failure::new(format!("{}: {error}", self.path.display())))?;
        let (faults, summary) = if about.is_dir() { self.folder() } else { self.feed()? };
        print_faults(&faults, self.language)?;
        say(format_args!("{summary}"))?;
        let broken = faults.iter().any(|fault| fault.severity == Severity::Error);
        Ok(if broken { ExitCode::FAILURE } else { ExitCode::SUCCESS })
    }

    fn folder(&self) -> (Vec<Fault>, String) {
        let reading = alap_shop::read_folder_with(&self.path, &options());
        let mut summary: Vec<String> = reading
            .catalogue
            .iter()
            .map(|file| {
                self.catalogue_line(&file.file.display().to_string(), file.format, file.rows, file.products)
            })
            .collect();
        if let Some(pack) = &reading.pack {
            let videos = pack.videos.iter().zip(&reading.videos);
            summary.extend(videos.map(|(head, video)| video::line(head, &video.sheet, self.language)));
        }
        summary.push(match (&reading.pack, self.language) {
            (Some(pack), Locale::Bn) => format!(
                "{}: {}টি প্রশ্নোত্তর, {}টি পণ্য, {}টি ফর্ম, {}টি ভিডিও",
                pack.shop.name.get(Locale::Bn),
                bangla(pack.faq.len()),
                bangla(pack.products.len()),
                bangla(pack.desk.forms.len()),
                bangla(pack.videos.len())
            ),
            (Some(pack), Locale::En) => format!(
                "{}: {} questions with answers, {} products, {} forms, {} videos",
                pack.shop.name.get(Locale::En),
                pack.faq.len(),
                pack.products.len(),
                pack.desk.forms.len(),
                pack.videos.len()
            ),
            (None, Locale::Bn) => "দোকানের ফোল্ডারটি পড়া যায়নি".to_owned(),
            (None, Locale::En) => "the shop folder could not be read".to_owned(),
        });
        let mut faults = reading.faults;
        if let Some(pack) = &reading.pack {
            faults.extend(model::check(&self.path, &pack.products));
        }
        (faults, summary.join("\n"))
    }

    fn feed(&self) -> Result<(Vec<Fault>, String), Failure> {
        let bytes = read_bounded(&self.path)
            .map_err(|error| Failure::new(format!("{}: {error}", self.path.display())))?;
        let name = self.path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let reading = alap_shop::read_feed_with(&name, &bytes, &options());
        let summary = self.catalogue_line(&name, reading.format, reading.rows, reading.products.len());
        Ok((reading.faults, summary))
    }

    fn catalogue_line(&self, file: &str, format: FeedFormat, rows: usize, products: usize) -> String {
        let format = match format.name() {
            "" => String::new(),
            name => format!(" ({name})"),
        };
        match self.language {
            Locale::Bn => format!("{file}{format}: {}টি সারি, {}টি পণ্য", bangla(rows), bangla(products)),
            Locale::En => format!("{file}{format}: {rows} rows, {products} products"),
        }
    }
}

/// More than a catalogue may have is not read: one byte over, and the reader says so.
fn read_bounded(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn options() -> ReadOptions {
    ReadOptions { today: Some(clock::today()) }
}

/// One line a mistake, in the form that editors jump to.
pub(super) fn print_faults(faults: &[Fault], language: Locale) -> Result<(), Failure> {
    for fault in faults {
        say(format_args!("{}", line_of(fault, language)))?;
    }
    Ok(())
}

fn line_of(fault: &Fault, language: Locale) -> String {
    let word = match (fault.severity, language) {
        (Severity::Error, Locale::Bn) => "ভুল",
        (Severity::Warning, Locale::Bn) => "লক্ষ করুন",
        (Severity::Error, Locale::En) => "error",
        (Severity::Warning, Locale::En) => "note",
    };
    let place = place_of(&fault.file, fault.line);
    format!("{place}: {word}: {}", fault.sentence(language))
}

fn place_of(file: &Path, line: Option<u32>) -> String {
    line.map_or_else(|| file.display().to_string(), |line| format!("{}:{line}", file.display()))
}

fn bangla(number: usize) -> String {
    number
        .to_string()
        .chars()
        .map(|c| c.to_digit(10).and_then(|digit| char::from_u32('০' as u32 + digit)).unwrap_or(c))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bangla_counts_have_bangla_digits() {
        assert_eq!(bangla(1_209), "১২০৯");
    }
}
