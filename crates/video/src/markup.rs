//! A video as search engines read it: [`VideoObject`](https://schema.org/VideoObject) of schema.org, with what
//! [Google](https://developers.google.com/search/docs/appearance/structured-data/video) asks for, as JSON-LD for the shop's own page.

use alap_protocol::{
    locale::Locale,
    video::{VideoHead, VideoSheet, VideoSource},
};
use serde_json::{Map, Value, json};

/// What is said of a video.
#[derive(Clone, Copy, Debug)]
pub struct Markup<'a> {
    /// What the pack says of it.
    pub head: &'a VideoHead,
    /// What the player fetches of it.
    pub sheet: &'a VideoSheet,
    /// The language of the page that it is for.
    pub locale: Locale,
    /// A few sentences about it.
    pub description: &'a str,
    /// When it was published, as `YYYY-MM-DD` or with a time (ISO 8601).
    pub published: Option<&'a str>,
    /// Origin of the support site, such as `https://support.example`.
    pub site: &'a str,
    /// Address of the page that it is for. Without one, its chapters cannot be named.
    pub page: Option<&'a str>,
    /// The products that it is about.
    pub products: &'a [ProductRef<'a>],
}

/// A product that a video is about.
#[derive(Clone, Copy, Debug)]
pub struct ProductRef<'a> {
    /// Its SKU.
    pub sku: &'a str,
    /// Its title.
    pub name: &'a str,
    /// Address of its page.
    pub url: Option<&'a str>,
}

/// The element for the page. Nothing within it can end it.
pub fn element(markup: &Markup<'_>) -> String {
    format!("<script type=\"application/ld+json\">{}</script>", json(markup))
}

/// The object alone, safe to stand within a `script` element.
pub fn json(markup: &Markup<'_>) -> String {
    escaped(&object(markup).to_string())
}

fn object(markup: &Markup<'_>) -> Value {
    let Markup { head, sheet, locale, site, .. } = *markup;
    let whole = |address: &str| whole(site, address);
    let mut object = Map::new();
    let mut put = |name: &str, value: Value| {
        let is_empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
        if !is_empty {
            object.insert(name.to_owned(), value);
        }
    };
    put("@context", json!("https://schema.org"));
    put("@type", json!("VideoObject"));
    put("name", json!(head.title.get(locale)));
    put("description", json!(markup.description));
    put("thumbnailUrl", head.poster.as_ref().map_or(Value::Null, |poster| json!([whole(&poster.src)])));
    put("uploadDate", json!(markup.published));
    put("duration", json!((head.seconds > 0).then(|| duration(head.seconds))));
    match &sheet.source {
        // Of a ladder the plain file may be missing: then there is no one file to name.
        VideoSource::Ladder(_) | VideoSource::Plain(_) => {
            put("contentUrl", json!(head.watch.as_deref().map(whole)));
        }
        VideoSource::Linked(linked) => put("embedUrl", json!(linked.player)),
    }
    put("inLanguage", json!(locale.tag()));
    let captions = sheet.captions.iter().map(|captions| {
        json!({
            "@type": "MediaObject",
            "contentUrl": whole(&captions.src),
            "encodingFormat": "text/vtt",
            "inLanguage": captions.locale.tag(),
        })
    });
    put("caption", captions.collect());
    put("hasPart", clips(markup));
    let about = markup.products.iter().map(|product| {
        let mut about = json!({ "@type": "Product", "sku": product.sku, "name": product.name });
        if let (Some(url), Some(about)) = (product.url, about.as_object_mut()) {
            about.insert("url".to_owned(), json!(url));
        }
        about
    });
    put("about", about.collect());
    Value::Object(object)
}

/// The chapters, each with the page's address from its moment on.
fn clips(markup: &Markup<'_>) -> Value {
    let Some(page) = markup.page else { return Value::Null };
    let chapters = &markup.sheet.chapters;
    let ends = chapters.iter().skip(1).map(|next| next.at).chain([markup.head.seconds]);
    let clips = chapters.iter().zip(ends).map(|(chapter, end)| {
        let mut clip = json!({
            "@type": "Clip",
            "name": chapter.title.get(markup.locale),
            "startOffset": chapter.at,
            "url": from(page, chapter.at),
        });
        // The last one has no end where nobody knows the length.
        if let Some(clip) = clip.as_object_mut().filter(|_| end > chapter.at) {
            clip.insert("endOffset".to_owned(), json!(end));
        }
        clip
    });
    clips.collect()
}

/// A page's address with the moment as `t`.
fn from(page: &str, second: u32) -> String {
    let page = page.split('#').next().unwrap_or_default();
    let joint = if page.contains('?') { '&' } else { '?' };
    format!("{page}{joint}t={second}")
}

/// As ISO 8601 writes it: `PT1M5S`.
fn duration(seconds: u32) -> String {
    let parts = [(seconds / 3_600, 'H'), (seconds / 60 % 60, 'M'), (seconds % 60, 'S')];
    parts
        .iter()
        .filter(|(number, _)| *number > 0)
        .fold("PT".to_owned(), |text, (number, unit)| format!("{text}{number}{unit}"))
}

fn whole(site: &str, address: &str) -> String {
    if address.starts_with('/') {
        format!("{}{address}", site.trim_end_matches('/'))
    } else {
        address.to_owned()
    }
}

/// JSON has these characters within its texts only, and reads them so as well.
fn escaped(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                escaped.push_str(&format!("\\u{:04x}", u32::from(c)))
            }
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests;
