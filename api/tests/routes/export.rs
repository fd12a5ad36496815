//! The list of requests as a spreadsheet opens it.

use serde_json::json;
use uuid::Uuid;

use crate::{deal::dress, world::World};

const PATH: &str = "/api/v1/agent/requests.csv";

#[tokio::test]
async fn every_request_is_a_line_and_no_cell_is_a_formula() {
    let world = World::new().await;
    let rima = world.person("রিমা").await;
    let sent = world.asked_for_a_dress().await;
    sent.offer(&rima, 0, 115_050).await;
    let talk = world.opened().await;
    let mut evil = dress();
    evil["answers"]["words"] =
        json!({"text": "=HYPERLINK(\"https://evil.example\",\"click\")\n+1, -1 \"x\""});
    assert_eq!(world.send_form(&talk, Uuid::new_v4(), &evil).await.status, 200);

    let answer = world.ask("GET", PATH).by(&rima).send().await;
    assert!(answer.header("content-type").starts_with("text/csv"));
    assert!(answer.header("content-disposition").contains("requests.csv"));
    let text = std::str::from_utf8(&answer.body).unwrap().strip_prefix('\u{feff}').unwrap();
    for line in text.split("\r\n").filter(|line| !line.is_empty()) {
        assert!(
            line.starts_with('"') && line.ends_with('"'),
            "all in quotes, whatever a spreadsheet splits at: {line}"
        );
    }
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    assert_eq!(reader.headers().unwrap().get(6), Some("মোট / Total (BDT)"));
    let lines: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
    assert_eq!(lines.len(), 2);
    for cell in lines.iter().flatten() {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
    }
    assert_eq!(lines[0].get(6), Some("2301.00"));
    assert_eq!(lines[0].get(9), Some("'+8801712345678"));
    assert!(lines[1].get(10).unwrap().contains("=HYPERLINK"), "the words are kept as they are");
}

#[tokio::test]
async fn more_than_a_page_of_requests_comes_whole_and_in_order() {
    let world = World::new().await;
    let rima = world.person("রিমা").await;
    for _ in 0..8 {
        let talk = world.opened().await;
        for _ in 0..26 {
            assert_eq!(world.send_form(&talk, Uuid::new_v4(), &dress()).await.status, 200);
        }
    }
    let answer = world.ask("GET", PATH).by(&rima).send().await;
    let lines: Vec<csv::StringRecord> =
        csv::Reader::from_reader(&answer.body[..]).records().collect::<Result<_, _>>().unwrap();
    let ids: std::collections::HashSet<&str> = lines.iter().filter_map(|line| line.get(11)).collect();
    assert_eq!((lines.len(), ids.len()), (208, 208));
    assert!(lines.is_sorted_by_key(|line| line.get(0).unwrap().to_owned()));
}

#[tokio::test]
async fn without_a_request_there_are_only_the_heads() {
    let world = World::new().await;
    let rima = world.person("রিমা").await;
    let answer = world.ask("GET", PATH).by(&rima).send().await;
    assert_eq!(std::str::from_utf8(&answer.body).unwrap().lines().count(), 1);
}
