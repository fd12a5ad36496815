//! `shop.toml`.

mod channels;
mod hours;
mod origin;
mod payment;
mod spans;
mod suggestions;
mod video;

use alap_protocol::{
    id::{ProductId, ShopId},
    locale::{Locale, Localized},
    pack::{Bot, Shop, Sureness, Theme},
};
use url::Url;

use crate::{
    Problem,
    address::{self, Address},
    fault::Faults,
    lines::LineStarts,
    money::is_currency,
    section::{self, Section},
};

pub(crate) use payment::Payment;
pub(crate) use video::VideoSettings;

/// The colour of a shop that names none.
const COLOR: &str = "#0f766e";
/// The most characters of a name, a label, a note.
const SHORT_TEXT: usize = 200;

const KEYS: &[&str] = &[
    "id",
    "name",
    "languages",
    "currency",
    "url",
    "page_origins",
    "bot",
    "theme",
    "hours",
    "channels",
    "suggestions",
    "payment",
    "offers",
    "video",
];

/// What `shop.toml` says.
pub(crate) struct Settings {
    pub(crate) shop: Shop,
    /// The shop's own address.
    pub(crate) url: Option<Url>,
    /// The bot's picture as it is written, and its line.
    pub(crate) avatar: Option<(String, u32)>,
    /// The SKUs under `suggestions.clearance`, each with its line.
    pub(crate) clearance: Vec<(ProductId, u32)>,
    pub(crate) payment: Payment,
    /// May shoppers propose a price?
    pub(crate) proposals: bool,
    pub(crate) video: VideoSettings,
}

/// Reads `shop.toml`. `None` if something is missing that no shop can be without.
pub(crate) fn read(text: &str, faults: &mut Faults) -> Option<Settings> {
    let root = section::parse(text, faults)?;
    let lines = LineStarts::of(text);
    let root = Section::root(&lines, root.get_ref());
    root.known(KEYS, faults);
    let id = id(&root, faults);
    let name = root.needed_localized("name", SHORT_TEXT, faults);
    let languages = languages(&root, faults);
    let currency = currency(&root, faults);
    let url = url(&root, faults);
    let page_origins = origins(&root, faults);
    let (bot, avatar) = bot(&root, faults);
    let theme = theme(&root, faults);
    let hours = hours::read(&root, faults);
    let channels = root.section("channels", faults).map(|section| channels::read(&section, faults));
    let suggestions = root.section("suggestions", faults);
    let (suggestions, clearance) =
        suggestions.map(|section| suggestions::read(&section, faults)).unwrap_or_default();
    let payment = root.section("payment", faults).map(|section| payment::read(&section, faults));
    let proposals = root.section("offers", faults).map(|section| payment::proposals(&section, faults));
    let video = root.section("video", faults).map(|section| video::read(&section, faults));
    Some(Settings {
        shop: Shop {
            id: id?,
            name: name?,
            languages: languages?,
            currency: currency?,
            bot: bot?,
            hours: hours?,
            channels: channels.unwrap_or_default(),
            page_origins,
            theme,
            suggestions,
        },
        url,
        avatar,
        clearance,
        payment: payment.unwrap_or_default(),
        proposals: proposals.unwrap_or_default(),
        video: video.unwrap_or_default(),
    })
}

/// It is part of addresses and of an HTML attribute, so it has plain letters only.
fn id(root: &Section<'_>, faults: &mut Faults) -> Option<ShopId> {
    let (text, line) = root.needed_text("id", faults)?;
    let is_plain = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    let id = ShopId::parse(text).ok().filter(|_| is_plain);
    if id.is_none() {
        faults.add(line, Problem::BadShopId { text: text.to_owned() });
    }
    id
}

fn languages(root: &Section<'_>, faults: &mut Faults) -> Option<Vec<Locale>> {
    let mut languages = Vec::new();
    for (text, line) in root.needed_texts("languages", faults)? {
        match Locale::ALL.into_iter().find(|locale| locale.tag() == text) {
            Some(locale) if languages.contains(&locale) => {}
            Some(locale) => languages.push(locale),
            None => faults.add(line, Problem::BadLanguage { text: text.to_owned() }),
        }
    }
    Some(languages).filter(|languages| !languages.is_empty())
}

fn currency(root: &Section<'_>, faults: &mut Faults) -> Option<String> {
    let (text, line) = root.needed_text("currency", faults)?;
    if !is_currency(text) {
        faults.add(line, Problem::BadCurrency { text: text.to_owned() });
        return None;
    }
    Some(text.to_owned())
}

fn url(root: &Section<'_>, faults: &mut Faults) -> Option<Url> {
    let (text, line) = root.text("url", faults)?;
    let url = match address::read(text) {
        Ok(Address::Web(url)) => Url::parse(&url).ok(),
        _ => None,
    };
    if url.is_none() {
        faults.add(line, Problem::BadShopUrl { text: text.to_owned() });
    }
    url
}

fn origins(root: &Section<'_>, faults: &mut Faults) -> Vec<String> {
    let mut origins = Vec::new();
    for (text, line) in root.needed_texts("page_origins", faults).unwrap_or_default() {
        match origin::parse(text) {
            Some(origin) if origins.contains(&origin) => {}
            Some(origin) => origins.push(origin),
            None => faults.add(line, Problem::BadOrigin { text: text.to_owned() }),
        }
    }
    origins
}

type Avatar = Option<(String, u32)>;

fn bot(root: &Section<'_>, faults: &mut Faults) -> (Option<Bot>, Avatar) {
    let Some(section) = root.needed_section("bot", faults) else {
        return (None, None);
    };
    section.known(&["name", "greeting", "avatar", "answer_from", "ask_back_from"], faults);
    let name = section.needed_localized("name", SHORT_TEXT, faults);
    let greeting = section.localized("greeting", 1_000, faults).unwrap_or_default();
    let avatar = section.text("avatar", faults).map(|(text, line)| (text.to_owned(), line));
    let sureness = sureness(&section, faults);
    (name.map(|name: Localized| Bot { name, greeting, avatar: None, sureness }), avatar)
}

/// How sure the bot has to be, in percent.
fn sureness(bot: &Section<'_>, faults: &mut Faults) -> Sureness {
    let mut percent = |key| bot.number(key, 1, 99, faults).and_then(|number| u8::try_from(number).ok());
    let usual = Sureness::default();
    let answer = percent("answer_from").unwrap_or(usual.answer);
    // Whoever lets the bot answer sooner need not say that it asks back sooner, too.
    let ask_back = percent("ask_back_from").unwrap_or(usual.ask_back.min(answer));
    if ask_back > answer {
        let (answer, ask_back) = (answer.into(), ask_back.into());
        faults.add(bot.line_of("ask_back_from"), Problem::TurnedSureness { answer, ask_back });
        return usual;
    }
    Sureness { answer, ask_back }
}

fn theme(root: &Section<'_>, faults: &mut Faults) -> Theme {
    let section = root.section("theme", faults);
    if let Some(section) = &section {
        section.known(&["color"], faults);
    }
    let color = section.and_then(|section| {
        let (text, line) = section.text("color", faults)?;
        let digits = text.strip_prefix('#').unwrap_or_default();
        let is_color = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !is_color {
            faults.add(line, Problem::BadColor { text: text.to_owned() });
        }
        is_color.then(|| text.to_ascii_lowercase())
    });
    Theme { color: color.unwrap_or_else(|| COLOR.to_owned()) }
}
