//! Every mistake in the folder `videos`, and in what was made of it.

use alap_protocol::locale::Locale;

use super::list::problems;
use crate::{
    Problem, Severity,
    detail::{Detail, Moment, Place},
};

problems! {
    /// What is wrong with a video. What is wrong in captions and chapters is left out: the video plays without it.
    VideoProblem;

    // The folder.

    /// More videos than a shop may have.
    Error TooMany "video_too_many" { most: u64 }
    /// A file name that cannot be a video's.
    Error BadName "video_bad_name" { text: String }
    /// A file that belongs to no video.
    Warning Lost "video_lost_file" { id: String }
    /// A file whose name ends in a way that nobody knows.
    Warning Stray "video_stray_file" {}

    // shop.toml.

    /// Not the address of a folder.
    Error BadBase "video_bad_base" { text: String }
    /// An IPv6 address without TLS: no policy of a page can name it.
    Error BaseBrackets "video_base_brackets" { text: String }

    // A video's own file.

    /// Neither a file nor a link, and nothing made.
    Error NoSource "video_no_source" { id: String }
    /// The seller's file lies there, but nothing was made of it.
    Warning NotMade "video_not_made" { id: String }
    /// A file that is not in `media/`.
    Error FileElsewhere "video_file_elsewhere" { text: String }
    /// Neither MP4 nor WebM, whatever its name says.
    Warning Unplayable "video_unplayable" { path: String }
    /// No web address.
    Error BadLink "video_bad_link" { text: String }
    /// None of the sites whose players may be shown.
    Error UnknownSite "video_unknown_site" { host: String }
    /// A channel or a playlist.
    Error NoVideoThere "video_none_there" { site: String }
    /// A second hello.
    Error SecondHello "video_second_hello" { place: Place }
    /// More of something than a video may have.
    Error TooManyOf "video_too_many_of" { key: String, most: u64 }
    /// Ends before it begins.
    Error TurnedMoments "video_turned_moments" { from: Moment, until: Moment }
    /// A moment when the video is over.
    Error PastEnd "video_past_end" { at: Moment, length: Moment }
    /// A question's video that the folder does not have.
    Error Unknown "video_unknown" { text: String, guess: Option<String> }

    // What was made.

    /// `made.json` cannot be read.
    Warning MadeDamaged "video_made_damaged" { id: String, command: String }
    /// Made by another version.
    Warning MadeFormat "video_made_format" { id: String, command: String }
    /// A file that should be there.
    Warning MadeMissing "video_made_missing" { path: String, id: String, command: String }
    /// Not the beginning of a fragmented MP4.
    Warning MadeBroken "video_made_broken" { path: String, id: String, command: String }
    /// Longer than a video may be.
    Error TooLong "video_too_long" { hours: u64 }

    // Captions.

    /// No `WEBVTT` at the beginning.
    Warning CaptionsHead "captions_head" {}
    /// A SubRip file.
    Warning CaptionsSubRip "captions_subrip" {}
    /// Times that cannot be read.
    Warning CaptionTime "caption_time" { text: String }
    /// Words without times.
    Warning CaptionNoTime "caption_no_time" { text: String }
    /// Ends before it begins.
    Warning CaptionTurned "caption_turned" {}
    /// Before the one above it.
    Warning CaptionOrder "caption_order" {}
    /// After the end of the video.
    Warning CaptionPastEnd "caption_past_end" { length: Moment }
    /// No words.
    Warning CaptionEmpty "caption_empty" {}
    /// Too long to be read.
    Warning CaptionLong "caption_long" { chars: u64, most: u64 }
    /// More than anybody reads.
    Warning CaptionsTooMany "captions_too_many" { most: u64 }
    /// Nothing that could be shown.
    Warning NoCaptions "captions_none" {}

    // Chapters.

    /// No moment at the beginning of the line.
    Warning ChapterTime "chapter_time" { text: String }
    /// Not after the one above it.
    Warning ChapterOrder "chapter_order" {}
    /// After the end of the video.
    Warning ChapterPastEnd "chapter_past_end" { length: Moment }
    /// No title.
    Warning ChapterTitle "chapter_title" {}
    /// Too long a title.
    Warning ChapterLong "chapter_long" { most: u64 }
    /// More than a list has room for.
    Warning ChaptersTooMany "chapters_too_many" { most: u64 }
}

impl From<VideoProblem> for Problem {
    fn from(problem: VideoProblem) -> Self {
        Self::Video(problem)
    }
}
