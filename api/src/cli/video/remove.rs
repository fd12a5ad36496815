//! `alap video remove`

use std::{fs, io, path::Path, process::ExitCode};

use clap::Args;

use super::{folder::Folder, names, plain};
use crate::cli::{Failure, say};

/// What stands beside a video's description, by the end of its name.
const BESIDE: [&str; 4] = ["toml", "bn.vtt", "en.vtt", "chapters.txt"];

/// `alap video remove …`
#[derive(Debug, Args)]
pub(super) struct Remove {
    /// Which video
    id: String,
    #[command(flatten)]
    folder: Folder,
}

impl Remove {
    pub(super) fn run(self) -> Result<ExitCode, Failure> {
        self.folder.checked()?;
        let id = self.id.as_str();
        // It becomes part of paths.
        if !names::is_id(id) {
            return Err(Failure::new(format!("there is no video {id}")));
        }
        let mut removed = false;
        for end in BESIDE {
            removed |= remove(&self.folder.beside(id, end))?;
        }
        let plain = plain::clear(id, &self.folder)?;
        removed |= plain.removed;
        removed |= alap_transcode::remove(&self.folder.made(), id)
            .map_err(|error| Failure::new(error.to_string()))?;
        let own = self.folder.sources().remove(id);
        if let (None, true, Some(file)) = (&own, removed, &plain.own) {
            let file = file.display();
            say(format_args!("{id} is removed; {file} is your own file and stays"))?;
            return Ok(ExitCode::SUCCESS);
        }
        match (removed, own) {
            (false, None) => {
                Err(Failure::new(format!("there is no video {id}; `alap video list` names them")))
            }
            (_, Some(file)) => {
                let file = file.display();
                say(format_args!(
                    "{id} is removed; {file} is your own file and stays: move it away, or `alap video make` makes it again"
                ))?;
                Ok(ExitCode::SUCCESS)
            }
            (true, None) => {
                say(format_args!("{id} is removed"))?;
                Ok(ExitCode::SUCCESS)
            }
        }
    }
}

/// Says whether it was there.
fn remove(file: &Path) -> Result<bool, Failure> {
    match fs::remove_file(file) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(Failure::new(format!("{}: {error}", file.display()))),
    }
}
