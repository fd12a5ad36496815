//! Makes one quality: segments of fragmented MP4, all as long as the plan says.

use std::{ffi::OsString, fs, ops::ControlFlow, path::Path};

use crate::{
    arguments::{input, quiet, seconds, words},
    colours,
    measure::{self, Measured},
    plan::{Plan, PlannedRung, Profile, SoundPlan},
    probe::Source,
    problem::{TranscodeError, at},
    run::{Call, follow},
    tools::Tools,
};

/// Samples of sound a second, in every quality: a player may go from one to another without a click.
const SAMPLES: &str = "44100";
/// The quality that x264 aims at where the line carries it: higher numbers are worse.
const CRF: &str = "25";

/// A quality to be made of a file.
pub(crate) struct Making<'a> {
    pub(crate) tools: &'a Tools,
    pub(crate) file: &'a Path,
    pub(crate) source: &'a Source,
    pub(crate) plan: &'a Plan,
    pub(crate) rung: &'a PlannedRung,
}

impl Making<'_> {
    /// Makes it in this empty folder.
    pub(crate) fn run(
        &self,
        folder: &Path,
        tell: &mut dyn FnMut(f32) -> ControlFlow<()>,
    ) -> Result<Measured, TranscodeError> {
        let all = self.plan.milliseconds.max(1) as f32 * 1_000.0;
        let call = Call::new(&self.tools.ffmpeg, self.arguments()).within(folder);
        let done = follow(call, &mut |end| tell(end as f32 / all))?.checked(folder)?;
        let mut measured =
            measure::folder(folder, self.plan.segment).map_err(|error| unless_full(error, folder))?;
        measured.complaints = done.said.lines;
        let (says, ends) = (self.plan.milliseconds, measured.milliseconds());
        if says > ends + 2_000.max(says / 50) {
            return Err(TranscodeError::EndsEarly { says, ends });
        }
        Ok(measured)
    }

    fn arguments(&self) -> Vec<OsString> {
        let Self { plan, rung, source, .. } = self;
        let mut all = quiet();
        all.extend(input(self.file));
        all.extend(words(["-map", &format!("0:{}", source.picture.stream)]));
        if let (Some(sound), Some(_)) = (&source.sound, rung.sound) {
            all.extend(words(["-map", &format!("0:{}", sound.stream)]));
        }
        // Where it was filmed and with what is nobody's business.
        all.extend(words(["-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1"]));
        all.extend(words(["-t", &seconds(plan.milliseconds)]));
        all.extend(picture(plan, rung));
        if let Some(planned) = rung.sound {
            all.extend(sound(planned));
        }
        all.extend(segments(plan));
        all
    }
}

/// ffmpeg may leave out segments on a full disk without a word.
fn unless_full(error: TranscodeError, folder: &Path) -> TranscodeError {
    let trial = folder.join("trial");
    match fs::write(&trial, [1; 256 * 1_024]).map_err(at(&trial)) {
        Err(full @ TranscodeError::DiskFull { .. }) => full,
        _ => error,
    }
}

fn picture(plan: &Plan, rung: &PlannedRung) -> Vec<OsString> {
    let filters = colours::filters(plan, rung.width, rung.height, true);
    let (profile, between, preset) = match rung.profile {
        // Frames that depend on later ones are not in the profile.
        Profile::Baseline => ("baseline", "0", "slow"),
        Profile::Main => ("main", "2", "medium"),
        Profile::High => ("high", "2", "fast"),
    };
    let most = format!("{}k", rung.kbps);
    let every = (plan.frames * plan.segment).to_string();
    let mut all =
        words(["-vf", &filters, "-c:v", "libx264", "-profile:v", profile, "-preset", preset, "-bf", between]);
    all.extend(words(["-crf", CRF, "-maxrate", &most, "-bufsize", &most, "-pix_fmt", "yuv420p"]));
    // A key frame where each segment begins, and nowhere else.
    all.extend(words(["-g", &every, "-keyint_min", &every, "-sc_threshold", "0"]));
    all.extend(words(["-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709"]));
    all
}

fn sound(planned: SoundPlan) -> Vec<OsString> {
    // An encoder of AAC puts a frame of silence before the sound. Moved by one, nothing begins before zero, and no edit list,
    // which players read differently, has to say so: the sound is 23 ms late.
    let filters = format!("aresample={SAMPLES}:async=1:first_pts=0,asetpts=PTS+1024");
    let (rate, channels) = (format!("{}k", planned.kbps), planned.channels.to_string());
    words([
        "-af",
        &filters,
        "-c:a",
        "aac",
        "-profile:a",
        "aac_low",
        "-b:a",
        &rate,
        "-ac",
        &channels,
        "-ar",
        SAMPLES,
    ])
}

fn segments(plan: &Plan) -> Vec<OsString> {
    let mut all =
        words(["-avoid_negative_ts", "disabled", "-f", "hls", "-hls_time", &plan.segment.to_string()]);
    all.extend(words(["-hls_playlist_type", "vod", "-hls_list_size", "0", "-hls_segment_type", "fmp4"]));
    all.extend(words(["-hls_fmp4_init_filename", "init.mp4", "-hls_segment_filename", "%05d.m4s"]));
    all.extend(words(["-hls_flags", "independent_segments"]));
    // The first picture at zero in every quality, whether or not frames depend on later ones.
    all.extend(words(["-hls_segment_options", "movflags=+negative_cts_offsets:use_editlist=0", "list.m3u8"]));
    all
}
