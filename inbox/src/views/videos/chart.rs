//! The counts of one video over its length: three rows of bars that have their names beside them, and in words what tells most.

use alap_protocol::{
    locale::Locale,
    video::{PART_SECONDS, PartCounts},
};
use alap_ui::{
    moments::{address_at, moment},
    words::{number, tr, tr_with, use_locale, words},
};
use leptos::prelude::*;

use crate::videos::chart::{Column, columns, heights, telling};

/// More would be thinner than a hair on a phone.
const COLUMNS: u32 = 60;
/// So many moments are told in words.
const TOLD: usize = 5;
/// The height of a row, in units of its drawing.
const HEIGHT: f64 = 20.0;

#[component]
pub(super) fn Chart(
    /// The parts that have a count.
    parts: Vec<PartCounts>,
    /// The length of the video, 0 where nobody knows.
    seconds: u32,
    /// Where it can be watched.
    watch: Option<String>,
) -> impl IntoView {
    let locale = use_locale();
    let (columns, end) = columns(&parts, seconds, COLUMNS);
    let row = |class: &'static str, key: &'static str, count: fn(&Column) -> u32| {
        let counts: Vec<u32> = columns.iter().map(count).collect();
        let total = counts.iter().fold(0_u32, |sum, count| sum.saturating_add(*count));
        view! {
            <div class="video-series">
                <span class="video-series-name">
                    {words(locale, key)} " " <b>{move || number(locale.get(), total)}</b>
                </span>
                {bars(class, &heights(&counts, HEIGHT))}
            </div>
        }
    };
    let time = move |at: u32| move || moment(locale.get(), at);
    view! {
        <div class="video-chart">
            {row("video-bars video-asked", "videos.asked", |column| column.asked)}
            {row("video-bars video-replayed", "videos.replayed", |column| column.replayed)}
            {row("video-bars video-skipped", "videos.skipped", |column| column.skipped)}
            <p class="video-axis" aria-hidden="true">
                <span>{time(0)}</span>
                <span>{time(end / 2)}</span>
                <span>{time(end)}</span>
            </p>
        </div>
        <ol class="video-told">
            {telling(&parts, TOLD).into_iter().map(|part| told(part, watch.as_deref())).collect_view()}
        </ol>
    }
}

/// The words below tell the same to those who do not see it.
fn bars(class: &'static str, heights: &[f64]) -> AnyView {
    let bar = |(place, height): (usize, &f64)| {
        let (x, y) = (place as f64 + 0.1, HEIGHT - height);
        (*height > 0.0).then(|| view! { <rect x=x y=y width="0.8" height=*height /> })
    };
    view! {
        <svg
            class=class
            viewBox=format!("0 0 {} {HEIGHT}", heights.len().max(1))
            preserveAspectRatio="none"
            aria-hidden="true"
            focusable="false"
        >
            {heights.iter().enumerate().map(bar).collect_view()}
        </svg>
    }
    .into_any()
}

/// "0:40–0:45: asked 3 times, watched again 7 times"
fn told(part: PartCounts, watch: Option<&str>) -> AnyView {
    let locale = use_locale();
    let from = u32::from(part.part) * PART_SECONDS;
    let span = move || {
        let time = |at| moment(locale.get(), at);
        format!("{}–{}", time(from), time(from + PART_SECONDS))
    };
    let what = move || said(locale.get(), part);
    let span = match watch {
        Some(watch) => view! {
            <a
                class="video-span"
                href=address_at(watch, from)
                target="_blank"
                rel="noopener noreferrer"
                title=words(locale, "videos.watch")
            >
                {span}
            </a>
        }
        .into_any(),
        None => view! { <b class="video-span">{span}</b> }.into_any(),
    };
    view! { <li data-part=part.part>{span} ": " {what}</li> }.into_any()
}

fn said(locale: Locale, part: PartCounts) -> String {
    let times = |count: u32, once: &'static str, many: &'static str| match count {
        0 => None,
        1 => Some(tr(locale, once)),
        count => Some(tr_with(locale, many, &[("count", &number(locale, count))])),
    };
    let said = [
        times(part.asked, "videos.asked_once", "videos.asked_times"),
        times(part.replayed, "videos.replayed_once", "videos.replayed_times"),
        times(part.skipped, "videos.skipped_once", "videos.skipped_times"),
    ];
    said.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_told_in_words_and_what_is_nothing_is_left_out() {
        let part = PartCounts { part: 8, asked: 3, replayed: 1, skipped: 0 };
        assert_eq!(said(Locale::En, part), "asked 3 times, watched again once");
        assert_eq!(said(Locale::Bn, part), "৩ বার জিজ্ঞেস করা হয়েছে, একবার ফিরে দেখা হয়েছে");
    }
}
