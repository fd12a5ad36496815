#![doc = include_str!("../README.md")]

mod arguments;
mod codecs;
mod colours;
mod files;
mod folder;
mod make;
mod measure;
mod notice;
mod pictures;
mod plain;
mod plan;
mod probe;
mod problem;
mod progress;
mod run;
mod rung;
mod standing;
mod tools;

pub use make::{Job, Outcome, make};
pub use notice::Notice;
pub use plan::{Matrix, Plan, PlannedRung, Profile, SoundPlan, Tone, plan};
pub use probe::{Picture, SOURCE_BYTES, SOURCE_PIXELS, Sound, Source, Transfer, probe};
pub use problem::TranscodeError;
pub use progress::{Progress, Stage, Watch};
pub use standing::{Standing, made, remove, standing};
pub use tools::{Abilities, Tools};
