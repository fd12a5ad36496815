//! The shop folder of the tests.

use std::{fs, path::Path};

/// At 1,100 taka a rule says yes, below 900 no, and between it asks for more; for other products at nine tenths of their price.
const RULES: &str = "[usual]\nfloor_percent = 75\naccept_percent = 90\nrounds = 10\n\
                     [[product]]\nsku = \"NK-1\"\nfloor = 900\naccept = 1100\nrounds = 10\n";

/// A small sound shop.
pub(crate) fn write_shop(folder: &Path) {
    let week: String = ["saturday", "sunday", "monday", "tuesday", "wednesday", "thursday", "friday"]
        .map(|day| format!("{day} = \"10:00-20:00\"\n"))
        .concat();
    let toml = format!(
        "id = \"nokshi\"\nname = {{ bn = \"নকশি\", en = \"Nokshi\" }}\nlanguages = [\"bn\", \"en\"]\ncurrency = \"BDT\"\n\
         page_origins = [\"https://nokshi.example\"]\n[bot]\nname = {{ bn = \"মিতা\", en = \"Mita\" }}\n\
         [theme]\ncolor = \"#0f766e\"\n[offers]\nproposals = true\n\
         [payment]\nadvance_percent = 10\n[payment.bkash]\nnumber = \"01712345678\"\ntakes = \"payment\"\n[hours]\ntime_zone = \"Asia/Dhaka\"\n{week}"
    );
    fs::write(folder.join("shop.toml"), toml).unwrap();
    fs::write(folder.join("faq.md"), faq("৬০ টাকা।")).unwrap();
    fs::write(folder.join("catalogue.csv"), "sku,title_en,price\nNK-1,Saree,1200\n").unwrap();
    fs::create_dir(folder.join("forms")).unwrap();
    fs::write(folder.join("forms/call.toml"), include_str!("forms/call.toml")).unwrap();
    fs::write(folder.join("forms/dress.toml"), include_str!("forms/dress.toml")).unwrap();
    fs::write(folder.join("price-rules.toml"), RULES).unwrap();
    fs::create_dir(folder.join("media")).unwrap();
    fs::write(folder.join("media/nk-1.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>").unwrap();
}

pub(crate) fn faq(answer: &str) -> String {
    format!("## delivery\nbn? ডেলিভারি চার্জ কত?\nbn: {answer}\nen? How much is delivery?\nen: 60 taka.\n")
}
