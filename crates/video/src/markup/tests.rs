use alap_protocol::{
    id::{ProductId, VideoId},
    locale::Localized,
    video::{Captions, Chapter, PlainFile, Poster},
};

use super::*;

fn head(title: &str) -> VideoHead {
    VideoHead {
        id: VideoId::parse("kantha").unwrap(),
        title: Localized::both("কাঁথা", title),
        poster: Some(Poster {
            src: "/media/nokshi/videos/kantha/poster.jpg".into(),
            avif: None,
            webp: None,
            width: 1280,
            height: 720,
        }),
        seconds: 65,
        sizes: vec![],
        products: vec![ProductId::parse("NK-1").unwrap()],
        hello: false,
        stills: None,
        watch: Some("/media/nokshi/videos/kantha/plain.mp4".into()),
        begins: None,
        version: String::new(),
    }
}

fn sheet() -> VideoSheet {
    let chapter = |at, bn: &str, en: &str| Chapter { at, title: Localized::both(bn, en) };
    VideoSheet {
        id: VideoId::parse("kantha").unwrap(),
        version: String::new(),
        source: VideoSource::Plain(PlainFile {
            src: "/media/nokshi/videos/kantha/plain.mp4".into(),
            bytes: 1,
        }),
        captions: vec![Captions {
            locale: Locale::Bn,
            src: "/api/v1/shops/nokshi/videos/kantha/captions/bn.vtt?v=1".into(),
        }],
        chapters: vec![chapter(0, "শুরু", "Start"), chapter(42, "সেলাই", "Stitches")],
        shown: vec![],
        strip: None,
        counted: false,
    }
}

fn markup<'a>(head: &'a VideoHead, sheet: &'a VideoSheet, products: &'a [ProductRef<'a>]) -> Markup<'a> {
    Markup {
        head,
        sheet,
        locale: Locale::En,
        description: "How a kantha is stitched.",
        published: Some("2026-01-31"),
        site: "https://support.example/",
        page: Some("https://nokshi.example/p/1?x=1#top"),
        products,
    }
}

#[test]
fn an_object_says_all_that_search_engines_ask_for() {
    let (head, sheet) = (head("Kantha"), sheet());
    let products = [ProductRef { sku: "NK-1", name: "Saree", url: Some("https://nokshi.example/p/1") }];
    let object: Value = serde_json::from_str(&json(&markup(&head, &sheet, &products))).unwrap();
    assert_eq!(
        object,
        json!({
            "@context": "https://schema.org",
            "@type": "VideoObject",
            "name": "Kantha",
            "description": "How a kantha is stitched.",
            "thumbnailUrl": ["https://support.example/media/nokshi/videos/kantha/poster.jpg"],
            "uploadDate": "2026-01-31",
            "duration": "PT1M5S",
            "contentUrl": "https://support.example/media/nokshi/videos/kantha/plain.mp4",
            "inLanguage": "en",
            "caption": [{
                "@type": "MediaObject",
                "contentUrl": "https://support.example/api/v1/shops/nokshi/videos/kantha/captions/bn.vtt?v=1",
                "encodingFormat": "text/vtt",
                "inLanguage": "bn",
            }],
            "hasPart": [
                { "@type": "Clip", "name": "Start", "startOffset": 0, "endOffset": 42, "url": "https://nokshi.example/p/1?x=1&t=0" },
                { "@type": "Clip", "name": "Stitches", "startOffset": 42, "endOffset": 65, "url": "https://nokshi.example/p/1?x=1&t=42" },
            ],
            "about": [{ "@type": "Product", "sku": "NK-1", "name": "Saree", "url": "https://nokshi.example/p/1" }],
        })
    );
}

#[test]
fn what_nobody_knows_is_left_out() {
    let (mut head, sheet) = (head("Kantha"), sheet());
    (head.poster, head.seconds, head.watch) = (None, 0, None);
    let markup = Markup { published: None, page: None, ..markup(&head, &sheet, &[]) };
    let object = object(&markup);
    for name in ["thumbnailUrl", "uploadDate", "duration", "contentUrl", "hasPart", "about", "embedUrl"] {
        assert!(object.get(name).is_none(), "{name}");
    }
    let markup = Markup { page: Some("https://nokshi.example/"), ..markup };
    assert_eq!(clips(&markup)[1].get("endOffset"), None);
}

#[test]
fn a_video_of_another_site_names_its_player() {
    let (head, mut sheet) = (head("Kantha"), sheet());
    sheet.source = VideoSource::Linked(crate::link::read("https://youtu.be/dQw4w9WgXcQ").unwrap());
    let object = object(&markup(&head, &sheet, &[]));
    let player = "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?playsinline=1&rel=0";
    assert_eq!((object["embedUrl"].as_str(), object.get("contentUrl")), (Some(player), None));
}

#[test]
fn no_title_ends_the_element() {
    let title = "</script><!-- & \u{2028} \" >";
    let (head, sheet) = (head(title), sheet());
    let element = element(&markup(&head, &sheet, &[]));
    let inner = element.strip_prefix("<script type=\"application/ld+json\">").unwrap();
    let inner = inner.strip_suffix("</script>").unwrap();
    assert!(!inner.contains(['<', '>', '&', '\u{2028}']), "{inner}");
    let object: Value = serde_json::from_str(inner).unwrap();
    assert_eq!(object["name"], title);
}

#[test]
fn a_length_is_written_as_the_standard_wants_it() {
    for (seconds, written) in [(5, "PT5S"), (60, "PT1M"), (3_723, "PT1H2M3S"), (7_200, "PT2H")] {
        assert_eq!(duration(seconds), written);
    }
}
