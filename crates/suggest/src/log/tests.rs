use std::io::Write as _;

use flate2::{Compression, write::GzEncoder};
use proptest::prelude::*;

use super::*;

fn read(text: &str) -> Log {
    Log::read(text.as_bytes()).unwrap()
}

/// `session product at kind` of each event.
fn told(log: &Log) -> Vec<(u32, &str, u32, Kind)> {
    let event = |event: &LogEvent| {
        (event.session, log.products[event.product as usize].as_str(), event.at, event.kind)
    };
    log.events.iter().map(event).collect()
}

fn problems(log: &Log) -> Vec<(u64, LogProblem)> {
    log.faults.first.iter().map(|fault| (fault.line, fault.problem)).collect()
}

#[test]
fn a_log_is_read_by_the_names_of_its_columns() {
    use Kind::{Cart, Purchase, View};
    let expected = [(0, "A", 10, View), (0, "B", 20, Cart), (0, "A", 30, Purchase), (1, "B", 5, View)];
    for text in [
        "session,product,time,type\ns,A,10,view\nt,B,5,view\ns,B,20,cart\ns,A,30,purchase\n",
        "session_id\titem_id\ttimestamp\ttype\tsplit\ns\tA\t10\tview\ttest\nt\tB\t5\t\t\ns\tB\t20\tcart\t\ns\tA\t30\tpurchase\n",
        "\u{feff}Timestamp;Visitor ID;SKU;Event\r\n10;s;A;page_view\r\n5;t;B;view\r\n20;s;B;add_to_cart\r\n30;s;A;transaction\r\n",
        "kind,sku,at,session\norder,A,30,s\nview,A,10,s\nstare,B,5,t\nCart,B,20,s\n",
    ] {
        let log = read(text);
        assert_eq!(told(&log), expected, "{text}");
        assert_eq!((log.faults.rows, log.faults.unreadable, log.sessions()), (4, 0, 2), "{text}");
    }
}

#[test]
fn at_one_time_the_order_of_the_file_stays() {
    let log = read("session,sku,time\na,1,7\nb,9,1\na,2,7\na,3,6\na,1,7\n");
    let of_a: Vec<_> = told(&log).into_iter().filter(|event| event.0 == 0).map(|event| event.1).collect();
    assert_eq!(of_a, ["3", "1", "2", "1"]);
}

#[test]
fn a_compressed_file_is_the_same_file() {
    let text = "session,sku,time\na,1,7\na,2,8\n";
    let packed = |text: &str| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(text.as_bytes()).unwrap();
        encoder.finish().unwrap()
    };
    assert_eq!(told(&Log::read(packed(text).as_slice()).unwrap()), told(&read(text)));
    let (head, tail) = text.split_at(20);
    let members = [packed(head), packed(tail)].concat();
    assert_eq!(told(&Log::read(members.as_slice()).unwrap()), told(&read(text)), "packed in two pieces");
    let cut = &packed(&text.repeat(99))[..40];
    assert!(matches!(Log::read(cut), Err(LogError::Io(_))));
}

#[test]
fn what_cannot_be_read_is_left_out_and_named_by_line() {
    let text =
        format!("session,sku,time\na,1,7\n,2,8\na,,8\na,2,soon\na,{},9\n\na,3\na,3,9\n", "x".repeat(65));
    let log = read(&text);
    assert_eq!(told(&log).len(), 2);
    use LogProblem::{BadProduct, BadTime, NoProduct, NoSession};
    assert_eq!(problems(&log), [(3, NoSession), (4, NoProduct), (5, BadTime), (6, BadProduct), (8, BadTime)]);
    let many = read(&("session,sku,time\n".to_owned() + &"a,,1\n".repeat(1_000)));
    assert_eq!((many.faults.unreadable, many.faults.first.len()), (1_000, 20));
}

