//! Makes everything of a video, or goes on where an earlier run was stopped.

use std::{fs, ops::ControlFlow, path::Path, path::PathBuf};

use alap_protocol::video::{Ladder, PlainFile, Rung, Size};
use alap_video::{
    made::{FILE, LIST, MADE_FORMAT, MASTER, Made, MadeRung},
    playlist::{Addresses, folder, media, offer},
};

use crate::{
    files,
    folder::{Order, Work},
    measure::Measured,
    notice::Notice,
    pictures::{Album, Pictures},
    plain,
    plan::{Plan, PlannedRung, Tone, plan},
    probe::{self, Source},
    problem::{TranscodeError, at},
    progress::{Meter, Stage, Watch},
    rung::Making,
    standing::Seen,
    tools::Tools,
};

/// Segments of two qualities differ by less than this, in milliseconds: a frame, or the end of the sound.
const SAME: u32 = 150;

/// A video to be made.
#[derive(Clone, Debug)]
pub struct Job<'a> {
    /// The seller's file.
    pub source: &'a Path,
    /// The folder of videos: `media/videos` of the shop.
    pub videos: &'a Path,
    /// The video's id: what was made will lie in the folder of this name.
    pub id: &'a str,
}

/// What was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What `made.json` says.
    pub made: Made,
    /// What the seller should know.
    pub notices: Vec<Notice>,
}

/// Makes a ladder, the plain file and the pictures. What was there before stays until all of it is finished; a run that is
/// stopped, or ends in any other way, leaves its finished qualities for the next one.
pub fn make(tools: &Tools, job: &Job<'_>, watch: &mut Watch<'_>) -> Result<Outcome, TranscodeError> {
    // Commands run in folders of their own.
    let absolute = |path: &Path| std::path::absolute(path).map_err(at(path));
    let (file, videos) = (absolute(job.source)?, absolute(job.videos)?);
    let abilities = tools.abilities()?;
    let mut meter = Meter::new(watch);
    go_on(meter.begin(Stage::Reading, 0.0))?;
    let seen = Seen::of(&file)?;
    let source = probe::inspect(tools, &file, &mut |fraction| meter.tell(fraction / 2.0))?;
    let hash = files::hash(&file, source.bytes, &mut |fraction| meter.tell(0.5 + fraction / 2.0))?;
    let plan = plan(&source, &abilities);
    let work = Work::open(&videos, job.id)?;
    work.take_up(&Order::new(&hash, &plan))?;

    let weights: Vec<f32> = plan.rungs.iter().map(|rung| weight(&source, rung)).collect();
    let all: f32 = weights.iter().sum();
    let (plain_weight, pictures_weight) = (all * 0.01, all * 0.04);
    meter.expect(all + plain_weight + pictures_weight);
    let mut measured = Vec::with_capacity(plan.rungs.len());
    for (rung, weight) in plan.rungs.iter().zip(weights) {
        go_on(meter.begin(Stage::Quality(rung.lines), weight))?;
        let making = Making { tools, file: &file, source: &source, plan: &plan, rung };
        measured.push(quality(&work, &making, &mut |fraction| meter.tell(fraction))?);
    }
    let segments = settle(&plan.rungs, &measured)?;

    let made = work.made();
    go_on(meter.begin(Stage::Plain, plain_weight))?;
    // About 480 lines: what plays no segments is old and small.
    let lines = plan.rungs.iter().rfind(|rung| rung.lines <= 480).or(plan.rungs.first());
    let lines = lines.map_or(0, |rung| rung.lines);
    let plain_bytes = plain::write(tools, &made, lines, &segments, &mut |fraction| meter.tell(fraction))?;
    go_on(meter.begin(Stage::Pictures, pictures_weight))?;
    let aside: PathBuf = work.aside("picture.png");
    let album = Album {
        tools,
        abilities: &abilities,
        file: &file,
        source: &source,
        plan: &plan,
        made: &made,
        aside: &aside,
        segments: segments.len(),
    };
    let pictures = album.fill(&mut |fraction| meter.tell(fraction))?;

    let notices = notices(&source, &plan, &measured, abilities.webp);
    let outcome = finished(hash, &plan, segments, measured, pictures, plain_bytes);
    playlists(&made, &outcome)?;
    seen.write(&made)?;
    files::write_json(&made.join(FILE), &outcome)?;
    work.publish()?;
    Ok(Outcome { made: outcome, notices })
}

fn go_on(flow: ControlFlow<()>) -> Result<(), TranscodeError> {
    if flow.is_break() { Err(TranscodeError::Stopped) } else { Ok(()) }
}

/// What a quality takes: its own pixels, and reading those of the source.
fn weight(source: &Source, rung: &PlannedRung) -> f32 {
    let pixels = |width: f32, height: f32| width * height;
    pixels(f32::from(rung.width), f32::from(rung.height))
        + 0.2 * pixels(source.picture.width as f32, source.picture.height as f32)
}

