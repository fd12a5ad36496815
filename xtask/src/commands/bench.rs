//! `cargo xtask bench`: how well and how fast.

mod faq;
mod faq_figures;
mod faq_table;
mod faq_wasm;
mod intake_wasm;
mod suggest;
mod suggest_figures;
mod suggest_table;
mod suggest_wasm;
mod video;
mod wasm_page;

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use lexopt::{Arg, Parser, ValueExt};

const HELP: &str = "bench knows faq, faq-wasm, intake-wasm, suggest, suggest-wasm and video";

pub(super) fn run(mut parser: Parser) -> Result<()> {
    let Some(Arg::Value(what)) = parser.next()? else { bail!("{HELP}") };
    match what.string()?.as_str() {
        "faq" => faq::run(&faq_options(parser)?),
        "faq-wasm" => super::no_more(parser).and_then(|()| faq_wasm::run()),
        "intake-wasm" => super::no_more(parser).and_then(|()| intake_wasm::run()),
        "suggest-wasm" => super::no_more(parser).and_then(|()| suggest_wasm::run()),
        "suggest" => suggest::run(&suggest_options(parser)?),
        "video" => video::run(video_runs(parser)?),
        _ => bail!("{HELP}"),
    }
}

/// What is asked for of the FAQ.
#[derive(Default)]
struct FaqOptions {
    /// The folder with a folder for each set.
    data: PathBuf,
    /// For programs; people get a table.
    json: bool,
    /// Draw the curve of answering against handing over into this file.
    curve: Option<PathBuf>,
    /// What each ingredient adds.
    ablations: bool,
}

fn faq_options(mut parser: Parser) -> Result<FaqOptions> {
    let mut options = FaqOptions::default();
    let mut data = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("data") => data = Some(parser.value()?.into()),
            Arg::Long("json") => options.json = true,
            Arg::Long("curve") => options.curve = Some(parser.value()?.into()),
            Arg::Long("ablations") => options.ablations = true,
            other => return Err(other.unexpected().into()),
        }
    }
    options.data = data.context(
        "where are the question sets? Please add --data DIR: a folder with a folder for each set, in it faq.k5.jsonl \
         (id, question, answer, variants) and queries.jsonl (query, gold_faq_id or null, also_ok). They are not part \
         of this project, since not all may be passed on",
    )?;
    Ok(options)
}

/// What is asked for of the suggestions.
#[derive(Default)]
struct SuggestOptions {
    /// The folder with a folder for each set.
    data: PathBuf,
    /// For programs; people get a table.
    json: bool,
    /// In how many sessions a pair has to stand: 1 compares with other methods, 5 is what shops get.
    floor: Option<u16>,
    /// How large a model may be, compressed.
    most_bytes: Option<u32>,
}

fn suggest_options(mut parser: Parser) -> Result<SuggestOptions> {
    let mut options = SuggestOptions::default();
    let mut data = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("data") => data = Some(parser.value()?.into()),
            Arg::Long("json") => options.json = true,
            Arg::Long("floor") => options.floor = Some(parser.value()?.parse()?),
            Arg::Long("model-bytes-max") => options.most_bytes = Some(parser.value()?.parse()?),
            other => return Err(other.unexpected().into()),
        }
    }
    options.data = data.context(
        "where are the sessions? Please add --data DIR: a folder with a folder for each set, in it events.tsv.gz \
         (session_id, item_id, timestamp, type, split) and, where known, items.tsv.gz (item_id, title, category, price). \
         They are not part of this project, since not all may be passed on",
    )?;
    Ok(options)
}

/// How often each way is measured.
fn video_runs(mut parser: Parser) -> Result<usize> {
    let mut runs = 5;
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("runs") => {
                let value = parser.value()?.string()?;
                let number = value.parse().ok().filter(|runs| (1..=50).contains(runs));
                runs = number.with_context(|| format!("--runs takes 1 to 50, not {value:?}"))?;
            }
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(runs)
}
