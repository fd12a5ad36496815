//! `alap video markup`: what search engines read of the shop's videos.

use std::process::ExitCode;

use alap_protocol::{
    locale::Locale,
    pack::{Product, ShopPack},
    video::VideoHead,
};
use alap_shop::{ReadOptions, ReadVideo};
use alap_video::markup::{self, ProductRef};
use clap::Args;

use super::folder::Folder;
use crate::{
    cli::{Failure, check::print_faults, say},
    clock,
    http::origin::Origins,
};

/// `alap video markup …`
#[derive(Debug, Args)]
pub(super) struct Markup {
    /// One video; all of them without it
    id: Option<String>,
    #[command(flatten)]
    folder: Folder,
    /// Where shoppers reach this server, such as https://support.example
    #[arg(long, value_name = "URL", env = "ALAP_PUBLIC_URL")]
    site: String,
    /// The language of the pages that it is for: bn or en; the shop's first without it
    #[arg(long, value_name = "bn|en", value_parser = read_locale)]
    language: Option<Locale>,
}

fn read_locale(text: &str) -> Result<Locale, String> {
    Locale::from_tag(text).ok_or_else(|| "bn or en".to_owned())
}

/// What is written for one page.
#[derive(Debug, PartialEq, Eq)]
struct Block {
    /// Which page it is for.
    heading: String,
    element: String,
}

