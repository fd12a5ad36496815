//! The numbers both sides hold each other to.

use crate::video::PART_SECONDS;

/// Characters (Unicode scalar values) in one message.
pub const MESSAGE_CHARS: usize = 4_000;
/// Products shown with one answer.
pub const ANSWER_PRODUCTS: usize = 6;
/// Things to tap below one answer.
pub const ANSWER_ACTIONS: usize = 4;
/// Entries of a FAQ: the index of `alap-faq` reads no more.
pub const FAQ_ENTRIES: usize = 5_000;
/// Bytes of a video that is played as one file: above them the seller is told what it costs shoppers.
pub const MEDIA_BYTES: u64 = 32 * 1024 * 1024;
/// Characters of an id that the seller chooses (shop, product, FAQ entry).
pub const NAME_CHARS: usize = 64;
/// Characters of a page address or title.
pub const PAGE_CHARS: usize = 2_048;
/// Characters of a name, phone or e-mail that a shop page says the shopper has.
pub const SHOPPER_CHARS: usize = 200;
/// Bytes of one HTTP request body that carries JSON.
pub const BODY_BYTES: usize = 64 * 1024;
/// Bytes of one socket frame.
pub const FRAME_BYTES: usize = 64 * 1024;
/// Frames a second that a socket may send before it is told to slow down.
pub const FRAMES_PER_SECOND: u32 = 20;
/// Messages in one page of history.
pub const PAGE_MESSAGES: u32 = 200;
/// Messages one shopper's conversation may hold.
pub const CONVERSATION_MESSAGES: u64 = 10_000;
/// Characters of a question in the FAQ, and of another way of asking it.
pub const QUESTION_CHARS: usize = 300;
/// Other ways of asking that an entry of the FAQ may have.
pub const ENTRY_VARIANTS: usize = 50;
/// Questions without an answer that a shop keeps open; the oldest fall out. As many settled ones are kept.
pub const SHOP_MISSED: u32 = 2_000;
/// Questions without an answer that one conversation may bring.
pub const CONVERSATION_MISSED: u32 = 50;
/// Moments of videos that one conversation may bring into the counts.
pub const CONVERSATION_MOMENTS: u32 = 100;
/// Questions that are read, grouped or settled at once.
pub const LESSON_QUESTIONS: usize = 500;
/// Entries that a shop may learn; more of them belong into its folder.
pub const SHOP_LEARNT: u32 = 500;
/// Forms of a shop.
pub const SHOP_FORMS: usize = 20;
/// Questions of one form, in all its sections.
pub const FORM_QUESTIONS: usize = 100;
/// Values that a form may compute.
pub const FORM_COMPUTED: usize = 50;
/// Choices of one question.
pub const QUESTION_CHOICES: usize = 60;
/// Characters of a long answer; of a short one, [`SHORT_ANSWER_CHARS`].
pub const LONG_ANSWER_CHARS: usize = 2_000;
/// Characters of a short answer.
pub const SHORT_ANSWER_CHARS: usize = 200;
/// Bytes of all the answers of a request, as JSON.
pub const ANSWERS_BYTES: usize = 48 * 1024;
/// Photos in one answer.
pub const ANSWER_PHOTOS: usize = 6;
/// Photos that one conversation may hold.
pub const CONVERSATION_PHOTOS: u32 = 60;
/// Bytes of one photo. The widget makes it smaller before it is sent.
pub const PHOTO_BYTES: usize = 1_500_000;
/// Pixels of a photo's longer side.
pub const PHOTO_PIXELS: u32 = 4_096;
/// Requests that one conversation may hold.
pub const CONVERSATION_REQUESTS: u32 = 30;
/// The largest amount of money, in the smallest unit: a hundred million taka.
pub const AMOUNT: i64 = 10_000_000_000;
/// Pieces of one order.
pub const QUANTITY: u32 = 100_000;
/// Extras of one offer.
pub const OFFER_EXTRAS: usize = 10;
/// Characters of the words that go with an offer, an answer to one, or a cancellation.
pub const OFFER_WORDS: usize = 1_000;
/// Offers and counter-offers of one request, of both sides together.
pub const REQUEST_OFFERS: u32 = 40;
/// Notes of payments of one request.
pub const REQUEST_PAYMENTS: u32 = 10;
/// Proposals for one product that the seller's rules answer in a day, in all conversations together: nobody finds a floor faster.
pub const RULE_ANSWERS_A_DAY: u32 = 20;
/// Characters of a coupon's code.
pub const COUPON_CHARS: usize = 24;
/// Booked times that still lie ahead, of one conversation and of one phone number.
pub const COMING_CALLS: u32 = 2;
/// Videos of a shop.
pub const SHOP_VIDEOS: usize = 500;
/// Seconds of one video: three hours, and a little.
pub const VIDEO_SECONDS: u32 = 4 * 60 * 60;
/// Chapters of one video.
pub const VIDEO_CHAPTERS: usize = 60;
/// Times at which products can be seen in one video.
pub const VIDEO_SHOWN: usize = 100;
/// Parts of a video that one message or report may name as watched again, and as jumped over: all of the longest one.
pub const WATCHED_PARTS: usize = (VIDEO_SECONDS / PART_SECONDS) as usize + 1;
/// Bytes of the secret that a shopper's device proves a conversation with, before it is written in hexadecimal.
pub const SECRET_BYTES: usize = 32;
/// Version of this contract. A difference means that one side is older: it says so and keeps its outbox.
pub const PROTOCOL_VERSION: u16 = 1;
