//! Every mistake that a shop folder can have: its name, how bad it is, the key of its words, what the words name.

use alap_intake::define::Expected;
use alap_protocol::locale::Locale;

use crate::{
    Severity,
    detail::{Detail, Figure, Place},
};

mod list;
mod video;

use list::problems;
pub use video::VideoProblem;

problems! {
    /// What is wrong.
    Problem, and of them
    /// Wrong with a video.
    Video(VideoProblem);

    // Files.

    /// There is no such folder.
    Error NoFolder "no_folder" {}
    /// A file that every shop folder has.
    Error NoFile "no_file" {}
    /// The file cannot be opened or read.
    Error Unreadable "unreadable" {}
    /// More bytes than the reader takes.
    Error TooLarge "too_large" { megabytes: u64 }
    /// Saved as "Unicode text": UTF-16.
    Error Utf16 "utf16" {}
    /// A picture, a spreadsheet, an archive.
    Error NotText "not_text" {}
    /// UTF-8 with broken letters in it.
    Error BrokenLetters "broken_letters" {}
    /// Read as Windows-1252.
    Warning Windows1252 "windows_1252" {}
    /// Nothing in it.
    Warning EmptyFile "empty_file" {}
    /// More mistakes than are listed.
    Error More "more" { count: u64 }
    /// More catalogue files than the reader opens.
    Error TooManyFiles "too_many_files" { most: u64 }

    // shop.toml.

    /// Not TOML.
    Error Toml "toml" { text: String }
    /// A key that nobody knows.
    Error UnknownKey "unknown_key" { key: String, guess: Option<String> }
    /// A key that must be there.
    Error MissingKey "missing_key" { key: String }
    /// Not a text in quotes.
    Error WantsText "wants_text" { key: String }
    /// Not a text in each language.
    Error WantsLanguages "wants_languages" { key: String }
    /// Not a list.
    Error WantsList "wants_list" { key: String }
    /// Not a section.
    Error WantsSection "wants_section" { key: String }
    /// Not a whole number in its range.
    Error WantsNumber "wants_number" { key: String, least: u64, most: u64 }
    /// Neither `true` nor `false`.
    Error WantsSwitch "wants_switch" { key: String }
    /// Nothing between the quotes.
    Error EmptyText "empty_text" { key: String }
    /// Too long a text.
    Error LongText "long_text" { key: String, most: u64 }
    /// Not an id.
    Error BadShopId "bad_shop_id" { text: String }
    /// Neither `bn` nor `en`.
    Error BadLanguage "bad_language" { text: String }
    /// Not a code such as `BDT`.
    Error BadCurrency "bad_currency" { text: String }
    /// Not scheme, host and port.
    Error BadOrigin "bad_origin" { text: String }
    /// Not the address of a shop.
    Error BadShopUrl "bad_shop_url" { text: String }
    /// Not `#rrggbb`.
    Error BadColor "bad_color" { text: String }
    /// Not an IANA name.
    Error BadTimeZone "bad_time_zone" { text: String, guess: Option<String> }
    /// Not `10:00-20:00` or `closed`.
    Error BadHours "bad_hours" { text: String }
    /// Two spans that overlap.
    Error OverlappingHours "overlapping_hours" { key: String }
    /// Closed all week.
    Warning NeverOpen "never_open" {}
    /// Not `YYYY-MM-DD`.
    Error BadDate "bad_date" { text: String }
    /// Ends before it begins.
    Error TurnedDates "turned_dates" { from: String, to: String }
    /// Not a telephone number.
    Error BadPhone "bad_phone" { key: String, text: String }
    /// Not the name of a page.
    Error BadMessenger "bad_messenger" { text: String }
    /// Not an e-mail address.
    Error BadEmail "bad_email" { text: String }

    /// The bot would ask back where it already answers.
    Error TurnedSureness "turned_sureness" { answer: u64, ask_back: u64 }
    /// More old stock than can be pushed.
    Error TooManyClearance "too_many_clearance" { count: u64, most: u64 }
    /// Old stock that no catalogue has (any more).
    Warning UnknownClearance "unknown_clearance" { sku: String, guess: Option<String> }

    /// None of the words that can stand there.
    Error UnknownWord "unknown_word" { key: String, text: String, words: Vec<String>, guess: Option<String> }
    /// Not a number with at most three digits behind the point.
    Error WantsDecimal "wants_decimal" { key: String }
    /// Not an amount of the shop's money.
    Error WantsAmount "wants_amount" { key: String, text: String }

    // How an advance is paid.

    /// Not a mobile number of Bangladesh.
    Error BadWallet "bad_wallet" { key: String, text: String }
    /// An advance is asked for, but there is no wallet and no QR.
    Error NoWayToPay "no_way_to_pay" {}
    /// A QR that wallet apps do not find among a phone's pictures.
    Warning SvgQr "svg_qr" { path: String }
    /// More than the guidelines allow without escrow.
    Warning LargeAdvance "large_advance" { percent: u64, most: u64 }
    /// What binds a shop that asks for an advance.
    Warning AdvanceRules "advance_rules" {}
    /// A day further off than what is paid for in advance may take.
    Warning LateDelivery "late_delivery" { days: u64, most: u64 }

    // Price rules.

    /// A product that no catalogue has (any more).
    Warning UnknownRuleProduct "unknown_rule_product" { sku: String, guess: Option<String> }
    /// Two rules for one product.
    Error DuplicateRule "duplicate_rule" { sku: String, place: Place }
    /// Declined where it would be accepted.
    Error FloorAboveAccept "floor_above_accept" {}
    /// Even the full price would be declined.
    Warning FloorAbovePrice "floor_above_price" { sku: String }
    /// Even the full price would not be accepted.
    Warning AcceptAbovePrice "accept_above_price" { sku: String }
    /// A product whose price is in another currency.
    Warning ForeignRule "foreign_rule" { sku: String }
    /// Not a coupon's code.
    Error BadCouponCode "bad_coupon_code" { text: String }

    // Forms.

    /// More forms than a shop may have.
    Error TooManyForms "too_many_forms" { most: u64 }
    /// A file name that cannot be a form's.
    Error BadFormName "bad_form_name" { text: String }
    /// A form that the folder does not have.
    Error UnknownForm "unknown_form" { text: String, guess: Option<String> }
    /// Cannot be the name of a question.
    Error BadQuestionName "bad_question_name" { text: String }
    /// A choice that is no section.
    Error WantsChoice "wants_choice" {}
    /// A condition or expression that cannot be read.
    Error BadRule "bad_rule" { key: String, rest: String, column: u64, expected: Expected }
    /// A condition or expression that ends too soon.
    Error OpenRule "open_rule" { key: String, expected: Expected }
    /// A condition or expression with too many steps within each other.
    Error DeepRule "deep_rule" { key: String, most: u64 }
    /// A condition or expression with too many parts.
    Error LargeRule "large_rule" { key: String, most: u64 }
    /// Two questions or computed values of one name.
    Error DuplicateQuestion "duplicate_question" { id: String }
    /// A question that the form does not have.
    Error UnknownQuestion "unknown_question" { name: String, guess: Option<String> }
    /// A choice that the question does not have.
    Error UnknownChoice "unknown_choice" { of: String, choice: String, guess: Option<String> }
    /// Nothing can be worked out of its answers.
    Error NotANumber "not_a_number" { name: String }
    /// `is` with a question that has neither choices nor products nor text.
    Error NotAWord "not_a_word" { name: String }
    /// A condition on a question that comes later.
    Error LaterQuestion "later_question" { name: String }
    /// A condition on a computed value that needs a later question.
    Error ComputedTooEarly "computed_too_early" { name: String, needs: String }
    /// Computed values that need each other.
    Error Cycle "cycle" { names: Vec<String> }
    /// A jump to a question that does not come later.
    Error JumpBack "jump_back" { to: String }
    /// A jump behind one that always counts.
    Warning DeadJump "dead_jump" { id: String }
    /// A question that is always jumped over.
    Error Unreachable "unreachable" { id: String }
    /// A condition that can never hold.
    Error NeverHolds "never_holds" {}
    /// A condition that always holds.
    Warning AlwaysHolds "always_holds" {}
    /// More of something than a form may have.
    Error TooManyInForm "too_many_in_form" { key: String, most: u64 }
    /// A form without a question.
    Error NoQuestions "no_questions" {}
    /// A list with nothing in it.
    Error NoChoices "no_choices" { id: String }
    /// Two choices of one name.
    Error DuplicateChoice "duplicate_choice" { id: String, choice: String }
    /// Cannot be the name of a choice.
    Error BadChoiceName "bad_choice_name" { id: String }
    /// Not `#rrggbb`.
    Error BadChoiceColour "bad_choice_colour" { id: String }
    /// The smallest above the largest.
    Error LeastAboveMost "least_above_most" { id: String }
    /// A number out of its bounds.
    Error OutOfBounds "out_of_bounds" { id: String, least: Figure, most: Figure }
    /// No words where there have to be.
    Error NoWords "no_words" { id: String }
    /// In English only.
    Warning NoBangla "no_bangla" { id: String }
    /// In Bangla only.
    Warning NoEnglish "no_english" { id: String }
    /// A box that would be ticked beforehand.
    Error ConsentPrefilled "consent_prefilled" { id: String }
    /// Filled in beforehand with what is no answer to it.
    Error PrefillKind "prefill_kind" { id: String }
    /// A second question for a time.
    Error SecondSlot "second_slot" { id: String }
    /// A call without a question for a time.
    Error NoSlot "no_slot" {}

    // Pictures and addresses.

    /// `javascript:` and the like.
    Error UnsafeAddress "unsafe_address" { text: String }
    /// Neither a web address nor a path.
    Error BadAddress "bad_address" { text: String }
    /// A path with `..` in it.
    Error OutsideFolder "outside_folder" { text: String }
    /// No such file.
    Error NoPicture "no_picture" { path: String, guess: Option<String> }
    /// A file that is in the folder, but not in `media/`.
    Error NotInMedia "not_in_media" { path: String }
    /// A file that is no picture.
    Error NotAPicture "not_a_picture" { path: String }
    /// A picture whose size cannot be read.
    Warning NoPictureSize "no_picture_size" { path: String }

    /// No such file.
    Error NoVideo "no_video" { path: String, guess: Option<String> }
    /// A file that is no video.
    Error NotAVideo "not_a_video" { path: String }
    /// More bytes than a shopper should be given at once.
    Warning LargeVideo "large_video" { path: String, megabytes: u64 }

    // Questions and answers.

    /// No id after `##`, or in the column.
    Error NoEntryId "no_entry_id" {}
    /// An id that cannot be one.
    Error BadEntryId "bad_entry_id" { text: String }
    /// Two entries of one id.
    Error DuplicateEntry "duplicate_entry" { id: String, place: Place }
    /// No question in any language.
    Error NoQuestion "no_question" { id: String }
    /// No answer in any language.
    Error NoAnswer "no_answer" { id: String }
    /// More characters than a message may have.
    Error LongAnswer "long_answer" { id: String, chars: u64, most: u64 }
    /// Too long a question or variant.
    Error LongQuestion "long_question" { id: String, most: u64 }
    /// A label that nobody knows.
    Error UnknownLabel "unknown_label" { label: String, guess: Option<String> }
    /// A label that may stand once only.
    Error RepeatedLabel "repeated_label" { label: String }
    /// A text that no label stands before.
    Error NoLabel "no_label" { text: String }
    /// A label with nothing after it.
    Error EmptyLabel "empty_label" { label: String }
    /// Too many ways of asking.
    Error TooManyVariants "too_many_variants" { id: String, count: u64, most: u64 }
    /// Too many products under an answer.
    Error TooManyProducts "too_many_products" { id: String, count: u64, most: u64 }
    /// A product that no catalogue has.
    Error UnknownProduct "unknown_product" { sku: String, guess: Option<String> }
    /// Too long for a button.
    Error LongChip "long_chip" { text: String, most: u64 }
    /// Not `0:42`.
    Error BadMoment "bad_moment" { text: String }
    /// None of the ways to reach the shop.
    Error BadContact "bad_contact" { text: String, guess: Option<String> }
    /// A way to reach the shop that `shop.toml` does not have.
    Error NoSuchChannel "no_such_channel" { channel: String }
    /// Too many things to tap below an answer.
    Error TooManyActions "too_many_actions" { id: String, count: u64, most: u64 }
    /// More entries than the bot reads.
    Error TooManyEntries "too_many_entries" { most: u64 }
    /// No entry anywhere.
    Warning NoEntries "no_entries" {}

    // What is suggested.

    /// Cannot be read to its end.
    Warning ModelDamaged "model_damaged" {}
    /// Written by another version.
    Warning ModelVersion "model_version" {}
    /// Names none of the products.
    Warning ModelForeign "model_foreign" {}

    // Catalogue files.

    /// No product anywhere.
    Warning NoProducts "no_products" {}
    /// More products than a shop may have.
    Error TooManyInAll "too_many_in_all" { most: u64 }
    /// None of the formats.
    Error UnknownFormat "unknown_format" {}
    /// Columns that must be there.
    Error MissingColumns "missing_columns" { columns: Vec<String> }
    /// A column that nobody knows.
    Warning UnknownColumn "unknown_column" { column: String, guess: Option<String> }
    /// A column that is there twice.
    Error DuplicateColumn "duplicate_column" { column: String }
    /// Too few or too many cells.
    Error BadRow "bad_row" { cells: u64, wanted: u64 }
    /// A quotation mark that never closes.
    Error OpenQuote "open_quote" {}
    /// Not XML.
    Error Xml "xml" {}
    /// Not JSON.
    Error Json "json" {}
    /// An item of JSON that lacks what a product needs.
    Error JsonItem "json_item" {}

    // Products.

    /// No SKU.
    Error NoSku "no_sku" {}
    /// A SKU that cannot be one.
    Error BadSku "bad_sku" { text: String }
    /// Two products of one SKU.
    Error DuplicateSku "duplicate_sku" { sku: String, place: Place }
    /// No title.
    Error NoTitle "no_title" { sku: String }
    /// Too long a title.
    Warning LongTitle "long_title" { sku: String, most: u64 }
    /// Too long a description.
    Warning LongDescription "long_description" { sku: String, most: u64 }
    /// No price.
    Error NoPrice "no_price" { sku: String }
    /// Not a price.
    Error BadPrice "bad_price" { column: String, text: String }
    /// Below zero.
    Error NegativePrice "negative_price" { column: String, text: String }
    /// Zero.
    Warning ZeroPrice "zero_price" { sku: String }
    /// An old price that is not above the price.
    Warning OldPriceNotHigher "old_price_not_higher" { sku: String }
    /// None of the three.
    Error BadAvailability "bad_availability" { text: String }
    /// Not `name: value`.
    Error BadAttribute "bad_attribute" { text: String }
    /// Dates of a sale that cannot be read.
    Warning BadSaleDates "bad_sale_dates" { text: String }
    /// A draft, a hidden one.
    Warning NotPublished "not_published" { sku: String }
    /// A row for a whole group that has no price of its own.
    Warning NotForSale "not_for_sale" { sku: String, kind: String }
    /// A variation whose product is not in the file.
    Error LostVariant "lost_variant" { text: String }
}