impl Markup {
    /// Prints it.
    pub(super) fn run(self) -> Result<ExitCode, Failure> {
        let origins = Origins::listed(&[self.site]).map_err(|error| Failure::new(error.to_string()))?;
        let options = ReadOptions { today: Some(clock::today()) };
        let reading = alap_shop::read_folder_with(self.folder.checked()?, &options);
        let sound = reading.is_sound();
        let Some(pack) = reading.pack.filter(|_| sound) else {
            print_faults(&reading.faults, Locale::En)?;
            return Err(Failure::new("the shop folder has errors"));
        };
        let locale = self.language.or(pack.shop.languages.first().copied()).unwrap_or_default();
        let named = |head: &VideoHead| self.id.as_deref().is_none_or(|id| head.id.as_str() == id);
        let videos: Vec<_> =
            pack.videos.iter().zip(&reading.videos).filter(|(head, _)| named(head)).collect();
        if videos.is_empty() {
            let id = self
                .id
                .map_or_else(|| "a video".to_owned(), |id| format!("a video “{id}” that can be watched"));
            return Err(Failure::new(format!("the shop has not got {id}; `alap check` says why")));
        }
        for (head, video) in videos {
            for missing in missing(head, video) {
                eprintln!("alap: {}: {missing}", head.id);
            }
            for Block { heading, element } in blocks(&pack, head, video, locale, origins.first()) {
                say(format_args!("<!-- {heading} -->\n{element}"))?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// What search engines want, and the folder does not say.
fn missing(head: &VideoHead, video: &ReadVideo) -> Vec<String> {
    let mut missing = Vec::new();
    if video.published.is_none() {
        let day = "search engines want to know its day: write published = \"YYYY-MM-DD\" into";
        missing.push(format!("{day} videos/{}.toml", head.id));
    }
    if head.poster.is_none() {
        missing.push("search engines want a picture: give it a poster".to_owned());
    }
    missing
}

/// One for each page of a product that it is about; one without a page where there is none.
fn blocks(pack: &ShopPack, head: &VideoHead, video: &ReadVideo, locale: Locale, site: &str) -> Vec<Block> {
    let about: Vec<&Product> = head
        .products
        .iter()
        .filter_map(|id| pack.products.iter().find(|product| product.id == *id))
        .collect();
    let page_of = |product: &Product| product.url.clone().filter(|url| url.starts_with("http"));
    let refs: Vec<ProductRef<'_>> = about
        .iter()
        .map(|product| ProductRef {
            sku: product.id.as_str(),
            name: product.title.get(locale),
            url: product.url.as_deref().filter(|url| url.starts_with("http")),
        })
        .collect();
    let description = about.first().map(|product| product.description.get(locale));
    let description = description.filter(|text| !text.is_empty()).unwrap_or_else(|| head.title.get(locale));
    let block = |heading: String, page: Option<&str>| {
        let published = video.published.as_deref();
        let markup = markup::Markup {
            head,
            sheet: &video.sheet,
            locale,
            description,
            published,
            site,
            page,
            products: &refs,
        };
        Block { heading: uncommented(&heading), element: markup::element(&markup) }
    };
    let pages = about.iter().filter_map(|product| Some((product, page_of(product)?)));
    let mut blocks: Vec<_> = pages
        .map(|(product, page)| block(format!("{}, {}: {page}", head.id, product.id), Some(&page)))
        .collect();
    if blocks.is_empty() {
        blocks.push(block(head.id.to_string(), None));
    }
    blocks
}

/// What cannot end a comment.
fn uncommented(text: &str) -> String {
    text.replace("--", "- -").replace(['<', '>'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHOP: &str = r#"id = "tanti"
name = { en = "Tanti" }
languages = ["bn", "en"]
currency = "BDT"
url = "https://tanti.example"
page_origins = ["https://tanti.example"]
bot = { name = { en = "Rupa" } }
hours = { time_zone = "Asia/Dhaka", sunday = "10:00-20:00" }
"#;
    const CATALOGUE: &str = "sku,title_en,description_en,price,url\nTB-1,Saree,Six yards.,10,/p/1\nTB-2,Shawl,,20,/p/2\n\
                             TB-3,Cap,,5,\n";

    fn blocks_of(about: &str) -> (Vec<Block>, Vec<String>) {
        let dir = tempfile::tempdir().unwrap();
        std::fs::create_dir(dir.path().join("videos")).unwrap();
        let files = [("shop.toml", SHOP), ("catalogue.csv", CATALOGUE), ("videos/kantha.toml", about)];
        for (name, text) in files {
            std::fs::write(dir.path().join(name), text).unwrap();
        }
        let reading = alap_shop::read_folder(dir.path());
        let (pack, video) = (reading.pack.unwrap(), &reading.videos[0]);
        let head = &pack.videos[0];
        (blocks(&pack, head, video, Locale::En, "https://support.example"), missing(head, video))
    }

    #[test]
    fn each_page_of_a_product_gets_its_own() {
        let (blocks, missing) = blocks_of(
            "title = { en = \"Kantha\" }\nproducts = [\"TB-1\", \"TB-2\", \"TB-3\"]\nlink = \"https://vimeo.com/76979871\"\n\
             published = \"2026-01-31\"\n",
        );
        let headings: Vec<_> = blocks.iter().map(|block| block.heading.as_str()).collect();
        assert_eq!(
            headings,
            ["kantha, TB-1: https://tanti.example/p/1", "kantha, TB-2: https://tanti.example/p/2"]
        );
        for block in &blocks {
            assert!(block.element.contains(r#""description":"Six yards.""#), "{}", block.element);
            assert!(block.element.contains(r#""uploadDate":"2026-01-31""#), "{}", block.element);
            assert!(block.element.contains(r#""embedUrl":"https://player.vimeo.com/"#), "{}", block.element);
        }
        assert_eq!(missing, ["search engines want a picture: give it a poster"]);
    }

    #[test]
    fn a_video_without_a_page_is_marked_up_all_the_same() {
        let (blocks, missing) =
            blocks_of("title = { en = \"Hello\" }\nlink = \"https://vimeo.com/76979871\"\n");
        assert_eq!(blocks.len(), 1);
        assert_eq!(blocks[0].heading, "kantha");
        assert!(missing[0].ends_with("videos/kantha.toml"), "{missing:?}");
    }

    #[test]
    fn no_name_ends_the_comment() {
        assert_eq!(uncommented("a--><script>"), "a- -  script ");
    }
}
