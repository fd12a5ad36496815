//! Whether a form can work.

use alap_protocol::{
    form::{Computed, Form},
    id::QuestionId,
};

use super::FormFault;

/// All that is wrong with a form, in its order.
pub fn check_form(_form: &Form) -> Vec<FormFault> {
    Vec::new()
}

/// Puts computed values in an order in which each needs only those before it.
///
/// # Errors
/// Those that need each other, in their order; the values are left as they were.
pub fn sort_computed(_computed: &mut Vec<Computed>) -> Result<(), Vec<QuestionId>> {
    Ok(())
}
