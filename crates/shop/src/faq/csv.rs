//! `faq.csv`: a row an entry.

use alap_protocol::locale::Localized;

use crate::{
    Problem,
    faq::{
        Draft, Entry,
        action::{Kind, Written},
    },
    fault::Faults,
    nearest::nearest,
    table::{Row, Table},
};

const COLUMNS: [&str; 12] = [
    "id",
    "question_bn",
    "answer_bn",
    "question_en",
    "answer_en",
    "variants",
    "products",
    "chip_bn",
    "chip_en",
    "video",
    "form",
    "contact",
];

pub(crate) fn read(text: &str, faults: &mut Faults) -> Vec<Entry> {
    let Some(mut table) = Table::open(text, faults) else {
        return Vec::new();
    };
    let columns = table.columns();
    for column in columns.names().filter(|name| !COLUMNS.contains(name)) {
        let guess = nearest(column, COLUMNS.into_iter().filter(|known| !columns.has(known)));
        faults.add(columns.line, Problem::UnknownColumn { column: column.to_owned(), guess });
    }
    if !columns.has("id") {
        faults.add(columns.line, Problem::MissingColumns { columns: vec!["id".into()] });
        return Vec::new();
    }
    let mut entries = Vec::new();
    while let Some(row) = table.next(faults) {
        entries.extend(draft(&row).check(faults));
    }
    entries
}

fn draft(row: &Row<'_>) -> Draft {
    let some = |column| Some(row.get(column).to_owned()).filter(|text| !text.is_empty());
    let list = |column| {
        let parts = row.get(column).split('|').map(str::trim).filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect::<Vec<_>>()
    };
    Draft {
        line: row.line,
        id: row.get("id").to_owned(),
        question: Localized { bn: some("question_bn"), en: some("question_en") },
        answer: Localized { bn: some("answer_bn"), en: some("answer_en") },
        chip: Localized { bn: some("chip_bn"), en: some("chip_en") },
        variants: list("variants").into_iter().map(|text| (row.line, text)).collect(),
        products: list("products"),
        products_line: row.line,
        actions: [("video", Kind::Video), ("form", Kind::Form), ("contact", Kind::Contact)]
            .into_iter()
            .flat_map(|(column, kind)| {
                list(column).into_iter().map(move |text| Written { line: row.line, kind, text })
            })
            .collect(),
    }
}
