//! Captions: which are there, and which are on.

use alap_protocol::{locale::Locale, video::Captions};
use leptos::prelude::GetUntracked;
use web_sys::{Element, HtmlVideoElement};

use super::{
    dom::{add, all, put_text},
    js::{get, number, text},
    keeping,
    run::{Run, panel, run, video},
};

/// Its name, in itself.
pub(super) fn name(locale: Locale) -> &'static str {
    match locale {
        Locale::Bn => "বাংলা",
        Locale::En => "English",
    }
}

/// The element has those of the video at hand. They stay as long as they are these: an element that loses them forgets which
/// was shown.
pub(super) fn offer(run: &Run, video: &HtmlVideoElement) {
    let captions = run.sheet.as_ref().map_or(&[][..], |sheet| &sheet.captions);
    let tracks = all("#v-video track");
    let is_this = |(track, it): (&Element, &Captions)| track.get_attribute("src").as_deref() == Some(&it.src);
    if tracks.len() == captions.len() && tracks.iter().zip(captions).all(is_this) {
        return;
    }
    for track in tracks {
        track.remove();
    }
    for it in captions {
        let track = add(video, r#"<track kind="subtitles">"#);
        put_text(&track, "srclang", it.locale.tag());
        put_text(&track, "label", name(it.locale));
        put_text(&track, "src", &it.src);
    }
}

/// Without sound they are on, in the panel's language where they are there in it, unless the shopper chose otherwise.
pub(super) fn on_when_muted() {
    let Some(own) = panel().map(|panel| panel.locale.get_untracked()) else { return };
    run(|run| {
        if run.captions.is_none() && run.chosen.is_none() {
            run.captions = best(run, own);
        }
    });
    apply();
}

/// On, or off again.
pub(super) fn toggle() {
    let Some(own) = panel().map(|panel| panel.locale.get_untracked()) else { return };
    choose(run(|run| if run.captions.is_some() { None } else { best(run, own) }));
}

fn best(run: &Run, own: Locale) -> Option<Locale> {
    let sheet = run.sheet.as_ref()?;
    [own, own.other()].into_iter().find(|locale| sheet.captions.iter().any(|it| it.locale == *locale))
}

/// The shopper chose.
pub(super) fn choose(captions: Option<Locale>) {
    run(|run| (run.captions, run.chosen) = (captions, Some(captions)));
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
        let is_it = text(&track, "language").as_deref() == Some(chosen);
        let mode = if is_it { "showing" } else { "disabled" };
        put_text(&track, "mode", mode);
    }
}
