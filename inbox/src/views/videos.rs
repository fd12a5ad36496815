//! How the shop's videos are watched: what is asked about, watched again and jumped over, and the moments asked about last.

mod asked;
mod chart;
mod counting;

use alap_protocol::video::{VideoCounts, VideoReport};
use alap_ui::{
    components::{Icon, IconName, MomentFacts, MomentPicture},
    moments::moment,
    words::{lang_of, tr, use_locale, words},
};
use leptos::prelude::*;

use self::{asked::Asked, chart::Chart, counting::Counting};
use super::moment::head;
use crate::{
    place,
    state::{Link, use_inbox},
    videos::has_counts,
};

#[component]
pub(crate) fn Videos() -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let videos = inbox.videos;
    // Titles and pictures come from the pack.
    let version = Memo::new(move |_| inbox.pack.with(|pack| pack.as_ref().map(|pack| pack.version.clone())));
    let body = move || {
        let _ = version.get();
        match videos.report.get() {
            Some(report) => standing(report),
            None if videos.failed.get() => view! { <Failed /> }.into_any(),
            None => view! {
                <p class="unseen" role="status">{tr(locale.get(), "videos.loading")}</p>
                <div class="talk-skeleton" aria-hidden="true"></div>
            }
            .into_any(),
        }
    };
    let is_old = Memo::new(move |_| videos.failed.get() && videos.report.with(Option::is_some));
    view! {
        <section class="videos" aria-labelledby="videos-title">
            <header class="talk-head">
                <button
                    type="button"
                    class="button-icon talk-back"
                    aria-label=words(locale, "inbox.back")
                    on:click=move |_| place::leave_videos()
                >
                    <Icon name=IconName::BACK />
                </button>
                <div class="talk-names">
                    <h2 id="videos-title" class="talk-title videos-title" tabindex="-1">
                        {words(locale, "videos.title")}
                    </h2>
                </div>
            </header>
            <div class="videos-body">
                <p class="videos-hint" role="status">
                    {move || is_old.get().then(|| tr(locale.get(), "videos.old"))}
                </p>
                {body}
            </div>
        </section>
    }
}

/// It could not be had, and there is nothing older to show.
#[component]
fn Failed() -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let key = move || if inbox.link.get() == Link::Away { "videos.away" } else { "videos.failed" };
    view! {
        <p class="videos-none" role="alert">{move || tr(locale.get(), key())}</p>
        <button type="button" class="button videos-again" on:click=move |_| inbox.show_videos()>
            {words(locale, "videos.again")}
        </button>
    }
}

fn standing(report: VideoReport) -> AnyView {
    let locale = use_locale();
    if report.videos.is_empty() {
        return view! {
            <p class="videos-none">{words(locale, "videos.none")}</p>
            <pre class="videos-code"><code>"alap video add FILE --product SKU"</code></pre>
        }
        .into_any();
    }
    let (counted, told) = (report.counted, has_counts(&report));
    let hint = match (told, counted) {
        (false, _) => "videos.nobody",
        (true, false) => "videos.hint",
        (true, true) => "videos.hint_counted",
    };
    let asked = report.asked;
    view! {
        <p class="videos-hint">{words(locale, hint)}</p>
        <ul class="video-reports">
            {report.videos.into_iter().map(|counts| view! { <Watched counts=counts /> }).collect_view()}
        </ul>
        {(!asked.is_empty()).then(|| view! { <Asked asked=asked /> })}
        {(!counted).then(|| view! { <Counting /> })}
    }
    .into_any()
}

/// One video and its counts.
#[component]
fn Watched(counts: VideoCounts) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let VideoCounts { video, parts } = counts;
    let found = head(inbox, &video);
    // A video that came a moment ago may not be in the pack that is here.
    let title = found.as_ref().map(|video| video.title.clone());
    let lang = {
        let title = title.clone();
        move || title.as_ref().and_then(|title| lang_of(title, locale.get()))
    };
    let name = {
        let id = video.as_str().to_owned();
        move || title.as_ref().map_or_else(|| id.clone(), |title| title.get(locale.get()).to_owned())
    };
    let seconds = found.as_ref().map_or(0, |video| video.seconds);
    let poster = found.as_ref().map(|video| MomentFacts {
        pictures: video.poster.iter().map(|poster| poster.src.clone()).collect(),
        ..MomentFacts::of(Some(video), 0, None)
    });
    let watch = found.and_then(|video| video.watch);
    view! {
        <li class="video-report" data-video=video.as_str().to_owned()>
            <div class="video-head">
                {poster.map(|it| view! { <MomentPicture pictures=it.pictures size=it.size alt=String::new() /> })}
                <div class="video-names">
                    <h3 class="video-name" lang=lang dir="auto">{name}</h3>
                    {(seconds > 0).then(|| view! {
                        <p class="video-length">{move || moment(locale.get(), seconds)}</p>
                    })}
                </div>
            </div>
            {if parts.is_empty() {
                view! { <p class="videos-hint">{words(locale, "videos.quiet")}</p> }.into_any()
            } else {
                view! { <Chart parts=parts seconds=seconds watch=watch /> }.into_any()
            }}
        </li>
    }
}
