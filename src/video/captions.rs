//! Captions: which are there, and which are on.

use alap_protocol::locale::Locale;
use leptos::prelude::GetUntracked;

use super::{
    js::{get, number},
    keeping,
    run::{panel, run, video},
};

/// Its name, in itself.
pub(super) fn name(locale: Locale) -> &'static str {
    match locale {
        Locale::Bn => "বাংলা",
        Locale::En => "English",
    }
}

/// Without sound they are on, in the panel's language where they are there in it.
pub(super) fn on_when_muted() {
    let Some(own) = panel().map(|panel| panel.locale.get_untracked()) else { return };
    run(|run| {
        if let (None, Some(sheet)) = (run.captions, &run.sheet) {
            let there = |locale: Locale| sheet.captions.iter().any(|it| it.locale == locale);
            run.captions = [own, own.other()].into_iter().find(|locale| there(*locale));
        }
    });
    apply();
}

/// The shopper chose.
pub(super) fn choose(captions: Option<Locale>) {
    run(|run| run.captions = captions);
    keeping::keep_choices();
    apply();
}

/// The element shows what was chosen. Said again now and then: tracks come late, and browsers have ideas of their own.
pub(super) fn apply() {
    let chosen = run(|run| run.captions).map_or("", Locale::tag);
    let Some(video) = video() else { return };
    let tracks = get(&video, "textTracks");
    for place in 0..number(&tracks, "length") as u32 {
        let track = get(&tracks, &place.to_string());
        let is_it = get(&track, "language").as_string().as_deref() == Some(chosen);
        let mode = if is_it { "showing" } else { "disabled" };
        super::dom::put(&track, "mode", &mode.into());
    }
}
