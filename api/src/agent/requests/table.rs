//! Requests as a table that a spreadsheet opens.

use alap_protocol::{deal::DealState, form::FormKind, locale::Locale, pack::Shop};
use alap_store::ExportedRequest;

use crate::intake::zone::Zone;

/// Says to a spreadsheet that this is UTF-8.
const MARK: &str = "\u{feff}";

/// The heads of the columns, in both languages.
const HEADS: [(&str, &str); 12] = [
    ("এসেছে", "Came"),
    ("ধরন", "Kind"),
    ("ফর্ম", "Form"),
    ("অবস্থা", "State"),
    ("পণ্য", "Product"),
    ("পরিমাণ", "Pieces"),
    ("মোট", "Total"),
    ("অর্ডার নম্বর", "Order"),
    ("কলের সময়", "Call"),
    ("ফোন", "Phone"),
    ("উত্তর", "Answers"),
    ("নম্বর", "Id"),
];

/// Writes requests as lines of a CSV file (RFC 4180).
#[derive(Clone, Debug)]
pub struct Table {
    zone: Zone,
    language: Locale,
    currency: String,
}

impl Table {
    /// In the shop's time and first language.
    pub fn of(shop: &Shop) -> Self {
        let language = shop.languages.first().copied().unwrap_or(Locale::Bn);
        Self { zone: Zone::named(&shop.hours.time_zone), language, currency: shop.currency.clone() }
    }

    /// One line a request, under the heads of the columns where they are the first ones.
    pub fn lines(&self, requests: &[ExportedRequest], with_heads: bool) -> Result<Vec<u8>, csv::Error> {
        let start = if with_heads { MARK.as_bytes().to_vec() } else { Vec::new() };
        // Always in quotes: a spreadsheet that splits at semicolons or tabs, too, would find a formula behind one.
        let mut builder = csv::WriterBuilder::new();
        builder.terminator(csv::Terminator::CRLF).quote_style(csv::QuoteStyle::Always);
        let mut writer = builder.from_writer(start);
        if with_heads {
            writer.write_record(HEADS.map(|(bn, en)| match en {
                "Total" => format!("{bn} / {en} ({})", self.currency),
                en => format!("{bn} / {en}"),
            }))?;
        }
        for request in requests {
            writer.write_record(self.cells(request).map(harmless))?;
        }
        writer.into_inner().map_err(|error| error.into_error().into())
    }

    fn cells(&self, ExportedRequest { line, lines, deal }: &ExportedRequest) -> [String; 12] {
        let terms = deal.terms();
        let answers = lines
            .iter()
            .map(|line| format!("{}: {}", line.label.get(self.language), line.value.get(self.language)));
        [
            self.moment(line.created_at),
            in_both(kind(line.kind)),
            line.title.get(self.language).to_owned(),
            in_both(state(line.state)),
            line.product.as_ref().map(ToString::to_string).unwrap_or_default(),
            terms.map(|terms| terms.quantity.to_string()).unwrap_or_default(),
            line.total.map(money).unwrap_or_default(),
            line.order.map(|order| order.to_string()).unwrap_or_default(),
            line.slot.map(|(at, _)| self.moment(at)).unwrap_or_default(),
            line.phone.clone().unwrap_or_default(),
            answers.collect::<Vec<_>>().join("\n"),
            line.id.to_string(),
        ]
    }

    /// As spreadsheets read it: `2027-01-15 18:30`, in the shop's own time.
    fn moment(&self, at: i64) -> String {
        let (day, local) = (self.zone.today(at).unwrap_or_default(), self.zone.local(at));
        local
            .map(|local| format!("{day} {:02}:{:02}", local.minute / 60, local.minute % 60))
            .unwrap_or_default()
    }
}

/// What a spreadsheet would take for a formula begins with an apostrophe
/// ([OWASP](https://owasp.org/www-community/attacks/CSV_Injection)); a phone number with its plus, too.
fn harmless(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        format!("'{cell}")
    } else {
        cell
    }
}

/// In whole units, with two digits behind the point: amounts are never negative here.
fn money(minor: i64) -> String {
    format!("{}.{:02}", minor / 100, minor.rem_euclid(100))
}

fn in_both((bn, en): (&str, &str)) -> String {
    format!("{bn} / {en}")
}

fn kind(kind: FormKind) -> (&'static str, &'static str) {
    match kind {
        FormKind::PreOrder => ("প্রি-অর্ডার", "Pre-order"),
        FormKind::Call => ("কল বা সাক্ষাৎ", "Call or meeting"),
        FormKind::Problem => ("সমস্যা বা ফেরত", "Problem or return"),
        FormKind::Review => ("রিভিউ", "Review"),
        FormKind::Feedback => ("মতামত", "Feedback"),
    }
}

fn state(state: DealState) -> (&'static str, &'static str) {
    match state {
        DealState::Asked => ("নতুন অনুরোধ", "New"),
        DealState::Offered => ("প্রস্তাব দেওয়া হয়েছে", "Offer made"),
        DealState::Proposed => ("ক্রেতা দাম বলেছেন", "Shopper named a price"),
        DealState::Declined => ("প্রস্তাব গ্রহণ হয়নি", "Declined"),
        DealState::Withdrawn => ("প্রস্তাব ফিরিয়ে নেওয়া হয়েছে", "Taken back"),
        DealState::Expired => ("প্রস্তাবের মেয়াদ শেষ", "Ran out"),
        DealState::Accepted => ("দুই পক্ষ রাজি", "Agreed"),
        DealState::Confirmed => ("নিশ্চিত", "Confirmed"),
        DealState::Done => ("সম্পন্ন", "Done"),
        DealState::Cancelled => ("বাতিল", "Cancelled"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_a_formula_and_no_other_is_changed() {
        for cell in ["=cmd()", "+8801712345678", "-1", "@x", "\tx", "\rx", "\n=x", "＝x"] {
            assert_eq!(harmless(cell.to_owned()), format!("'{cell}"));
        }
        for cell in ["", "1200.00", "নকশি কাঁথা", "a=b", "'x"] {
            assert_eq!(harmless(cell.to_owned()), cell);
        }
    }

    #[test]
    fn money_has_two_digits_behind_the_point() {
        assert_eq!(money(120_005), "1200.05");
        assert_eq!(money(0), "0.00");
    }
}
