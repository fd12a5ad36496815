//! Forms.

use std::collections::BTreeMap;

use alap_intake::{Facts, check, check_all, path, progress, summary};
use alap_protocol::{
    answer::{Answer, Answers},
    form::{Form, Question},
    hours::parse_date,
};
use wasm_bindgen::prelude::wasm_bindgen;

use super::form;

/// The form, what is answered so far, and an answer to each question.
#[wasm_bindgen]
pub struct IntakeBench {
    form: Form,
    all: Vec<Answer>,
    answers: Answers,
    facts: Facts,
}

#[wasm_bindgen]
impl IntakeBench {
    /// Makes the form; nothing is answered.
    pub fn made() -> Option<Self> {
        let (form, all) = form::made()?;
        let facts = Facts {
            today: parse_date("2026-11-22")?,
            zone_minutes: 360,
            now: 1_795_300_000_000,
            currency: "BDT".to_owned(),
            price: Some(120_000),
            products: BTreeMap::new(),
            slots: None,
            places: None,
        };
        Some(Self { form, all, answers: Answers::new(), facts })
    }

    /// How many questions.
    pub fn questions(&self) -> usize {
        form::QUESTIONS
    }

    /// How many questions are shown under a condition.
    pub fn conditions(&self) -> usize {
        self.each().filter(|question| question.show_when.is_some()).count()
    }

    /// How many jumps.
    pub fn jumps(&self) -> usize {
        self.each().map(|question| question.jumps.len()).sum()
    }

    /// Takes all answers back.
    pub fn clear(&mut self) {
        self.answers.clear();
    }

    /// Answers a question, and says how many are shown and answered by then.
    pub fn step(&mut self, at: usize) -> usize {
        let Some(question) = self.each().nth(at) else { return 0 };
        let Some(Ok(answer)) = self.all.get(at).map(|answer| check(question, answer, &self.facts)) else {
            return 0;
        };
        let id = question.id.clone();
        self.answers.insert(id, answer);
        let shown = path(&self.form, &self.answers, &self.facts).shown.len();
        shown + progress(&self.form, &self.answers, &self.facts).answered
    }

    /// Checks all answers; says whether they are taken.
    pub fn check_all(&self) -> bool {
        let sent = alap_intake::asked(&self.form, &self.answers, &self.facts);
        check_all(&self.form, &sent, &self.facts).is_ok()
    }

    /// How many lines the summary has.
    pub fn summary(&self) -> usize {
        summary(&self.form, &self.answers, &self.facts).len()
    }

    fn each(&self) -> impl Iterator<Item = &Question> {
        self.form.sections.iter().flat_map(|section| &section.questions)
    }
}
