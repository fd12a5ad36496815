//! The accessibility audit: axe-core, over everything that is on the screen.

use std::fs;

use anyhow::{Result, ensure};
use serde::Deserialize;
use serde_json::Value;

use crate::{browser::Browser, places};

/// What breaks a rule, as the engine tells it.
#[derive(Debug, Deserialize)]
struct Violation {
    id: String,
    impact: Option<String>,
    help: String,
    nodes: Vec<Node>,
}

#[derive(Debug, Deserialize)]
struct Node {
    html: String,
    #[serde(rename = "failureSummary")]
    summary: Option<String>,
}

/// Each frame is audited by itself: the engine cannot reach from the shop's page into the panel.
const RUN: &str = "const done = arguments[0];
    axe.run(document, { iframes: false, preload: false, resultTypes: ['violations'] })
        .then(result => done(result.violations), error => done([{ id: 'axe', impact: 'critical', help: String(error), nodes: [] }]))";

/// Audits the page or frame that is looked at: nothing serious or critical may be found.
pub async fn passes(browser: &Browser, view: &str) -> Result<()> {
    let there: bool = browser.run("return !!window.axe", &[]).await?;
    if !there {
        let engine = fs::read_to_string(places::axe()?)?;
        // The driver runs it as its own, so the page's content policy has no say in it.
        browser.run::<Value>(&format!("{engine}; window.axe = axe; return null"), &[]).await?;
    }
    let found: Vec<Violation> = browser.driver().execute_async(RUN, Vec::new()).await?.convert()?;
    let grave: Vec<&Violation> =
        found.iter().filter(|it| matches!(it.impact.as_deref(), Some("serious" | "critical"))).collect();
    ensure!(grave.is_empty(), "{view}:\n{}", grave.iter().map(|it| in_words(it)).collect::<String>());
    Ok(())
}

fn in_words(violation: &Violation) -> String {
    let places = violation.nodes.iter().map(|node| {
        format!(
            "    {}\n      {}\n",
            node.html,
            node.summary.as_deref().unwrap_or_default().replace('\n', "\n      ")
        )
    });
    format!("  {}: {}\n{}", violation.id, violation.help, places.collect::<String>())
}
