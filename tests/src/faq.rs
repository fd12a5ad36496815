//! What the demo shop's FAQ says, read from its folder as a person reads it.

use std::fs;

use anyhow::{Context, Result};

use crate::places;

/// The answer of an entry, in the language `bn` or `en`.
pub fn answer(entry: &str, language: &str) -> Result<String> {
    field(entry, &format!("{language}: "))
}

/// The question of an entry, in the language `bn` or `en`.
pub fn question(entry: &str, language: &str) -> Result<String> {
    field(entry, &format!("{language}? "))
}

fn field(entry: &str, begins: &str) -> Result<String> {
    let text = fs::read_to_string(places::demo_shop()?.join("faq.md"))?;
    let heading = format!("## {entry}");
    let mut lines =
        text.lines().skip_while(|line| *line != heading).skip(1).skip_while(|line| !line.starts_with(begins));
    let first = lines.next().and_then(|line| line.strip_prefix(begins));
    let first = first.with_context(|| format!("the FAQ has no “{begins}” in {entry}"))?;
    let more = lines.take_while(|line| !line.is_empty() && !is_field(line));
    Ok(more.fold(first.to_owned(), |answer, line| answer + "\n" + line))
}

fn is_field(line: &str) -> bool {
    ["bn", "en", "ask", "chip", "products", "video", "form", "contact"].iter().any(|field| {
        line.strip_prefix(field).is_some_and(|rest| rest.starts_with(':') || rest.starts_with('?'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_ends_where_the_next_line_of_its_entry_begins() {
        assert!(answer("delivery", "en").unwrap().ends_with("Free on orders of ৳5,000 or more."));
        let size = answer("size", "en").unwrap();
        assert_eq!(size.lines().count(), 3);
        assert!(size.ends_with("we will match it."));
        assert!(!answer("human", "en").unwrap().contains("contact:"));
        assert_eq!(question("price", "en").unwrap(), "What does it cost?");
        assert!(answer("no-such-entry", "bn").is_err());
    }
}
