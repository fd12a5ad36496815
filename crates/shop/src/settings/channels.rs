//! Telephone, WhatsApp, Messenger and e-mail: what a tap opens, and what people read.

use alap_protocol::pack::{Channel, ChannelKind};

use crate::{Problem, fault::Faults, phone::Phone, section::Section};

pub(crate) fn read(section: &Section<'_>, faults: &mut Faults) -> Vec<Channel> {
    section.known(&["phone", "whatsapp", "messenger", "email"], faults);
    let channels = [
        phone(section, faults),
        whatsapp(section, faults),
        messenger(section, faults),
        email(section, faults),
    ];
    channels.into_iter().flatten().collect()
}

fn phone(section: &Section<'_>, faults: &mut Faults) -> Option<Channel> {
    let phone = number(section, "phone", |_| true, faults)?;
    Some(Channel { kind: ChannelKind::Phone, href: format!("tel:{}", phone.dialled), label: phone.label() })
}

fn whatsapp(section: &Section<'_>, faults: &mut Faults) -> Option<Channel> {
    let phone = number(section, "whatsapp", |phone| phone.has_chat, faults)?;
    let href = format!("https://wa.me/{}", phone.dialled.trim_start_matches('+'));
    Some(Channel { kind: ChannelKind::Whatsapp, href, label: phone.label() })
}

fn number(
    section: &Section<'_>,
    key: &str,
    fits: impl Fn(&Phone) -> bool,
    faults: &mut Faults,
) -> Option<Phone> {
    let (text, line) = section.text(key, faults)?;
    let phone = Phone::parse(text).filter(fits);
    if phone.is_none() {
        faults.add(line, Problem::BadPhone { key: section.path_of(key), text: text.to_owned() });
    }
    phone
}

fn messenger(section: &Section<'_>, faults: &mut Faults) -> Option<Channel> {
    let (text, line) = section.text("messenger", faults)?;
    let name = page_name(text);
    if name.is_none() {
        faults.add(line, Problem::BadMessenger { text: text.to_owned() });
    }
    let name = name?;
    Some(Channel {
        kind: ChannelKind::Messenger,
        href: format!("https://m.me/{name}"),
        label: name.to_owned(),
    })
}

/// The name of a page; a whole address of it will do.
fn page_name(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or(text);
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    let rest =
        ["m.me/", "facebook.com/", "fb.com/"].iter().find_map(|host| rest.strip_prefix(host)).unwrap_or(rest);
    let name = rest.trim_start_matches('@').trim_end_matches('/');
    let is_name = (2..=80).contains(&name.len())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'));
    is_name.then_some(name)
}

fn email(section: &Section<'_>, faults: &mut Faults) -> Option<Channel> {
    let (text, line) = section.text("email", faults)?;
    if !is_email(text) {
        faults.add(line, Problem::BadEmail { text: text.to_owned() });
        return None;
    }
    Some(Channel { kind: ChannelKind::Email, href: format!("mailto:{text}"), label: text.to_owned() })
}

/// Plain letters only: what else an address may have would have to be quoted in a link.
fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else {
        return false;
    };
    let is_name = (1..=64).contains(&name.len())
        && !name.starts_with('.')
        && !name.ends_with('.')
        && !name.contains("..")
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'+' | b'-'));
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    is_name && host.len() <= 253 && host.contains('.') && host.split('.').all(is_label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_page_is_found_in_its_address() {
        for text in
            ["nokshi.bd", "@nokshi.bd", "https://m.me/nokshi.bd", "https://www.facebook.com/nokshi.bd/"]
        {
            assert_eq!(page_name(text), Some("nokshi.bd"), "{text}");
        }
        for text in ["", "নকশি", "a b", "https://evil.example/x", "x?y", "x/../y"] {
            assert_eq!(page_name(text), None, "{text}");
        }
    }

    #[test]
    fn addresses_of_mail_are_checked() {
        for text in ["salaam@nokshi.example", "a.b+c@x-y.co.bd"] {
            assert!(is_email(text), "{text}");
        }
        for text in
            ["", "a", "a@b", "@b.c", "a@b.c?cc=d@e.f", "a b@c.d", "a@b..c", "a@-b.c", "a@b.c\r\nBcc: x@y.z"]
        {
            assert!(!is_email(text), "{text}");
        }
    }
}
