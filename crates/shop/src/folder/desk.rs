//! The desk: forms, and how an advance is paid.

use std::path::Path;

use alap_protocol::{
    desk::{Desk, DeskHead, FormHead},
    form::Form,
    pack::Image,
};

use crate::{
    Problem,
    fault::Faults,
    folder::version,
    media::Media,
    settings::{Payment, Settings},
};

/// Puts the QR among the pictures that are served, and names what binds a shop that asks for an advance.
pub(super) fn payment(
    settings: Option<&mut Settings>,
    media: &mut Media<'_>,
    faults: &mut Faults,
    notices: &mut Faults,
) -> Payment {
    let mut payment = settings.map(|settings| std::mem::take(&mut settings.payment)).unwrap_or_default();
    if let Some((src, line)) = payment.qr.take() {
        let path = src.clone();
        payment.ways.qr = media.picture(Image { src, width: None, height: None }, line, faults);
        if payment.ways.qr.is_some() && is_svg(&path) {
            faults.add(line, Problem::SvgQr { path });
        }
    }
    if payment.ways.advance_percent > 0 {
        notices.add(payment.advance_line, Problem::AdvanceRules {});
    }
    payment
}

/// Browsers show it, but a phone's gallery does not, and shoppers scan it from there.
fn is_svg(address: &str) -> bool {
    let file = address.split(['?', '#']).next().unwrap_or_default();
    Path::new(file).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("svg"))
}

/// The desk with the hash of its content, if there is anything on it.
pub(super) fn of(forms: Vec<Form>, payment: Payment, proposals: bool) -> Desk {
    let mut desk = Desk { version: String::new(), forms, proposals, payment: payment.ways };
    if desk != Desk::default() {
        desk.version = version(&desk);
    }
    desk
}

/// What the pack says of it.
pub(super) fn head(desk: &Desk) -> DeskHead {
    let head = |form: &Form| FormHead { id: form.id.clone(), kind: form.kind, title: form.title.clone() };
    DeskHead { version: desk.version.clone(), forms: desk.forms.iter().map(head).collect() }
}
