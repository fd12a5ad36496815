//! The lines of the talk, each with its neighbours looked at: groups, days, what was taken back.

use alap_protocol::{id::ClientId, message::Body};
use alap_thread::{PendingState, Shown};

use super::thread_view::Side;
use crate::device_time;

/// A line with what stands around it.
#[derive(Clone, PartialEq)]
pub struct Row {
    pub(super) shown: Shown,
    pub(super) day: Option<time::Date>,
    pub(super) starts_group: bool,
    pub(super) ends_group: bool,
    pub(super) is_newest_mine: bool,
}

/// What a row is drawn from, but for the words, which never change under one id.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct RowKey {
    client_id: ClientId,
    /// The place, or how far it has come: 0 on the device, 1 queued, 2 acknowledged, 3 refused.
    state: Result<u64, u8>,
    day: Option<time::Date>,
    marks: [bool; 3],
}

/// Changes with all that a row is drawn from, so that a list draws it anew.
pub(super) fn row_key(row: &Row) -> RowKey {
    let state = match row.shown.state {
        Ok(seq) => Ok(seq.0),
        Err(PendingState::Local) => Err(0),
        Err(PendingState::Queued) => Err(1),
        Err(PendingState::Acknowledged) => Err(2),
        Err(PendingState::Refused(_)) => Err(3),
    };
    let marks = [row.starts_group, row.ends_group, row.is_newest_mine];
    RowKey { client_id: row.shown.client_id, state, day: row.day, marks }
}

/// The lines, each with its neighbours looked at.
pub(super) fn rows(shown: &[Shown], side: Side) -> Vec<Row> {
    rows_of(shown, side, |line| device_time::local(line.at).map(|at| at.date))
}

fn rows_of(shown: &[Shown], side: Side, day_of: impl Fn(&Shown) -> Option<time::Date>) -> Vec<Row> {
    let shown: Vec<&Shown> = shown.iter().filter(|line| !is_taken_back(line, shown)).collect();
    let is_sent =
        |body: &Body| body.text().is_some() || matches!(body, Body::Viewed { .. } | Body::Moment { .. });
    let newest_mine = shown.iter().rposition(|line| side.is_mine(&line.author) && is_sent(&line.body));
    let same_group = |a: &Shown, b: &Shown| {
        a.author == b.author && day_of(a) == day_of(b) && (b.at - a.at).abs() < 5 * 60 * 1000
    };
    shown
        .iter()
        .enumerate()
        .map(|(i, line)| {
            let before = i.checked_sub(1).and_then(|i| shown.get(i));
            let after = shown.get(i + 1);
            Row {
                shown: (*line).clone(),
                day: day_of(line).filter(|day| before.and_then(|line| day_of(line)) != Some(*day)),
                starts_group: before.is_none_or(|before| !same_group(before, line)),
                ends_group: after.is_none_or(|after| !same_group(line, after)),
                is_newest_mine: newest_mine == Some(i),
            }
        })
        .collect()
}

/// Is it a word on an answer that was followed by another one on the same answer?
fn is_taken_back(line: &Shown, shown: &[Shown]) -> bool {
    let answer_of = |line: &Shown| match line.body {
        Body::Feedback { answer, .. } => Some(answer),
        _ => None,
    };
    answer_of(line).is_some_and(|answer| {
        let last = shown.iter().rev().find(|other| answer_of(other) == Some(answer));
        last.is_some_and(|last| last.client_id != line.client_id)
    })
}

#[cfg(test)]
mod tests {
    use alap_protocol::{
        error::ErrorCode,
        id::{ProductId, Sequence, VideoId},
        message::Author,
        text::MessageText,
        video::Watched,
    };
    use uuid::Uuid;

    use super::*;

    fn row(state: Result<Sequence, PendingState>) -> Row {
        let text = MessageText::parse("দাম কত?").unwrap();
        let (client_id, author) = (ClientId(Uuid::nil()), Author::Shopper {});
        let shown = Shown { client_id, author, body: Body::Text { text }, at: 0, state };
        Row { shown, day: None, starts_group: true, ends_group: true, is_newest_mine: true }
    }

    fn lines(bodies: Vec<(Author, Body)>) -> Vec<Shown> {
        let line = |(number, (author, body))| Shown {
            client_id: ClientId(Uuid::from_u128(number)),
            author,
            body,
            at: 0,
            state: Err(PendingState::Local),
        };
        (1..).zip(bodies).map(line).collect()
    }

    #[test]
    fn of_two_words_on_an_answer_the_last_is_shown_and_neither_is_the_newest_message() {
        let text = || MessageText::parse("দাম কত?").unwrap();
        let feedback =
            |helped| (Author::Shopper {}, Body::Feedback { answer: ClientId(Uuid::from_u128(9)), helped });
        let said =
            lines(vec![(Author::Shopper {}, Body::Text { text: text() }), feedback(false), feedback(true)]);
        let rows = rows_of(&said, Side::Shopper, |_| None);
        let numbers: Vec<_> = rows.iter().map(|row| row.shown.client_id.0.as_u128()).collect();
        assert_eq!(numbers, [1, 3]);
        assert!(rows[0].is_newest_mine && !rows[1].is_newest_mine);
    }

    #[test]
    fn what_was_looked_at_says_whether_it_was_sent() {
        let text = MessageText::parse("দাম কত?").unwrap();
        let products = vec![ProductId::parse("NK-1").unwrap()];
        let said = lines(vec![
            (Author::Shopper {}, Body::Text { text }),
            (Author::Shopper {}, Body::Viewed { products }),
        ]);
        let rows = rows_of(&said, Side::Shopper, |_| None);
        assert!(!rows[0].is_newest_mine && rows[1].is_newest_mine);
    }

    #[test]
    fn a_moment_and_the_words_about_it_stand_together() {
        let video = VideoId::parse("kantha").unwrap();
        let moment = Body::Moment { video, at: 42, product: None, watched: Watched::default() };
        let text = MessageText::parse("এই সেলাইটা কি হাতের?").unwrap();
        let said = lines(vec![
            (Author::Bot {}, Body::Text { text: text.clone() }),
            (Author::Shopper {}, moment),
            (Author::Shopper {}, Body::Text { text }),
        ]);
        let rows = rows_of(&said, Side::Shopper, |_| None);
        let marks: Vec<_> = rows[1..].iter().map(|row| (row.starts_group, row.ends_group)).collect();
        assert_eq!(marks, [(true, false), (false, true)]);
        assert!(!rows[1].is_newest_mine && rows[2].is_newest_mine, "the words say whether both were sent");
    }

    // Shipped pages are compiled without the texts of `Debug`: a key made of them was the same in every state, and a
    // delivered message went on saying that it was being sent.
    #[test]
    fn a_row_is_drawn_anew_whenever_its_state_changes() {
        let states = [
            Err(PendingState::Local),
            Err(PendingState::Queued),
            Err(PendingState::Acknowledged),
            Err(PendingState::Refused(ErrorCode::Invalid)),
            Ok(Sequence(1)),
            Ok(Sequence(2)),
        ];
        for (i, one) in states.iter().enumerate() {
            for (j, other) in states.iter().enumerate() {
                assert_eq!(row_key(&row(*one)) == row_key(&row(*other)), i == j, "{i} {j}");
            }
        }
    }
}
