//! `alap video list`

use std::{collections::BTreeSet, process::ExitCode};

use alap_protocol::{
    pack::ShopPack,
    video::{VideoHead, VideoSheet, VideoSource},
};
use alap_shop::{Fault, Problem, Reading, VideoProblem};
use alap_video::quality::megabytes;
use clap::Args;

use super::{folder::Folder, made};
use crate::cli::{Failure, say};

/// `alap video list …`
#[derive(Debug, Args)]
pub(super) struct List {
    #[command(flatten)]
    folder: Folder,
}

/// What the columns are called.
const HEADINGS: [&str; 5] = ["VIDEO", "LENGTH", "STATE", "QUALITIES", "CAPTIONS"];

impl List {
    pub(super) fn run(self) -> Result<ExitCode, Failure> {
        let reading = alap_shop::read_folder(self.folder.checked()?);
        let mut ids: BTreeSet<String> = self.folder.described().into_iter().collect();
        ids.extend(self.folder.sources().into_keys());
        if ids.is_empty() {
            say(format_args!("there are no videos yet; add one with `alap video add FILE --product SKU`"))?;
            return Ok(ExitCode::SUCCESS);
        }
        let mut rows = vec![HEADINGS.map(str::to_owned)];
        rows.extend(ids.iter().map(|id| self.row(id, &reading)));
        for line in aligned(&rows) {
            say(format_args!("{line}"))?;
        }
        Ok(ExitCode::SUCCESS)
    }

    fn row(&self, id: &str, reading: &Reading) -> [String; 5] {
        let known = reading.pack.as_ref().and_then(|pack| find(id, pack, reading));
        let Some((head, sheet)) = known else {
            let not_made = |fault: &Fault| matches!(&fault.problem, Problem::Video(VideoProblem::NotMade { id: one }) if one == id);
            let waits = !self.folder.about(id).is_file() || reading.faults.iter().any(not_made);
            let state = if waits { "not made" } else { "broken: run alap check" };
            return [id.to_owned(), "–".into(), state.into(), "–".into(), self.captions(id)];
        };
        let length = match head.seconds {
            0 => "–".to_owned(),
            seconds => made::length(seconds.into()),
        };
        let (state, qualities) = match &sheet.source {
            VideoSource::Ladder(_) => {
                let each =
                    head.sizes.iter().map(|size| format!("{}p {} MB", size.lines, megabytes(size.bytes)));
                ("made".to_owned(), each.collect::<Vec<_>>().join(", "))
            }
            VideoSource::Plain(plain) => ("plain".to_owned(), format!("{} MB", megabytes(plain.bytes))),
            VideoSource::Linked(linked) => (format!("link: {}", linked.site.name()), "–".to_owned()),
        };
        [id.to_owned(), length, state, qualities, self.captions(id)]
    }

    fn captions(&self, id: &str) -> String {
        let there =
            ["bn", "en"].into_iter().filter(|tag| self.folder.beside(id, &format!("{tag}.vtt")).is_file());
        let there: Vec<&str> = there.collect();
        if there.is_empty() { "–".to_owned() } else { there.join(" ") }
    }
}

fn find<'a>(id: &str, pack: &'a ShopPack, reading: &'a Reading) -> Option<(&'a VideoHead, &'a VideoSheet)> {
    let head = pack.videos.iter().find(|head| head.id.as_str() == id)?;
    let sheet = reading.videos.iter().find(|video| video.sheet.id == head.id)?;
    Some((head, &sheet.sheet))
}

/// Each column as wide as its widest cell.
fn aligned(rows: &[[String; 5]]) -> Vec<String> {
    let wide = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..HEADINGS.len()).map(wide).collect();
    rows.iter()
        .map(|row| {
            let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}"));
            cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
        })
        .collect()
}
