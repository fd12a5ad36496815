//! Codes of variants lead to the product that the shop shows: orders name the variant.

use std::fs;

use alap_shop::{read_feed, read_folder};

#[track_caller]
fn check(file: &str, expected: &[(&str, &str)]) {
    let reading = read_feed("catalogue", file.as_bytes());
    let variants: Vec<_> = reading.variants.iter().map(|(code, id)| (code.as_str(), id.as_str())).collect();
    assert_eq!(variants, expected, "{:?}", reading.faults);
}

#[test]
fn each_format_with_variants_says_their_codes() {
    check(
        "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price\n\
         saree,Red saree,Size,S,SAREE-S,900\nsaree,,,M,SAREE-M,950\nshawl,Shawl,Title,Default Title,,800\n",
        &[("SAREE-S", "saree"), ("SAREE-M", "saree")],
    );
    check(
        r#"{"products":[{"handle":"saree","title":"Red saree","variants":[{"sku":"SAREE-S","price":"9"},{"sku":null,"price":"9"}]}]}"#,
        &[("SAREE-S", "saree")],
    );
    check(
        "ID,Type,SKU,Name,Published,Regular price,Parent\n\
         7,variable,SAREE,Red saree,1,,\n8,variation,SAREE-S,Red saree,1,900,SAREE\n9,variation,SAREE-M,Red saree,1,900,id:7\n",
        &[("SAREE-S", "SAREE"), ("SAREE-M", "SAREE")],
    );
    check(
        "id\ttitle\tlink\tprice\titem_group_id\n1\tRed saree\thttps://a.example/1\t900 BDT\tSAREE\n2\tShawl\thttps://a.example/2\t9 BDT\t\n",
        &[("1", "SAREE")],
    );
    check("sku,title_en,price\nSAREE,Red saree,900\n", &[]);
}

#[test]
fn a_product_that_is_left_out_takes_its_variants_along() {
    check("Handle,Title,Variant SKU,Variant Price\nsaree,Red saree,SAREE-S,\n", &[]);
}

#[test]
fn the_folder_knows_the_variants_of_all_its_files() {
    let dir = tempfile::tempdir().unwrap();
    let file = |handle: &str, sku: &str| {
        format!("Handle,Title,Variant SKU,Variant Price\n{handle},Red saree,{sku},9\n")
    };
    fs::write(dir.path().join("catalogue-1.csv"), file("saree", "S-1")).unwrap();
    fs::write(dir.path().join("catalogue-2.csv"), file("shawl", "S-2")).unwrap();
    let variants = read_folder(dir.path()).variants;
    assert_eq!((variants["S-1"].as_str(), variants["S-2"].as_str()), ("saree", "shawl"));
}
