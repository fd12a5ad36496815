//! A moment of a video that the shopper asks about: their next words are about it.

use alap_protocol::message::{Author, Body};

use leptos::prelude::*;

use super::state::TalkState;
use crate::{later::AskedMoment, panel::View};

/// Puts the moment into the talk; what is written next is about it.
pub(super) fn ask(talk: TalkState, moment: AskedMoment) {
    let AskedMoment { video, at, product, watched } = moment;
    talk.panel.view.set(View::Chat);
    talk.write(Author::Shopper {}, Body::Moment { video, at, product, watched });
}