#[test]
fn a_file_of_another_kind_is_refused() {
    for text in ["price,colour\n1,red\n", "session,time\na,1\n", "hello", "\u{0}\u{1}"] {
        assert!(matches!(Log::read(text.as_bytes()), Err(LogError::Columns)), "{text}");
    }
    assert!(matches!(Log::read("".as_bytes()), Err(LogError::Empty)));
    assert!(matches!(Log::read(" \n".as_bytes()), Err(LogError::Empty)));
    assert!(matches!(Log::read([0xff, 0xfe, b's', 0].as_slice()), Err(LogError::Utf16)));
    for json in ["{}", "[1]", "[{\"id\":1}", "[] x", "[{\"line_items\":[]}]"] {
        assert!(matches!(Log::read(json.as_bytes()), Err(LogError::Json(_))), "{json}");
    }
}

const SHOPIFY: &str = "\
Name,Email,Financial Status,Paid at,Created at,Lineitem quantity,Lineitem name,Lineitem sku,Notes,Cancelled at,Phone
#1001,rima@shop.example,paid,2026-11-20 10:00:00 +0600,2026-11-20 10:00:00 +0600,1,Red saree,SAREE,\"Ring twice,
blue door\",,+8801712345678
#1001,rima@shop.example,,,,2,Gamcha,GAMCHA,,,
#1002,x@shop.example,refunded,,2026-11-20 11:00:00 +0600,1,Gamcha,GAMCHA,,,
#1002,x@shop.example,,,2026-11-20 11:00:00 +0600,1,Shawl,SHAWL,,,
#1003,y@shop.example,pending,,2026-11-20 11:00:00 +0600,1,Shawl,SHAWL,,2026-11-21 09:00:00 +0600,
#1004,z@shop.example,partially_refunded,,2026-11-21 00:00:00 +0600,1,Shawl,SHAWL,,,
#1004,z@shop.example,,,,1,Gift wrap,,,,
";

#[test]
fn a_shopify_export_is_orders_without_those_that_were_cancelled() {
    let log = read(SHOPIFY);
    let (first, second) = (1_795_147_200, 1_795_197_600);
    assert_eq!(
        told(&log),
        [
            (0, "SAREE", first, Kind::Purchase),
            (0, "GAMCHA", first, Kind::Purchase),
            (1, "SHAWL", second, Kind::Purchase)
        ]
    );
    assert_eq!((log.faults.rows, log.faults.cancelled), (7, 3));
    assert_eq!(problems(&log), [(9, LogProblem::NoProduct)]);
}

#[test]
fn nothing_of_a_person_is_kept() {
    let kept = format!("{:?}", read(SHOPIFY));
    for secret in ["rima", "@", "1712345678", "#1001", "blue door"] {
        assert!(!kept.contains(secret), "{secret}: {kept}");
    }
}

#[test]
fn woocommerce_exports_are_read_as_their_plugins_write_them() {
    let one_row_an_item = "Order Number,Order Status,Order Date,Item Name,SKU,Quantity\n\
        7,Completed,2026-11-20 10:00,Red saree,SAREE,1\n7,Completed,2026-11-20 10:00,Gamcha,GAMCHA,1\n\
        8,Cancelled,2026-11-20 11:00,Shawl,SHAWL,1\n9,Processing,2026-11-20 12:00,Shawl,SHAWL,1\n";
    let said_once = "order_id,order_date,status,item_sku\n7,2026-11-20 10:00,wc-completed,SAREE\n,,,GAMCHA\n\
        8,2026-11-20 11:00,wc-failed,SHAWL\n9,2026-11-20 12:00,wc-on-hold,SHAWL\n";
    let one_row_an_order = "order_id,order_number,order_date,status,line_item_1,line_item_2\n\
        7,7,2026-11-20 10:00:00,completed,name:Red saree|product_id:5|sku:SAREE|quantity:1,name:Gamcha|sku: GAMCHA |quantity:1\n\
        8,8,2026-11-20 11:00:00,refunded,name:Shawl|sku:SHAWL,\n9,9,2026-11-20 12:00:00,completed,name:Shawl|sku:SHAWL,\n";
    let packed = "order_number,date,status,line_items\n7,2026-11-20 10:00,completed,name:Red saree|sku:SAREE;name:Gamcha|sku:GAMCHA\n\
        8,2026-11-20 11:00,trash,sku:SHAWL\n9,2026-11-20 12:00,completed,sku:SHAWL\n";
    let side_by_side = "Order ID,Order Date,Order Status,SKU #1,SKU #2\n7,2026-11-20 10:00,completed,SAREE,GAMCHA\n\
        8,2026-11-20 11:00,failed,SHAWL,\n9,2026-11-20 12:00,completed,SHAWL,\n";
    for text in [one_row_an_item, said_once, one_row_an_order, packed, side_by_side] {
        let log = read(text);
        let names: Vec<_> = told(&log).into_iter().map(|(session, sku, ..)| (session, sku)).collect();
        assert_eq!(names, [(0, "SAREE"), (0, "GAMCHA"), (1, "SHAWL")], "{text}");
        assert_eq!((log.faults.cancelled, log.faults.unreadable), (1, 0), "{text}");
    }
}

