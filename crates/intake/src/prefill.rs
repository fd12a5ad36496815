//! What is filled in beforehand.

use alap_protocol::{answer::Answers, form::Form, id::ProductId};

/// What is known of the shopper before the first question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The name that the shop page says.
    pub name: Option<String>,
    /// The phone number that the shop page says.
    pub phone: Option<String>,
    /// The product that the form was opened for.
    pub product: Option<ProductId>,
    /// What was answered the last time, in any form of this shop on this device.
    pub last: Answers,
}

/// The answers that can be filled in beforehand, each one that fits its question.
pub fn prefill(_form: &Form, _known: &Known) -> Answers {
    Answers::new()
}
