//! What `alap check` says of each video.

use alap_protocol::{
    locale::Locale,
    video::{VideoHead, VideoSheet, VideoSource},
};
use alap_video::quality::megabytes;

/// One line: how long it is, in which qualities it can be watched, and what belongs to it.
pub(super) fn line(head: &VideoHead, sheet: &VideoSheet, language: Locale) -> String {
    let bn = language == Locale::Bn;
    let mut parts = Vec::new();
    if head.seconds > 0 {
        parts.push(clock(head.seconds));
    }
    parts.push(match &sheet.source {
        VideoSource::Ladder(ladder) => {
            let qualities = ladder.rungs.iter().map(|rung| {
                let (lines, bytes) = (rung.size.lines, megabytes(rung.size.bytes));
                if bn {
                    format!("{lines}p ({bytes} মেগাবাইট)")
                } else {
                    format!("{lines}p ({bytes} MB)")
                }
            });
            qualities.collect::<Vec<_>>().join(", ")
        }
        VideoSource::Plain(plain) => {
            let bytes = megabytes(plain.bytes);
            if bn {
                format!("একটি ফাইল ({bytes} মেগাবাইট)")
            } else {
                format!("one file ({bytes} MB)")
            }
        }
        VideoSource::Linked(linked) => linked.site.name().to_owned(),
    });
    let captions: Vec<_> = sheet.captions.iter().map(|captions| name(captions.locale, language)).collect();
    parts.push(match (captions.is_empty(), bn) {
        (true, true) => "ক্যাপশন নেই".to_owned(),
        (true, false) => "no captions".to_owned(),
        (false, true) => format!("ক্যাপশন: {}", captions.join(" ও ")),
        (false, false) => format!("captions in {}", captions.join(" and ")),
    });
    if !sheet.chapters.is_empty() {
        let count = sheet.chapters.len();
        parts.push(if bn {
            format!("{count}টি অধ্যায়")
        } else {
            format!("{count} chapters")
        });
    }
    let line = parts.join(", ");
    // The name stays as it is: it is a file's.
    if bn {
        format!("ভিডিও {}: {}", head.id, in_bangla_digits(&line))
    } else {
        format!("video {}: {line}", head.id)
    }
}

fn name(captions: Locale, language: Locale) -> &'static str {
    match (captions, language) {
        (Locale::Bn, Locale::Bn) => "বাংলা",
        (Locale::En, Locale::Bn) => "ইংরেজি",
        (Locale::Bn, Locale::En) => "Bangla",
        (Locale::En, Locale::En) => "English",
    }
}

/// `1:05`, `1:02:03`.
fn clock(seconds: u32) -> String {
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        hours => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

/// The names of qualities are the same in both languages: `144p`.
fn in_bangla_digits(line: &str) -> String {
    let words = line.split_inclusive(' ').map(|word| {
        if word.trim_end().ends_with('p') { word.to_owned() } else { alap_text::digits::to_bangla(word) }
    });
    words.collect()
}

#[cfg(test)]
mod tests {
    use alap_protocol::{
        id::VideoId,
        locale::Localized,
        video::{Captions, Ladder, PlainFile, Rung, Size},
    };

    use super::*;

    fn video(source: VideoSource) -> (VideoHead, VideoSheet) {
        let id = VideoId::parse("kantha").unwrap();
        let head = VideoHead {
            id: id.clone(),
            title: Localized::default(),
            poster: None,
            seconds: 65,
            sizes: vec![],
            products: vec![],
            hello: false,
            stills: None,
            watch: None,
            begins: None,
            version: String::new(),
        };
        let captions = Locale::ALL.map(|locale| Captions { locale, src: String::new() }).to_vec();
        let (chapters, shown, version) = (vec![], vec![], String::new());
        (head, VideoSheet { id, version, source, captions, chapters, shown, strip: None, counted: false })
    }

    #[test]
    fn a_line_says_what_a_video_has_in_both_languages() {
        let plain = PlainFile { src: String::new(), bytes: 1_250_000 };
        let rung = |lines, bytes| Rung {
            size: Size { lines, bandwidth: 1, bytes },
            width: 1,
            height: 1,
            codecs: String::new(),
            init: vec![],
        };
        let (head, sheet) = video(VideoSource::Ladder(Ladder {
            base: String::new(),
            version: String::new(),
            segments: vec![],
            rungs: vec![rung(144, 900_000), rung(720, 12_000_000)],
            plain: plain.clone(),
        }));
        assert_eq!(
            line(&head, &sheet, Locale::En),
            "video kantha: 1:05, 144p (0.9 MB), 720p (12 MB), captions in Bangla and English"
        );
        assert_eq!(
            line(&head, &sheet, Locale::Bn),
            "ভিডিও kantha: ১:০৫, 144p (০.৯ মেগাবাইট), 720p (১২ মেগাবাইট), ক্যাপশন: বাংলা ও ইংরেজি"
        );
        let (head, mut sheet) = video(VideoSource::Plain(plain));
        sheet.captions.clear();
        assert_eq!(line(&head, &sheet, Locale::En), "video kantha: 1:05, one file (1.3 MB), no captions");
        assert_eq!(line(&head, &sheet, Locale::Bn), "ভিডিও kantha: ১:০৫, একটি ফাইল (১.৩ মেগাবাইট), ক্যাপশন নেই");
    }
}
