//! Which table it is, and where in it the things stand.

/// Where in a table the things stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    /// Of a session, or of an order.
    pub(super) session: usize,
    pub(super) time: usize,
    pub(super) products: Vec<ProductColumn>,
    pub(super) rows: Rows,
}

/// A column with products in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ProductColumn {
    /// The SKU alone.
    Sku(usize),
    /// `name:Red saree|sku:NK-001|quantity:1`, several with `;` between.
    Packed(usize),
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rows {
    /// Something done in a session.
    Events {
        /// Where it says what.
        kind: Option<usize>,
    },
    /// An item that was ordered. What an order says once need not stand in its other rows.
    Orders {
        status: Option<usize>,
        /// Filled in where the order was cancelled.
        cancelled: Option<usize>,
    },
}

const SESSION: &[&str] =
    &["session", "session_id", "sessionid", "visitor", "visitor_id", "visitorid", "client_id", "visit_id"];
const PRODUCT: &[&str] =
    &["sku", "product", "product_id", "productid", "product_sku", "item", "item_id", "itemid", "item_sku"];
const TIME: &[&str] =
    &["time", "timestamp", "ts", "at", "event_time", "datetime", "created_at", "date_time", "date"];
const KIND: &[&str] = &["type", "kind", "event", "event_type", "event_name", "action"];

const ORDER: &[&str] = &["order_number", "order_id", "order_#", "order_no", "order", "number"];
const ORDER_TIME: &[&str] =
    &["order_date", "date_created", "date_created_gmt", "created_at", "date", "paid_date", "completed_date"];
const ORDER_STATUS: &[&str] = &["order_status", "status"];
const ORDER_PRODUCT: &[&str] = &[
    "item_sku",
    "sku",
    "product_sku",
    "line_item_sku",
    "lineitem_sku",
    "item_#_sku",
    "product_variation_sku",
];

impl Columns {
    /// From the names in the first row.
    pub(super) fn of(names: &[String]) -> Option<Self> {
        let names: Vec<String> = names.iter().map(|name| plain(name)).collect();
        let place =
            |known: &[&str]| known.iter().find_map(|known| names.iter().position(|name| name == known));
        let shopify = || {
            Some(Self {
                session: place(&["name"])?,
                time: place(&["created_at"])?,
                products: vec![ProductColumn::Sku(place(&["lineitem_sku"])?)],
                rows: Rows::Orders {
                    status: place(&["financial_status"]),
                    cancelled: place(&["cancelled_at", "canceled_at"]),
                },
            })
        };
        let events = || {
            Some(Self {
                session: place(SESSION)?,
                time: place(TIME)?,
                products: vec![ProductColumn::Sku(place(PRODUCT)?)],
                rows: Rows::Events { kind: place(KIND) },
            })
        };
        let orders = || {
            let products = match place(ORDER_PRODUCT) {
                Some(sku) => vec![ProductColumn::Sku(sku)],
                None => numbered(&names),
            };
            Some(Self {
                session: place(ORDER)?,
                time: place(ORDER_TIME)?,
                products: Some(products).filter(|products| !products.is_empty())?,
                rows: Rows::Orders { status: place(ORDER_STATUS), cancelled: None },
            })
        };
        shopify().or_else(events).or_else(orders)
    }
}

/// Columns for the first, the second … item of an order: `SKU #1`, `line_item_1`; or one for all of them.
fn numbered(names: &[String]) -> Vec<ProductColumn> {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let column = |(place, name): (usize, &String)| {
        let after = |head: &str| name.strip_prefix(head).is_some_and(is_number);
        if name == "line_items" || after("line_item_") {
            Some(ProductColumn::Packed(place))
        } else if after("sku_#") || after("sku_") || after("product_sku_#") {
            Some(ProductColumn::Sku(place))
        } else {
            None
        }
    };
    names.iter().enumerate().filter_map(column).collect()
}

/// Small letters, words joined by `_`: plugins write `Order Number`, `order_number` and `Order-Number`.
fn plain(name: &str) -> String {
    let name = name.trim().to_lowercase();
    let words = name.split([' ', '_', '-', ':', '(', ')']).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("_")
}
