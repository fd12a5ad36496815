//! Questions that found no answer, one file an endpoint.

pub mod dismiss;
pub mod learn;
pub mod list;
pub mod reopen;

use alap_protocol::{
    error::ErrorCode,
    learning::{QuestionKey, is_some_questions},
};

use crate::http::error::ApiError;

/// Not none, and not more than are ever shown together.
fn checked(questions: &[QuestionKey]) -> Result<(), ApiError> {
    if is_some_questions(questions) {
        Ok(())
    } else {
        Err(ApiError::new(ErrorCode::Invalid, "no questions, or too many at once"))
    }
}