#[test]
fn orders_of_the_rest_api_are_read_page_behind_page() {
    let page = r#"[{"id":7,"status":"completed","date_created":"2026-11-20T16:00:00","date_created_gmt":"2026-11-20T10:00:00",
        "billing":{"phone":"+8801712345678"},"line_items":[{"id":1,"sku":"SAREE","quantity":1},{"id":2,"sku":null}]},
        {"id":8,"status":"failed","line_items":[{"sku":"SHAWL"}]}]"#;
    let next = r#" [{"id":9,"status":"pending","date_created":"2026-11-20T10:00:00","line_items":[{"sku":"SHAWL"}]},{"id":10,"line_items":[{"sku":"X"}]}]"#;
    let log = read(&format!("{page}\n{next}\n[]"));
    let at = 1_795_168_800;
    assert_eq!(told(&log), [(0, "SAREE", at, Kind::Purchase), (1, "SHAWL", at, Kind::Purchase)]);
    assert_eq!((log.faults.rows, log.faults.cancelled), (5, 1));
    assert_eq!(problems(&log), [(1, LogProblem::NoProduct), (4, LogProblem::BadTime)]);
}

#[test]
fn products_that_come_to_one_name_are_one() {
    let mut log = read("session,sku,time\na,SAREE-S,1\na,SAREE-M,2\na,SHAWL,3\na,SAREE,4\n");
    log.rename(|sku| sku.starts_with("SAREE-").then(|| "SAREE".to_owned()));
    assert_eq!(log.products, ["SAREE", "SHAWL"]);
    let names: Vec<_> = told(&log).into_iter().map(|event| event.1).collect();
    assert_eq!(names, ["SAREE", "SAREE", "SHAWL", "SAREE"]);
}

#[test]
fn an_event_takes_sixteen_bytes() {
    assert!(size_of::<LogEvent>() <= 16);
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(head in 0..5_usize, bytes in any::<Vec<u8>>()) {
        let heads: [&[u8]; 5] =
            [b"", b"session,sku,time\n", b"Name,Created at,Lineitem sku\n", b"[{\"id\":1,", &[0x1f, 0x8b, 8, 0]];
        if let Ok(log) = Log::read([heads[head], &bytes].concat().as_slice()) {
            prop_assert!(log.events.iter().all(|event| (event.product as usize) < log.products.len()));
            prop_assert!(log.events.is_sorted_by_key(|event| (event.session, event.at)));
        }
    }

    #[test]
    fn each_row_is_an_event_or_left_out(rows in prop::collection::vec(("[ab]{0,1}", "[xy]{0,1}", 0_u32..9), 0..40)) {
        let lines: String = rows.iter().map(|(session, sku, at)| format!("{session},{sku},{at}\n")).collect();
        let log = read(&format!("session,sku,time\n{lines}"));
        prop_assert_eq!(log.faults.rows, rows.len() as u64);
        prop_assert_eq!(log.events.len() as u64 + log.faults.unreadable, rows.len() as u64);
    }
}
