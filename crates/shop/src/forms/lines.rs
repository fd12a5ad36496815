//! Where the parts of a form stand in its file.

use alap_intake::define::{FormFault, FormFaultKind, Limit, Many, Part, Spot};

use crate::section::Section;

/// Of a whole form, in its order.
pub(super) struct Lines<'a> {
    pub(super) root: Section<'a>,
    pub(super) sections: Vec<SectionLines<'a>>,
    pub(super) computed: Vec<Section<'a>>,
}

/// Of a section of questions.
pub(super) struct SectionLines<'a> {
    pub(super) section: Section<'a>,
    pub(super) questions: Vec<QuestionLines<'a>>,
}

/// Of a question.
pub(super) struct QuestionLines<'a> {
    pub(super) section: Section<'a>,
    pub(super) choices: Vec<u32>,
    pub(super) checks: Vec<u32>,
    pub(super) jumps: Vec<u32>,
}

impl Lines<'_> {
    /// The line that a fault is on.
    pub(super) fn of(&self, fault: &FormFault) -> Option<u32> {
        let (section, titled) = match &fault.spot {
            Spot::Form => (&self.root, true),
            Spot::Section(place) => (&self.sections.get(*place)?.section, true),
            Spot::Computed { at, .. } => (self.computed.get(*at)?, false),
            Spot::Question { at, .. } => {
                let question = self.sections.get(at.section)?.questions.get(at.question)?;
                let listed = match fault.part {
                    Part::Choice(place) => question.choices.get(place),
                    Part::Check(place) => question.checks.get(place),
                    Part::Jump(place) => question.jumps.get(place),
                    _ => None,
                };
                if let Some(line) = listed {
                    return Some(*line);
                }
                (&question.section, false)
            }
        };
        let key = match fault.part {
            Part::Label if titled => "title",
            Part::Label => "label",
            Part::Help => "help",
            Part::Intro => "intro",
            Part::Thanks => "thanks",
            Part::Terms => "terms",
            Part::ShowWhen => "show_when",
            Part::Choice(_) => "choices",
            Part::Check(_) => "checks",
            Part::Jump(_) => "jumps",
            Part::Value => "value",
            Part::Unit if section.has("shown") => "shown",
            Part::Unit => "unit",
            Part::Prefill => "prefill",
            Part::Whole => key_of(&fault.kind, section),
        };
        section.line_of(key)
    }
}

/// The key that a fault of a whole question is about; the question's own line where it has none.
fn key_of(kind: &FormFaultKind, section: &Section<'_>) -> &'static str {
    let bound = if section.has("most") { "most" } else { "least" };
    match kind {
        FormFaultKind::LeastAboveMost if section.has("earliest") => "earliest",
        FormFaultKind::LeastAboveMost if section.has("least") => "least",
        FormFaultKind::LeastAboveMost => bound,
        FormFaultKind::NoChoices | FormFaultKind::TooMany { what: Many::Choices, .. } => "choices",
        FormFaultKind::TooMany { what: Many::Checks, .. } => "checks",
        FormFaultKind::TooMany { what: Many::Jumps, .. } => "jumps",
        FormFaultKind::DuplicateName => "id",
        FormFaultKind::OutOfBounds { what, .. } => match what {
            Limit::Characters | Limit::MostChoices | Limit::Photos | Limit::Products => "most",
            Limit::LeastChoices => "least",
            Limit::ChoiceValue => "choices",
            Limit::Number | Limit::Money => bound,
            Limit::Decimals => "decimals",
            Limit::Days => "latest",
            Limit::SlotMinutes => "minutes",
            Limit::SlotNotice => "notice_minutes",
            Limit::SlotDays => "days",
            Limit::SlotReminder => "remind_minutes",
        },
        _ => "",
    }
}
