//! `alap model build`

mod names;

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    process::ExitCode,
    time::Instant,
};

use alap_suggest::{
    build::{Options, Training},
    log::Log,
};
use clap::Args;

use self::names::Names;
use super::show::summary;
use crate::{
    cli::{Failure, say},
    shop::model,
};

/// `alap model build …`
#[derive(Debug, Args)]
pub(super) struct Build {
    /// A log of sessions, or an export of orders; may stand several times
    #[arg(long, value_name = "FILE", required = true)]
    events: Vec<PathBuf>,
    /// Only what was done in the last days before the newest event
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=3_650))]
    days: Option<u32>,
    /// In how many different sessions two products must have come together before anybody is told so
    #[arg(long, value_name = "K", default_value_t = 5, value_parser = clap::value_parser!(u32).range(2..=1_000))]
    floor: u32,
    /// The shop folder: its catalogue says which codes in orders are variants of one product, and the model is put there
    #[arg(long, value_name = "DIR")]
    shop: Option<PathBuf>,
    /// Where the model is put; its counts go beside it [default: model.alap in the shop folder, or here]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Counts of an earlier build, to be built on with new events
    #[arg(long, value_name = "FILE")]
    onto: Option<PathBuf>,
}

impl Build {
    pub(super) fn run(self) -> Result<ExitCode, Failure> {
        let started = Instant::now();
        let options = Options { floor: self.floor, days: self.days, ..Options::default() };
        let names = self.shop.as_deref().map(Names::of).transpose()?;
        let mut log = Log::default();
        for file in &self.events {
            let mut read = read(file)?;
            if let Some(names) = &names {
                names.give(&mut read)?;
            }
            log.append(read);
        }
        // On a large log it takes a minute or two.
        say(format_args!("learning …"))?;
        let training = match self.onto.as_deref().map(counts).transpose()? {
            Some(mut training) => {
                let new = training.add(&log, &options);
                let known = log.events.len() - new;
                say(format_args!(
                    "{new} events are of sessions that ended after what was counted before; {known} are not, and left out"
                ))?;
                training
            }
            None => Training::from_log(&log, &options),
        };
        let out = self.out();
        let counts = write(&counts_beside(&out), &training.to_bytes())?;
        let trained = training.model(&options);
        if trained.pairs() == 0 {
            return Err(Failure::new(format!(
                "no two products came together in {} different sessions yet, so there is no model; {counts} is kept: \
                 build on it with --onto when there are more events",
                self.floor
            )));
        }
        let model = write(&out, &trained.to_bytes())?;
        say(format_args!("{model}: {}", summary(&trained)))?;
        say(format_args!("{counts}: for building on with --onto; keep it to yourself, it is never served"))?;
        say(format_args!("took {:.1} s", started.elapsed().as_secs_f32()))?;
        Ok(ExitCode::SUCCESS)
    }

    fn out(&self) -> PathBuf {
        match (&self.out, &self.shop) {
            (Some(out), _) => out.clone(),
            (None, Some(shop)) => shop.join(model::FILE),
            (None, None) => PathBuf::from(model::FILE),
        }
    }
}

/// What the model was counted from lies beside it.
fn counts_beside(out: &Path) -> PathBuf {
    match out.file_name() {
        Some(name) if name == model::FILE => out.with_file_name(model::COUNTS),
        _ => out.with_extension("counts"),
    }
}

/// Reads a file of events and says what it held.
fn read(file: &Path) -> Result<Log, Failure> {
    let shown = file.display();
    let opened = File::open(file).map_err(|error| Failure::new(format!("{shown}: {error}")))?;
    let log = Log::read(opened).map_err(|error| Failure::new(format!("{shown}: {error}")))?;
    say(format_args!(
        "{shown}: {} rows, {} events of {} sessions with {} products",
        log.faults.rows,
        log.events.len(),
        log.sessions(),
        log.products.len()
    ))?;
    if log.faults.cancelled > 0 {
        say(format_args!("{shown}: {} rows of cancelled or refunded orders left out", log.faults.cancelled))?;
    }
    if log.faults.unreadable > 0 {
        say(format_args!(
            "{shown}: {} rows left out that cannot be read, such as these:",
            log.faults.unreadable
        ))?;
        for fault in &log.faults.first {
            say(format_args!("{shown}: {fault}"))?;
        }
    }
    Ok(log)
}

fn counts(file: &Path) -> Result<Training, Failure> {
    let bytes = fs::read(file).map_err(|error| Failure::new(format!("{}: {error}", file.display())))?;
    Training::from_bytes(&bytes).map_err(|error| Failure::new(format!("{}: {error}", file.display())))
}

/// Whole or not at all: a server may be reading the old one. Says what was written and how large it is.
fn write(file: &Path, bytes: &[u8]) -> Result<String, Failure> {
    let failed = |error: io::Error| Failure::new(format!("{}: {error}", file.display()));
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    let new = file.with_file_name(name);
    fs::write(&new, bytes).and_then(|()| fs::rename(&new, file)).map_err(failed)?;
    Ok(format!("{} ({} KB)", file.display(), bytes.len().div_ceil(1_024)))
}
