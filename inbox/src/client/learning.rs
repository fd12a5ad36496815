//! The requests of the learning loop, one function each: see `alap_protocol::learning`.

use alap_protocol::{
    id::EntryId,
    learning::{EntryText, Learn, LearntEntry, Lesson, QuestionKey, QuestionList, Questions},
};
use gloo::net::http::Request;

use super::{
    Failure,
    http::{answer, get, post, read, request},
};

pub(crate) async fn questions() -> Result<QuestionList, Failure> {
    get("/questions").await
}

pub(crate) async fn learn(questions: Vec<QuestionKey>, lesson: Lesson) -> Result<LearntEntry, Failure> {
    post("/questions/learn", &Learn { questions, lesson }).await
}

pub(crate) async fn dismiss(questions: Vec<QuestionKey>) -> Result<(), Failure> {
    answer(request(Request::post, "/questions/dismiss").json(&Questions { questions })).await.map(drop)
}

pub(crate) async fn reopen(questions: Vec<QuestionKey>) -> Result<(), Failure> {
    answer(request(Request::post, "/questions/reopen").json(&Questions { questions })).await.map(drop)
}

pub(crate) async fn learnt() -> Result<Vec<LearntEntry>, Failure> {
    get("/learnt").await
}

pub(crate) async fn change(entry: &EntryId, text: &EntryText) -> Result<LearntEntry, Failure> {
    read(answer(request(Request::put, &path(entry)).json(text)).await?).await
}

pub(crate) async fn forget(entry: &EntryId) -> Result<(), Failure> {
    answer(request(Request::delete, &path(entry)).build()).await.map(drop)
}

fn path(entry: &EntryId) -> String {
    format!("/learnt/{}", String::from(js_sys::encode_uri_component(entry.as_str())))
}
