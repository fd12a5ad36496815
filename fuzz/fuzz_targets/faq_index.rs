//! A made-up FAQ, and made-up questions to it.
//!
//! The input is text, so that seeds can be read and words mutated: in the first line how to build and from which confidence on to answer,
//! then `#` and an id begin an entry, `=` an answer, `?` a question; every other line is a text of the entry.
#![no_main]

use alap_faq::{Builder, Entry, Index, Outcome, Thresholds};
use libfuzzer_sys::fuzz_target;

const MOST_ENTRIES: usize = 64;
const MOST_QUESTIONS: usize = 16;

#[derive(Default)]
struct Story<'a> {
    entries: Vec<Entry<'a>>,
    asked: Vec<&'a str>,
}

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let (head, lines) = text.split_once('\n').unwrap_or(("", &text));
    let story = Story::read(lines);
    let mut head = head.bytes();
    let Some(index) = index(&story.entries, head.next().unwrap_or_default()) else {
        let texts: Vec<&str> = story.entries.iter().flat_map(|entry| entry.texts.iter().copied()).collect();
        grouped(&texts);
        return;
    };
    assert_eq!(index.len(), story.entries.len());
    assert_eq!(index.is_empty(), story.entries.is_empty());

    let thresholds = Thresholds { answer: f32::from(head.next().unwrap_or(128)) / 255.0, did_you_mean: 0.2 };
    let own = story.entries.iter().filter_map(|entry| entry.texts.first().copied()).take(4);
    for asked in story.asked.iter().copied().chain(own) {
        judged(&index, asked, &thresholds);
        let letters = asked.chars().count();
        suggested(&index, asked);
        suggested(&index, &asked.chars().take(letters / 2).collect::<String>());
    }
});

impl<'a> Story<'a> {
    fn read(lines: &'a str) -> Self {
        let mut story = Self::default();
        for line in lines.split('\n') {
            match (line.split_at_checked(1), story.entries.last_mut()) {
                (Some(("?", question)), _) => story.asked.push(question),
                (Some(("#", id)), _) => story.entries.push(Entry { id, ..Entry::default() }),
                (Some(("=", answer)), Some(entry)) => entry.answers.push(answer),
                (_, Some(entry)) => entry.texts.push(line),
                (_, None) => story.entries.push(Entry { texts: vec![line], ..Entry::default() }),
            }
        }
        story.entries.truncate(MOST_ENTRIES);
        story.asked.truncate(MOST_QUESTIONS);
        story
    }
}

/// At once, learnt a second time, or in slices; or no index, and the texts are put together by what they ask.
fn index(entries: &[Entry<'_>], how: u8) -> Option<Index> {
    let mut index = match how % 5 {
        0 | 1 => Index::build(entries.iter().cloned()),
        2 | 3 => {
            let mut builder = Builder::default();
            entries.iter().for_each(|entry| builder.add(entry));
            builder.finish()
        }
        _ => return None,
    };
    if matches!(how % 5, 1 | 3) {
        index.learn(entries.iter().cloned());
    }
    Some(index)
}

fn judged(index: &Index, question: &str, thresholds: &Thresholds) {
    let verdict = index.judge(question);
    assert!((0.0..=1.0).contains(&verdict.confidence), "{} is no share", verdict.confidence);
    assert!(verdict.ranked.iter().all(|ranked| ranked.score.is_finite() && ranked.entry < index.len()));
    assert!(verdict.ranked.is_sorted_by(|a, b| a.score >= b.score), "the best stands first");
    let mut named: Vec<usize> = verdict.ranked.iter().map(|ranked| ranked.entry).collect();
    named.sort_unstable();
    assert!(named.windows(2).all(|pair| pair[0] != pair[1]), "no entry stands there twice");
    assert_eq!(index.judge(question), verdict, "the same question has the same answer");

    let (best, signs) = index.inspect(question);
    assert_eq!(best, verdict.ranked.first().map(|ranked| ranked.entry));
    assert!(signs.is_none_or(|signs| signs.features().iter().all(|sign| sign.is_finite())), "{signs:?}");

    match index.ask_with(question, thresholds) {
        Outcome::Answer { entry, confidence } => {
            assert_eq!(Some(entry), best);
            assert!(confidence >= thresholds.answer);
        }
        Outcome::DidYouMean { entries } => assert!((1..=3).contains(&entries.len())),
        Outcome::Unknown => assert!(best.is_none() || verdict.confidence < thresholds.answer),
    }
}

fn suggested(index: &Index, typed: &str) {
    let suggested = index.suggest(typed, 4);
    assert!(suggested.len() <= 4 && suggested.iter().all(|&entry| entry < index.len()));
    assert_eq!(index.suggest(typed, 4), suggested, "the same letters suggest the same");
}

fn grouped(texts: &[&str]) {
    let groups = alap_faq::group(texts);
    let mut places: Vec<usize> = groups.into_iter().flatten().collect();
    places.sort_unstable();
    assert!(places.into_iter().eq(0..texts.len()), "each text stands in one group");
}
