//! Open questions put together by likeness, each group with what could be done about it.

use alap_faq::{Entry, Index};
use alap_protocol::{
    learning::{EntryText, KnownEntry, QuestionGroup},
    locale::{Locale, Localized},
    pack::{FaqEntry, ShopPack},
};
use alap_store::AskedQuestion;
use alap_text::{script::Writing, writing};

/// How sure the nearest entry has to be to be named: a little less than the bot has to be to ask back. Further below,
/// another entry is meant far more often; an agent chooses from all of them then.
const PLAUSIBLE: f32 = 0.2;
/// Questions of a group that are compared with the pack: the most typical ones.
const COMPARED: usize = 5;
/// Ways of asking that are proposed; more of them teach the bot little.
const VARIANTS: usize = 20;

/// The groups, the largest first. Takes some milliseconds: not on a thread that serves.
pub fn grouped(asked: &[AskedQuestion], pack: &ShopPack) -> Vec<QuestionGroup> {
    if asked.is_empty() {
        return Vec::new();
    }
    let index = Index::build(pack.faq.iter().map(indexed));
    let texts: Vec<&str> = asked.iter().map(|asked| asked.question.text.as_str()).collect();
    let members = |places: Vec<usize>| places.into_iter().filter_map(|place| asked.get(place)).collect();
    alap_faq::group(&texts).into_iter().map(|places| one(members(places), &index, pack)).collect()
}

fn indexed(entry: &FaqEntry) -> Entry<'_> {
    Entry { id: entry.id.as_str(), texts: entry.asked().collect(), answers: entry.answer.texts().collect() }
}

fn one(asked: Vec<&AskedQuestion>, index: &Index, pack: &ShopPack) -> QuestionGroup {
    let known = |entry: &FaqEntry| KnownEntry { entry: entry.id.clone(), question: entry.question.clone() };
    let unhelpful = asked.iter().find_map(|asked| {
        let id = asked.question.entry.as_ref()?;
        pack.faq.iter().find(|entry| entry.id == *id)
    });
    let nearest = nearest(&asked, index).and_then(|place| pack.faq.get(place));
    // The bot answers with it already: to teach it more of the same would not help.
    let nearest = nearest.filter(|entry| unhelpful.is_none_or(|unhelpful| unhelpful.id != entry.id));
    QuestionGroup {
        proposed: proposed(&asked),
        nearest: nearest.map(known),
        unhelpful: unhelpful.map(known),
        questions: asked.into_iter().map(|asked| asked.question.clone()).collect(),
    }
}

fn nearest(asked: &[&AskedQuestion], index: &Index) -> Option<usize> {
    let verdicts = asked.iter().take(COMPARED).map(|asked| index.judge(&asked.question.text));
    let best = verdicts.max_by(|a, b| a.confidence.total_cmp(&b.confidence))?;
    best.ranked.first().filter(|_| best.confidence >= PLAUSIBLE).map(|ranked| ranked.entry)
}

/// An entry in the shoppers' own words and those of the person who answered first.
fn proposed(asked: &[&AskedQuestion]) -> EntryText {
    let texts = || asked.iter().map(|asked| asked.question.text.as_str()).filter(|text| !is_personal(text));
    let first_in = |wanted| texts().find(|text| writing(text) == wanted).map(str::to_owned);
    let mut question = Localized { bn: first_in(Writing::Bangla), en: first_in(Writing::English) };
    if let (true, Some(text)) = (question.is_empty(), texts().next()) {
        question = Localized::one(language(text), text);
    }
    let answer = asked.iter().find_map(|asked| asked.reply.as_deref());
    let answer = answer.map(|answer| Localized::one(language(answer), answer)).unwrap_or_default();
    let mut variants: Vec<String> = Vec::new();
    for text in texts() {
        let is_there =
            question.texts().any(|known| known == text) || variants.iter().any(|known| known == text);
        if !is_there && variants.len() < VARIANTS {
            variants.push(text.to_owned());
        }
    }
    EntryText { question, answer, variants }
}

/// A telephone or order number, an address for mail: what is learnt is in the pack, for everybody to read.
fn is_personal(text: &str) -> bool {
    text.contains('@') || text.chars().filter(|c| c.is_numeric()).count() > 4
}

/// Banglish is read by those who read Bangla; a word or two in Latin letters alone may be either.
fn language(text: &str) -> Locale {
    match writing(text) {
        Writing::Bangla | Writing::Banglish => Locale::Bn,
        Writing::English | Writing::Unknown => Locale::En,
    }
}
