//! What can be tapped below an answer: as it is written, and what the rest of the folder makes of it.

use alap_protocol::{
    form::Form,
    id::ProductId,
    limits::ANSWER_ACTIONS,
    pack::{Channel, ChannelKind, EntryAction, FaqEntry, OwnMoment, VideoMoment},
};
use alap_video::moment;
use url::Url;

use crate::{
    Moment, Problem, VideoProblem,
    fault::Faults,
    feed::cell,
    folder::on_site,
    media::{Media, VideoPlace},
    nearest::nearest,
    videos::Videos,
};

/// The ways to reach the shop, as a file of questions names them, and the person in the panel.
const CONTACTS: [&str; 5] = ["phone", "whatsapp", "messenger", "email", PERSON];
const PERSON: &str = "person";

/// A line of a file of questions that names actions.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    pub(crate) line: u32,
    pub(crate) kind: Kind,
    pub(crate) text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Video,
    Form,
    /// Several, with commas between.
    Contact,
}

/// What an action needs to know of the folder that it is in.
pub(crate) struct Folder<'a, 'f> {
    /// None without a readable `shop.toml`.
    pub(crate) channels: Option<&'a [Channel]>,
    pub(crate) site: Option<&'a Url>,
    pub(crate) media: &'a mut Media<'f>,
    pub(crate) forms: &'a [Form],
    /// The names of all files of forms, of those that cannot be read too.
    pub(crate) form_names: &'a [String],
    /// Those of the folder `videos`, and those that questions name by their files.
    pub(crate) videos: &'a mut Videos,
}

/// Names every mistake of an entry's actions and gives those that work.
pub(crate) fn resolve(
    written: &[Written],
    entry: &FaqEntry,
    folder: &mut Folder<'_, '_>,
    faults: &mut Faults,
) -> Vec<EntryAction> {
    let mut actions = Vec::new();
    for Written { line, kind, text } in written {
        match kind {
            Kind::Video => actions.extend(video(text, *line, &entry.products, folder, faults)),
            Kind::Form => actions.extend(form(text, *line, folder, faults)),
            Kind::Contact => {
                let names = text.split([',', '|']).map(str::trim).filter(|name| !name.is_empty());
                actions.extend(names.filter_map(|name| contact(name, *line, folder, faults)));
            }
        }
    }
    let mut once = Vec::new();
    for action in actions {
        if !once.contains(&action) {
            once.push(action);
        }
    }
    if once.len() > ANSWER_ACTIONS {
        let (count, most) = (once.len() as u64, ANSWER_ACTIONS as u64);
        let line = written.last().map_or(0, |last| last.line);
        faults.add(line, Problem::TooManyActions { id: entry.id.to_string(), count, most });
        once.truncate(ANSWER_ACTIONS);
    }
    once
}

/// A video of the shop by its name, one of its files, or an address; and the moment behind it if there is one.
fn video(
    text: &str,
    line: u32,
    products: &[ProductId],
    folder: &mut Folder<'_, '_>,
    faults: &mut Faults,
) -> Option<EntryAction> {
    let (name, at) = match text.rsplit_once(char::is_whitespace) {
        Some((name, last)) if moment::is_meant(last) => match moment::parse(last) {
            Some(at) => (name.trim_end(), at),
            None => {
                faults.add(line, Problem::BadMoment { text: last.to_owned() });
                return None;
            }
        },
        _ => (text, 0),
    };
    let place = if name.contains(['/', '.', ':', '?', '#', '\\']) {
        match folder.media.video(name, line, faults)? {
            VideoPlace::Web(src) => return Some(EntryAction::Video(VideoMoment { src, at })),
            VideoPlace::File(file) => folder.videos.of_file(file, products, line, faults)?,
        }
    } else if folder.videos.names.iter().any(|known| known == name) {
        // One with mistakes has been named by them.
        folder.videos.place(name)?
    } else {
        let guess = nearest(name, folder.videos.names.iter().map(String::as_str));
        faults.add(line, VideoProblem::Unknown { text: name.to_owned(), guess });
        return None;
    };
    let video = folder.videos.list.get(place)?;
    if let Some(length) = video.length.filter(|length| u64::from(at) * 1_000 >= *length && at > 0) {
        let length = Moment(u32::try_from(length / 1_000).unwrap_or(u32::MAX));
        faults.add(line, VideoProblem::PastEnd { at: Moment(at), length });
        return None;
    }
    Some(EntryAction::OwnVideo(OwnMoment { video: video.head.id.clone(), at }))
}

/// One of the shop's own forms by its name, or an address.
fn form(text: &str, line: u32, folder: &Folder<'_, '_>, faults: &mut Faults) -> Option<EntryAction> {
    if folder.form_names.iter().any(|name| name == text) {
        // One with mistakes has been named by them.
        let form = folder.forms.iter().find(|form| form.id.as_str() == text);
        return form.map(|form| EntryAction::OwnForm(form.id.clone()));
    }
    // A bare word may be a path, but hardly ever is one.
    if !text.contains(['/', '.', ':', '?', '#', '\\']) {
        let guess = nearest(text, folder.form_names.iter().map(String::as_str));
        faults.add(line, Problem::UnknownForm { text: text.to_owned(), guess });
        return None;
    }
    let url = on_site(cell::page(text, line, faults)?, folder.site);
    Some(EntryAction::Form(url))
}

fn contact(name: &str, line: u32, folder: &Folder<'_, '_>, faults: &mut Faults) -> Option<EntryAction> {
    let channel = match name.to_ascii_lowercase().as_str() {
        PERSON => return Some(EntryAction::Person),
        "phone" => ChannelKind::Phone,
        "whatsapp" => ChannelKind::Whatsapp,
        "messenger" => ChannelKind::Messenger,
        "email" => ChannelKind::Email,
        _ => {
            faults.add(line, Problem::BadContact { text: name.to_owned(), guess: nearest(name, CONTACTS) });
            return None;
        }
    };
    if !folder.channels?.iter().any(|known| known.kind == channel) {
        faults.add(line, Problem::NoSuchChannel { channel: name.to_ascii_lowercase() });
        return None;
    }
    Some(EntryAction::Contact(channel))
}
