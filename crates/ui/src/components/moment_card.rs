//! A moment of a video: its still, what the video is called, the time, and the product that can be seen.

use alap_protocol::{
    locale::Localized,
    pack::Product,
    video::{Poster, VideoHead},
};
use leptos::prelude::*;

use crate::{
    moments::moment,
    thread_words::tr_with,
    words::{lang_of, use_locale},
};

/// What is shown of a moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MomentFacts {
    /// Addresses of pictures, the best first: where one cannot be had, the next one is shown.
    pub pictures: Vec<String>,
    /// Width and height of the video in pixels; 16 × 9 where nobody knows.
    pub size: (u32, u32),
    /// What the video is called, if the shop still has it.
    pub title: Option<Localized>,
    /// In seconds from the start.
    pub at: u32,
    /// What can be seen.
    pub product: Option<Localized>,
}

impl MomentFacts {
    /// What is known of a moment: the still, else the poster, else the product's picture.
    pub fn of(video: Option<&VideoHead>, at: u32, product: Option<&Product>) -> Self {
        let still = video.and_then(|video| Some(video.stills.as_ref()?.address(at)));
        let poster = video.and_then(|video| video.poster.as_ref());
        let of_product = product.and_then(|product| Some(product.image.as_ref()?.src.clone()));
        let known = |poster: &Poster| poster.width > 0 && poster.height > 0;
        Self {
            pictures: [still, poster.map(|it| it.src.clone()), of_product].into_iter().flatten().collect(),
            size: poster.filter(|it| known(it)).map_or((16, 9), |it| (it.width, it.height)),
            title: video.map(|video| video.title.clone()),
            at,
            product: product.map(|product| product.title.clone()),
        }
    }
}

/// The picture of a moment; where none of its pictures can be had, the ground stays empty.
#[component]
pub fn MomentPicture(
    /// Addresses, the best first.
    pictures: Vec<String>,
    /// Width and height of the video, whose shape the picture has.
    size: (u32, u32),
    /// What it is, for those who do not see it; empty where the words beside it say so.
    #[prop(into)]
    alt: Signal<String>,
) -> impl IntoView {
    let place = RwSignal::new(0_usize);
    let (width, height) = size;
    let picture = move || {
        let src = pictures.get(place.get())?.clone();
        Some(view! {
            <img
                src=src
                alt=alt
                width=width
                height=height
                loading="lazy"
                decoding="async"
                on:error=move |_| place.update(|place| *place += 1)
            />
        })
    };
    view! { <span class="moment-picture">{picture}</span> }
}

/// Picture, title, time and product, for whatever can be tapped around them.
#[component]
pub fn MomentBody(
    /// What is shown.
    facts: MomentFacts,
    /// What the picture is, for those who do not see it.
    #[prop(into)]
    alt: Signal<String>,
    /// The words that say the time.
    #[prop(into)]
    time: Signal<String>,
) -> impl IntoView {
    let locale = use_locale();
    let MomentFacts { pictures, size, title, product, .. } = facts;
    let line = move |class: &'static str, words: Localized| {
        let lang = {
            let words = words.clone();
            move || lang_of(&words, locale.get())
        };
        view! { <span class=class lang=lang>{move || words.get(locale.get()).to_owned()}</span> }
    };
    view! {
        {(!pictures.is_empty()).then(|| view! { <MomentPicture pictures=pictures size=size alt=alt /> })}
        <span class="moment-facts">
            <span class="moment-time">{time}</span>
            {title.map(|title| line("moment-title", title))}
            {product.map(|product| line("moment-product", product))}
        </span>
    }
}

/// "0:42", following the language of the page.
pub fn moment_time(at: u32) -> Signal<String> {
    let locale = use_locale();
    Signal::derive(move || moment(locale.get(), at))
}

/// "About the video at 0:42", following the language of the page.
pub fn moment_words(at: u32) -> Signal<String> {
    let locale = use_locale();
    Signal::derive(move || tr_with(locale.get(), "thread.moment", &[("time", &moment(locale.get(), at))]))
}

#[cfg(test)]
mod tests {
    use alap_protocol::{
        id::{ProductId, VideoId},
        pack::{Availability, Image, Price},
        video::Stills,
    };

    use super::*;

    fn video() -> VideoHead {
        let base = "/media/nokshi/videos/kantha/".to_owned();
        VideoHead {
            id: VideoId::parse("kantha").unwrap(),
            title: Localized::both("কাঁথা", "Kantha"),
            poster: Some(Poster { src: "/p.jpg".into(), avif: None, webp: None, width: 720, height: 1280 }),
            seconds: 60,
            sizes: vec![],
            products: vec![],
            hello: false,
            stills: Some(Stills { base, every: 2, count: 30 }),
            watch: None,
            begins: None,
            version: "v".into(),
        }
    }

    fn product() -> Product {
        Product {
            id: ProductId::parse("NK-1").unwrap(),
            title: Localized::both("নকশি কাঁথা", "Nokshi kantha"),
            description: Localized::default(),
            url: None,
            image: Some(Image { src: "/nk-1.jpg".into(), width: None, height: None }),
            price: Price { amount: 1, was: None, currency: None },
            category: vec![],
            availability: Availability::InStock,
            attributes: vec![],
            added: None,
        }
    }

    #[test]
    fn the_still_comes_before_the_poster_and_the_poster_before_the_product() {
        let facts = MomentFacts::of(Some(&video()), 42, Some(&product()));
        assert_eq!(facts.pictures, ["/media/nokshi/videos/kantha/00021.webp", "/p.jpg", "/nk-1.jpg"]);
        assert_eq!(facts.size, (720, 1280));
        let bare = VideoHead { stills: None, poster: None, ..video() };
        let facts = MomentFacts::of(Some(&bare), 42, None);
        assert_eq!((facts.pictures, facts.size), (vec![], (16, 9)));
    }

    #[test]
    fn of_a_video_that_is_gone_the_time_is_left() {
        let gone = MomentFacts { size: (16, 9), at: 42, ..MomentFacts::default() };
        assert_eq!(MomentFacts::of(None, 42, None), gone);
    }
}
