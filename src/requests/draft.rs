//! What is kept of a form while it is filled in and sent; and the lines of the disk.

use std::collections::{BTreeMap, BTreeSet};

use alap_protocol::{
    answer::{Answer, Answers},
    id::{FormId, PhotoId, ProductId, QuestionId, RequestId},
    locale::{Locale, Localized},
};
use serde::{Deserialize, Serialize};

use super::{acts::KeptAct, trouble::Trouble};

/// A form that is being filled in, or on its way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Draft {
    /// Made once: sent twice, it is still one request.
    pub(super) id: RequestId,
    pub(super) form: FormId,
    /// What the form is called, for when it cannot be had.
    pub(super) title: Localized,
    /// The product that it was opened for.
    pub(super) product: Option<ProductId>,
    pub(super) answers: Answers,
    /// What was typed into a field, also where it is no answer yet.
    pub(super) typed: BTreeMap<QuestionId, String>,
    /// Where the shopper is.
    pub(super) place: Place,
    /// All was answered once: after a change it goes straight back to the end.
    #[serde(default)]
    pub(super) reviewed: bool,
    /// Pictures that the server has.
    pub(super) uploaded: BTreeSet<PhotoId>,
    /// Something was done to it by the shopper: it is worth keeping.
    pub(super) touched: bool,
    pub(super) stage: Stage,
    /// Why it came back.
    pub(super) trouble: Option<Trouble>,
    /// When it last changed, in milliseconds since 1970 UTC.
    pub(super) changed_at: i64,
}

/// Where the shopper is in a form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Place {
    /// At the first question.
    #[default]
    Start,
    /// Where this question stands.
    At(QuestionId),
    /// At the end, where all of it is looked at.
    Review,
}

/// How far a draft is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Stage {
    /// Being filled in.
    #[default]
    Open,
    /// The shopper sent it, in this language; nobody has said yet that it arrived.
    Sending(Locale),
}

impl Draft {
    /// A form just opened.
    pub(super) fn new(
        id: RequestId,
        form: FormId,
        title: Localized,
        product: Option<ProductId>,
        answers: Answers,
    ) -> Self {
        Self {
            id,
            form,
            title,
            product,
            answers,
            typed: BTreeMap::new(),
            place: Place::Start,
            reviewed: false,
            uploaded: BTreeSet::new(),
            touched: false,
            stage: Stage::Open,
            trouble: None,
            changed_at: 0,
        }
    }

    pub(super) fn is_sending(&self) -> bool {
        matches!(self.stage, Stage::Sending(_))
    }

    /// The pictures among these answers.
    pub(super) fn photos(answers: &Answers) -> Vec<PhotoId> {
        let photos = |answer: &Answer| match answer {
            Answer::Photos(photos) => photos.clone(),
            _ => Vec::new(),
        };
        answers.values().flat_map(photos).collect()
    }

    /// Takes an answer, or its taking back.
    pub(super) fn answer(&mut self, question: &QuestionId, answer: Option<Answer>) {
        match answer {
            Some(answer) => self.answers.insert(question.clone(), answer),
            None => self.answers.remove(question),
        };
    }
}

/// A line on the disk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Line {
    Draft(Box<Draft>),
    Act(KeptAct),
    /// What was answered the last time, by question.
    Last(Answers),
}

/// The key of [`Line::Last`].
pub(super) const LAST: &str = "last";

impl Line {
    /// Under what it is kept.
    pub(super) fn key(&self) -> String {
        match self {
            Self::Draft(draft) => draft.id.to_string(),
            Self::Act(act) => act.act.key.to_string(),
            Self::Last(_) => LAST.to_owned(),
        }
    }

    /// As a text. What cannot be written is an empty one, which is read as nothing.
    pub(super) fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads that text.
    pub(super) fn from_text(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}

#[cfg(test)]
mod tests {
    use alap_protocol::{
        id::ClientId,
        request::{ShopperAct, ShopperDeed},
    };
    use uuid::Uuid;

    use super::*;

    fn question(name: &str) -> QuestionId {
        QuestionId::parse(name).unwrap()
    }

    fn draft() -> Draft {
        let form = FormId::parse("dress").unwrap();
        let mut draft =
            Draft::new(RequestId(Uuid::from_u128(1)), form, Localized::default(), None, Answers::new());
        draft.answer(&question("কাপড়"), Some(Answer::Choices(vec!["cotton".into()])));
        draft.answer(&question("photos"), Some(Answer::Photos(vec![PhotoId(Uuid::from_u128(2))])));
        draft.typed.insert(question("waist"), "২৮ই".into());
        draft.place = Place::At(question("waist"));
        draft
    }

    #[test]
    fn a_draft_comes_back_as_it_was_with_what_was_half_typed() {
        let line = Line::Draft(Box::new(draft()));
        assert_eq!(Line::from_text(&line.to_text()), Some(line));
    }

    #[test]
    fn an_act_keeps_its_key() {
        let key = ClientId(Uuid::from_u128(3));
        let act = ShopperAct { key, deed: ShopperDeed::Accept { number: 2, coupon: None } };
        let line = Line::Act(KeptAct { request: RequestId(Uuid::from_u128(1)), act, came: None });
        assert_eq!(line.key(), key.to_string());
        assert_eq!(Line::from_text(&line.to_text()), Some(line));
    }

    #[test]
    fn a_line_that_cannot_be_read_is_none() {
        assert_eq!(Line::from_text(""), None);
        assert_eq!(Line::from_text("{\"Draft\":{}}"), None);
    }

    #[test]
    fn an_answer_taken_back_is_gone_with_its_pictures() {
        let mut draft = draft();
        assert_eq!(Draft::photos(&draft.answers).len(), 1);
        draft.answer(&question("photos"), None);
        assert!(Draft::photos(&draft.answers).is_empty());
    }
}
