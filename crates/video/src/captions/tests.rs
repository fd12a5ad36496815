use proptest::prelude::*;

use super::*;

fn faults(text: &str, length: Option<u64>) -> Vec<(u32, CaptionFaultKind)> {
    read(text, length).faults.into_iter().map(|fault| (fault.line, fault.kind)).collect()
}

/// What is served of one cue with these words.
fn words(words: &str) -> String {
    let read = read(&format!("WEBVTT\n\n00:01.000 --> 00:02.000\n{words}\n"), None);
    read.cues.first().map(|cue| cue.markup.clone()).unwrap_or_default()
}

#[test]
fn a_whole_file_is_served_as_its_cues() {
    let file = "\u{feff}WEBVTT - Kantha\r\nKind: captions\r\n\r\nSTYLE\r\n::cue { color: red }\r\n\r\nNOTE by Rupa\r\n\r\n\
                intro\r\n00:00.000 --> 00:02.500 line:0\r\nএটা কাঁথা।\r\n<v Rupa>হাতে সেলাই</v>\r\n\r\n\
                00:00:03.000 --> 00:00:05.000\r\n<c.red>Stitched</c> by <b>hand</b>\r\n";
    let captions = read(file, Some(5_000));
    assert_eq!(captions.faults, []);
    assert_eq!(
        write(&captions.cues),
        "WEBVTT\n\n00:00:00.000 --> 00:00:02.500 line:0\nএটা কাঁথা।\n<v Rupa>হাতে সেলাই</v>\n\n\
         00:00:03.000 --> 00:00:05.000\nStitched by <b>hand</b>\n"
    );
    assert_eq!(captions.cues[1].plain(), "Stitched by hand");
}

#[test]
fn each_mistake_is_named_with_its_line_and_the_rest_is_read() {
    let file = "WEBVTT\n\n\
                00:08.000 --> 00:09.000\nLate\n\n\
                00:01.000 --> 00:02.000\nEarly\n\n\
                00:05.000 --> 00:04.000\nTurned\n\n\
                00:05.000 -> 00:06.000\nNo arrow\n\n\
                00:65.000 --> 00:66.000\nNo time\n\n\
                00:03.000 --> 00:04.000\n \n\
                00:12.000 --> 00:14.000\nPast the end\n";
    use CaptionFaultKind::*;
    assert_eq!(
        faults(file, Some(10_000)),
        [
            (6, Order),
            (9, Turned),
            (12, NoTime { text: "00:05.000 -> 00:06.000".into() }),
            (15, Time { text: "00:65.000 --> 00:66.000".into() }),
            (18, Empty),
            (20, PastEnd),
        ]
    );
    let plain: Vec<_> = read(file, Some(10_000)).cues.iter().map(Cue::plain).collect();
    assert_eq!(plain, ["Early", "Late"]);
}

#[test]
fn a_subrip_file_is_read_and_named_once() {
    let file = "1\n00:00:01,000 --> 00:00:02,000\nOne\n\n2\n00:00:03,000 --> 00:00:04,000\nTwo\n";
    assert_eq!(faults(file, None), [(1, CaptionFaultKind::SubRip)]);
    assert_eq!(read(file, None).cues.len(), 2);
    assert_eq!(faults(&format!("WEBVTT\n\n{file}"), None), [(4, CaptionFaultKind::SubRip)]);
}

#[test]
fn a_file_without_its_head_is_read_and_named() {
    let file = "00:01.000 --> 00:02.000\nOne\n";
    assert_eq!(faults(file, None), [(1, CaptionFaultKind::NoHead)]);
    assert_eq!(read(file, None).cues.len(), 1);
    assert_eq!(faults("", None), []);
    assert_eq!(faults("<html>", None)[0].1, CaptionFaultKind::NoHead);
}

#[test]
fn nothing_gets_through_that_is_no_text_and_no_plain_tag() {
    for (written, served) in [
        ("<script>alert(1)</script>", "alert(1)"),
        ("<b class=x onclick=y>a", "<b>a</b>"),
        ("<i.loud>a</b></i>", "<i>a</i>"),
        ("<b><i>a</b>c</i>", "<b><i>a</i></b>c"),
        ("<v.first Rupa & Mita>a", "<v Rupa &amp; Mita>a</v>"),
        ("<v>a</v>", "a"),
        ("<00:00:01.500>a<ruby>b<rt>c</rt></ruby>", "abc"),
        ("a & b &lt;c&gt; &#39;d&#x27; &bogus; &nbsp;e", "a &amp; b &lt;c&gt; 'd' &amp;bogus; \u{a0}e"),
        ("a &#10;&#10; b", "a    b"),
        ("a\n<c></c>\nb", "a\nb"),
        ("a <b", "a &lt;b"),
    ] {
        assert_eq!(words(written), served, "{written}");
    }
}

#[test]
fn a_cue_that_nobody_could_read_is_cut() {
    let file = format!("WEBVTT\n\n00:01.000 --> 00:02.000\n<b>{}</b>\n", "ক".repeat(400));
    let captions = read(&file, None);
    assert_eq!(captions.faults[0].kind, CaptionFaultKind::Long { chars: 400 });
    assert_eq!(captions.cues[0].plain().chars().count(), CUE_CHARS);
}

#[test]
fn more_cues_than_anybody_reads_are_left_out_and_said_once() {
    let cue = "00:01.000 --> 00:02.000\nx\n\n".repeat(MOST_CUES + 3);
    let captions = read(&format!("WEBVTT\n\n{cue}"), None);
    assert_eq!(captions.cues.len(), MOST_CUES);
    assert_eq!(captions.faults.len(), 1);
}

#[test]
fn lines_end_in_any_way() {
    assert_eq!(lines_of("a\nb\r\nc\rd\n\ne").collect::<Vec<_>>(), ["a", "b", "c", "d", "", "e"]);
}

fn anything_like_captions() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("WEBVTT".to_owned()),
        Just("\n".to_owned()),
        Just("\r\n".to_owned()),
        Just("00:01.000 --> 00:02.000".to_owned()),
        Just("00:00:01,5 --> 1:00:02 line:0".to_owned()),
        Just("<v Rupa>".to_owned()),
        Just("<b>".to_owned()),
        Just("</b>".to_owned()),
        Just("<c.x>".to_owned()),
        Just("&lt;".to_owned()),
        Just("&#10;".to_owned()),
        Just("-->".to_owned()),
        Just("NOTE".to_owned()),
        any::<String>(),
        "[ -~]{0,40}",
        "[ক-হ ]{0,200}",
    ];
    proptest::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn any_text_is_read_and_what_is_written_is_read_again(text in anything_like_captions(), length in proptest::option::of(0_u64..5_000)) {
        let captions = read(&text, length);
        let file = write(&captions.cues);
        let again = read(&file, length);
        prop_assert_eq!(&again.faults, &[]);
        prop_assert_eq!(write(&again.cues), file);
        for (one, other) in captions.cues.iter().zip(&again.cues) {
            prop_assert_eq!((one.from, one.until, one.plain()), (other.from, other.until, other.plain()));
        }
    }
}
