//! The bot's newest answer, as long as it is the last word.

use alap_protocol::{
    id::{ClientId, EntryId},
    message::{Author, Body},
};

use crate::Thread;

/// An answer from the FAQ that nothing came after but the shopper's word on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastAnswer {
    /// The message.
    pub id: ClientId,
    /// The entry that it came from.
    pub entry: EntryId,
    /// What the shopper had asked.
    pub question: String,
    /// Whether it helped, if the shopper said so. The last word counts.
    pub helped: Option<bool>,
}

impl Thread {
    /// The newest answer from the FAQ, if it is the last that was said.
    pub fn last_answer(&self) -> Option<LastAnswer> {
        let confirmed = self.confirmed().iter().map(|m| (m.client_id, &m.author, &m.body));
        let outbox = self.outbox().iter().map(|p| (p.message.client_id, &p.author, &p.message.body));
        let mut lines = confirmed.chain(outbox).rev();
        let mut said = Vec::new();
        let (id, entry) = loop {
            match lines.next()? {
                (_, _, Body::Feedback { answer, helped }) => said.push((*answer, *helped)),
                (id, _, Body::Answer { entry: Some(entry), .. }) => break (id, entry.clone()),
                _ => return None,
            }
        };
        let question = match lines.next() {
            Some((_, Author::Shopper {}, Body::Text { text })) => text.to_string(),
            _ => String::new(),
        };
        let helped = said.into_iter().find(|(answer, _)| *answer == id).map(|(_, helped)| helped);
        Some(LastAnswer { id, entry, question, helped })
    }
}

#[cfg(test)]
mod tests {
    use alap_protocol::{message::NewMessage, text::MessageText};
    use uuid::Uuid;

    use super::*;

    const ANSWER: ClientId = ClientId(Uuid::from_u128(2));

    fn text(words: &str) -> MessageText {
        MessageText::parse(words).unwrap()
    }

    fn answer(entry: Option<&str>) -> Body {
        let entry = entry.map(|id| EntryId::parse(id).unwrap());
        Body::Answer { text: text("60 taka"), entry, products: vec![], missed: false }
    }

    fn thread(bodies: Vec<Body>) -> Thread {
        let mut thread = Thread::default();
        for (number, body) in (1..).zip(bodies) {
            let author = body.author_from_shopper().unwrap();
            thread.write(NewMessage { client_id: ClientId(Uuid::from_u128(number)), body }, author, 0);
        }
        thread
    }

    fn asked(words: &str) -> Body {
        Body::Text { text: text(words) }
    }

    fn helped(helped: bool) -> Body {
        Body::Feedback { answer: ANSWER, helped }
    }

    #[test]
    fn the_newest_answer_knows_its_question_and_the_last_word_on_it() {
        let before = vec![asked("delivery?"), answer(Some("delivery"))];
        let with = |more: Vec<Body>| thread([before.clone(), more].concat()).last_answer().unwrap();
        assert_eq!((with(vec![]).id, with(vec![]).question.as_str()), (ANSWER, "delivery?"));
        assert_eq!(with(vec![]).helped, None);
        assert_eq!(with(vec![helped(false)]).helped, Some(false));
        assert_eq!(with(vec![helped(false), helped(true)]).helped, Some(true));
    }

    #[test]
    fn what_came_before_something_else_is_not_the_last_word() {
        let before = vec![asked("delivery?"), answer(Some("delivery"))];
        for after in [asked("thanks"), answer(None)] {
            assert_eq!(thread([before.clone(), vec![after]].concat()).last_answer(), None);
        }
        assert_eq!(Thread::default().last_answer(), None);
        assert_eq!(thread(vec![asked("hello"), answer(None)]).last_answer(), None);
    }
}
