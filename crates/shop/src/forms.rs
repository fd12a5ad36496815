//! The folder `forms`: a file a form.

mod choice;
mod fault;
mod form;
mod kind;
mod lines;
mod question;
mod rule;

use std::path::{Path, PathBuf};

use alap_protocol::{
    form::{Form, FormKind, QuestionKind},
    id::FormId,
    limits::SHOP_FORMS,
};

use crate::{Fault, Problem, fault::Faults, folder::files, media::Media};

/// Where the forms are.
const FORMS: &str = "forms";
/// The most bytes of a form.
const FORM_BYTES: usize = 1024 * 1024;
/// Within so many days what is paid for in advance has to be delivered, as the press tells of the guidelines of 2021.
const GUIDELINE_DAYS: u16 = 10;

/// What a form's reader needs to know of the folder.
pub(crate) struct Surroundings<'a, 'f> {
    pub(crate) media: &'a mut Media<'f>,
    /// The shop's currency, if `shop.toml` can be read.
    pub(crate) currency: Option<&'a str>,
    /// The advance that the shop asks for, in percent.
    pub(crate) advance_percent: u8,
}

/// All forms, and what is wrong with them.
#[derive(Default)]
pub(crate) struct Forms {
    pub(crate) forms: Vec<Form>,
    /// The names of all files, of those that cannot be read too.
    pub(crate) names: Vec<String>,
    pub(crate) faults: Vec<Fault>,
    /// What the seller should know although nothing is wrong.
    pub(crate) notices: Vec<Fault>,
}

/// Reads every form: those with a place by it, the others behind them, in the order of the file names.
pub(crate) fn read(dir: &Path, around: &mut Surroundings<'_, '_>) -> Forms {
    let (mut all, mut placed) = (Forms::default(), Vec::new());
    for name in files::names_in(dir, FORMS, ".toml") {
        let file = PathBuf::from(FORMS).join(&name);
        let mut faults = Faults::of(&file);
        if all.names.len() == SHOP_FORMS {
            faults.add(None, Problem::TooManyForms { most: SHOP_FORMS as u64 });
            all.faults.extend(faults.into_list());
            break;
        }
        let stem = name.get(..name.len() - ".toml".len()).unwrap_or_default().to_owned();
        all.names.push(stem.clone());
        match FormId::parse(stem.clone()) {
            Ok(id) => {
                let path = format!("{FORMS}/{name}");
                let text = files::read_text(dir, &path, FORM_BYTES, &mut faults);
                let read = text.and_then(|text| {
                    let mut notices = Faults::of(&file);
                    let form = form::read(&text, id, around, &mut faults, &mut notices);
                    all.notices.extend(notices.into_list());
                    form
                });
                placed.extend(read);
            }
            Err(_) => faults.add(None, Problem::BadFormName { text: stem }),
        }
        all.faults.extend(faults.into_list());
    }
    placed.sort_by_key(|(place, _)| *place);
    all.forms = placed.into_iter().map(|(_, form)| form).collect();
    all
}

/// Names the questions whose day may be further off than what is paid for in advance may take.
fn late_deliveries(form: &Form, lines: &lines::Lines<'_>, advance_percent: u8, notices: &mut Faults) {
    if form.kind != FormKind::PreOrder || advance_percent == 0 {
        return;
    }
    for (section, lines) in form.sections.iter().zip(&lines.sections) {
        for (question, lines) in section.questions.iter().zip(&lines.questions) {
            if let QuestionKind::Date { latest, .. } = question.kind
                && latest > GUIDELINE_DAYS
            {
                let (days, most) = (latest.into(), GUIDELINE_DAYS.into());
                notices.add(lines.section.line_of("latest"), Problem::LateDelivery { days, most });
            }
        }
    }
}