/// Makes a quality, unless it is finished.
fn quality(
    work: &Work,
    making: &Making<'_>,
    tell: &mut dyn FnMut(f32) -> ControlFlow<()>,
) -> Result<Measured, TranscodeError> {
    let lines = making.rung.lines;
    if let Some(measured) = work.finished(lines) {
        return Ok(measured);
    }
    let folder = work.begin(lines)?;
    let measured = making.run(&folder, tell)?;
    work.finish(lines, &folder, &measured)?;
    Ok(measured)
}

/// The lengths of the segments that hold for all qualities: of those that differ by a frame, the longest.
fn settle(rungs: &[PlannedRung], measured: &[Measured]) -> Result<Vec<u32>, TranscodeError> {
    let mut lengths: Vec<u32> = Vec::new();
    for (rung, measured) in rungs.iter().zip(measured) {
        if lengths.is_empty() {
            lengths.clone_from(&measured.segments);
        }
        let same = |(one, other): (&u32, &u32)| one.abs_diff(*other) < SAME;
        if lengths.len() != measured.segments.len() || !lengths.iter().zip(&measured.segments).all(same) {
            return Err(TranscodeError::Uneven { lines: rung.lines });
        }
        for (length, other) in lengths.iter_mut().zip(&measured.segments) {
            *length = (*length).max(*other);
        }
    }
    Ok(lengths)
}

fn notices(source: &Source, plan: &Plan, measured: &[Measured], webp: bool) -> Vec<Notice> {
    let mut notices = Vec::new();
    if plan.tone == Tone::Rough {
        notices.push(Notice::RoughColours);
    }
    let complaints = measured.iter().map(|measured| measured.complaints).fold(source.complaints, usize::max);
    if complaints > 0 {
        notices.push(Notice::Damaged { complaints });
    }
    if !webp {
        notices.push(Notice::NoWebp);
    }
    notices
}

fn finished(
    source: String,
    plan: &Plan,
    segments: Vec<u32>,
    measured: Vec<Measured>,
    pictures: Pictures,
    plain_bytes: u64,
) -> Made {
    let (width, height) = plan.rungs.last().map_or((0, 0), |top| (top.width.into(), top.height.into()));
    let rung = |(rung, measured): (&PlannedRung, Measured)| MadeRung {
        size: Size { lines: rung.lines, bandwidth: measured.bandwidth, bytes: measured.bytes },
        width: rung.width,
        height: rung.height,
        codecs: measured.codecs,
    };
    Made {
        format: MADE_FORMAT,
        source,
        width,
        height,
        milliseconds: segments.iter().copied().map(u64::from).sum(),
        segments,
        rungs: plan.rungs.iter().zip(measured).map(rung).collect(),
        plain_bytes,
        poster_webp: pictures.poster_webp,
        poster_avif: pictures.poster_avif,
        strip: pictures.strip,
        stills_every: pictures.stills_every,
        stills: pictures.stills,
    }
}

/// Playlists that name the files beside them, for other players.
fn playlists(folder_of_made: &Path, made: &Made) -> Result<(), TranscodeError> {
    let rung = |rung: &MadeRung| Rung {
        size: rung.size,
        width: rung.width,
        height: rung.height,
        codecs: rung.codecs.clone(),
        init: Vec::new(),
    };
    let ladder = Ladder {
        base: String::new(),
        version: String::new(),
        segments: made.segments.clone(),
        rungs: made.rungs.iter().map(rung).collect(),
        plain: PlainFile { src: String::new(), bytes: made.plain_bytes },
    };
    for rung in &ladder.rungs {
        let list = folder_of_made.join(folder(rung)).join(LIST);
        fs::write(&list, media(&ladder, rung, Addresses::Beside)).map_err(at(&list))?;
    }
    let master = folder_of_made.join(MASTER);
    let offered = offer(ladder.rungs.iter().map(|rung| (rung, format!("{}{LIST}", folder(rung)))));
    fs::write(&master, offered).map_err(at(&master))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Profile;

    fn rung(lines: u16) -> PlannedRung {
        PlannedRung { lines, width: lines, height: lines, profile: Profile::Main, kbps: 1, sound: None }
    }

    fn measured(segments: &[u32]) -> Measured {
        Measured { segments: segments.to_vec(), bytes: 1, bandwidth: 1, codecs: String::new(), complaints: 0 }
    }

    #[test]
    fn qualities_that_differ_by_a_frame_settle_on_the_longest() {
        let rungs = [rung(144), rung(240)];
        let settled = settle(&rungs, &[measured(&[2_000, 1_233]), measured(&[2_000, 1_267])]);
        assert_eq!(settled.unwrap(), [2_000, 1_267]);
    }

    #[test]
    fn qualities_with_other_segments_are_refused() {
        let rungs = [rung(144), rung(240)];
        for other in [[2_000, 900].as_slice(), &[2_000], &[2_000, 1_233, 40]] {
            let settled = settle(&rungs, &[measured(&[2_000, 1_233]), measured(other)]);
            assert!(matches!(settled, Err(TranscodeError::Uneven { lines: 240 })), "{settled:?}");
        }
    }
}
