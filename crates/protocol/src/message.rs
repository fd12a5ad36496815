//! What was said, and by whom.

use serde::{Deserialize, Serialize};

use crate::{
    deal::Step,
    id::{AgentId, ClientId, EntryId, ProductId, RequestId, Sequence, VideoId},
    limits::{ANSWER_PRODUCTS, VIDEO_SECONDS},
    text::MessageText,
    video::Watched,
};

/// Who said it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Author {
    /// The shopper.
    Shopper {},
    /// The bot, on the shopper's device.
    Bot {},
    /// A person of the shop.
    Agent {
        /// Which.
        id: AgentId,
        /// The name shown.
        name: String,
    },
    /// The system: a note that something happened.
    System {},
}

/// What was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Body {
    /// Words of the shopper or of an agent.
    Text {
        /// The words.
        text: MessageText,
    },
    /// The bot's answer from the shop pack.
    Answer {
        /// As it was shown.
        text: MessageText,
        /// The FAQ entry that it came from; none for small talk and for "I don't know".
        #[serde(default, skip_serializing_if = "Option::is_none")]
        entry: Option<EntryId>,
        /// The products shown with it, at most [`ANSWER_PRODUCTS`].
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        products: Vec<ProductId>,
        /// The bot had no answer to what the shopper wrote last: "I don't know", or none of what it offered was meant.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        missed: bool,
    },
    /// Whether an answer of the bot helped. The last word on an answer counts.
    Feedback {
        /// The answer.
        answer: ClientId,
        /// Yes or no.
        helped: bool,
    },
    /// The products that the shopper looked at last, chosen to be shown to the shop.
    Viewed {
        /// The newest first, from 1 to [`ANSWER_PRODUCTS`].
        products: Vec<ProductId>,
    },
    /// A moment of a video, which the shopper's next words are about.
    Moment {
        /// Which video.
        video: VideoId,
        /// The moment, in seconds from the start.
        at: u32,
        /// The product that can be seen there, or that the video is about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        product: Option<ProductId>,
        /// What of the video was watched again or jumped over.
        #[serde(default, skip_serializing_if = "Watched::is_empty")]
        watched: Watched,
    },
    /// Something that happened. Only the server writes these.
    Event {
        /// What.
        event: Event,
    },
    /// Something that happened to a request. Only the server writes these, whoever did it.
    Step {
        /// Which request.
        request: RequestId,
        /// What.
        step: Box<Step>,
    },
}

/// What happened to a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// A person of the shop took it up, or it was handed on.
    Assigned {
        /// The name shown.
        name: String,
    },
    /// A person of the shop closed it.
    Closed {},
    /// It was taken up again.
    Reopened {},
}

/// A message as a device hands it in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewMessage {
    /// The device's name for it: the same id with the same body is the same message.
    pub client_id: ClientId,
    /// What was said.
    pub body: Body,
}

/// Why a body may not come from where it came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BodyError {
    /// Only the server writes events.
    #[error("events are written by the server")]
    Event,
    /// Only the shopper's device brings the bot's answers, and the shopper's word on them.
    #[error("an agent writes text")]
    NotText,
    /// More than [`ANSWER_PRODUCTS`].
    #[error("at most 6 products can stand in one message")]
    TooManyProducts,
    /// A list of products without one.
    #[error("a list of products has at least one")]
    NoProducts,
    /// Past what any video has, or a list of watched parts that is too long or not in order.
    #[error("this is no moment of a video")]
    NoMoment,
}

impl Body {
    /// May a shopper's device hand this in, and who is then its author?
    pub fn author_from_shopper(&self) -> Result<Author, BodyError> {
        match self {
            Self::Text { .. } | Self::Feedback { .. } => Ok(Author::Shopper {}),
            Self::Answer { products, .. } | Self::Viewed { products } if products.len() > ANSWER_PRODUCTS => {
                Err(BodyError::TooManyProducts)
            }
            Self::Viewed { products } if products.is_empty() => Err(BodyError::NoProducts),
            Self::Moment { at, watched, .. } if *at > VIDEO_SECONDS || !watched.is_proper() => {
                Err(BodyError::NoMoment)
            }
            Self::Viewed { .. } | Self::Moment { .. } => Ok(Author::Shopper {}),
            Self::Answer { .. } => Ok(Author::Bot {}),
            Self::Event { .. } | Self::Step { .. } => Err(BodyError::Event),
        }
    }

    /// May an agent hand this in?
    pub fn allowed_from_agent(&self) -> Result<(), BodyError> {
        match self {
            Self::Text { .. } => Ok(()),
            Self::Answer { .. } | Self::Feedback { .. } | Self::Viewed { .. } | Self::Moment { .. } => {
                Err(BodyError::NotText)
            }
            Self::Event { .. } | Self::Step { .. } => Err(BodyError::Event),
        }
    }

    /// The words, where there are any.
    pub fn text(&self) -> Option<&MessageText> {
        match self {
            Self::Text { text } | Self::Answer { text, .. } => Some(text),
            Self::Feedback { .. }
            | Self::Viewed { .. }
            | Self::Moment { .. }
            | Self::Event { .. }
            | Self::Step { .. } => None,
        }
    }
}

/// A message as it stands in its conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Message {
    /// Its place: dense, from 1.
    pub seq: Sequence,
    /// The name the device gave it.
    pub client_id: ClientId,
    /// Who said it.
    pub author: Author,
    /// What was said.
    pub body: Body,
    /// When the server wrote it, in milliseconds since 1970 UTC.
    pub at: i64,
}

/// The server's word that a message is on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Ack {
    /// Which message.
    pub client_id: ClientId,
    /// The place that it was given.
    pub seq: Sequence,
    /// When it was written, in milliseconds since 1970 UTC.
    pub at: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<NewMessage, serde_json::Error> {
        serde_json::from_str(json)
    }

    #[test]
    fn an_unknown_field_is_refused() {
        let good = r#"{"client_id":"6b1f0d52-1f5a-4a8e-9f5f-0f8f3a1f2b3c","body":{"text":{"text":"দাম?"}}}"#;
        assert!(read(good).is_ok());
        assert!(read(&good.replace(r#"{"text":"দাম?"}"#, r#"{"role":"agent","text":"দাম?"}"#)).is_err());
        assert!(read(&good.replace(r#""body""#, r#""shop_id":"x","body""#)).is_err());
    }

    #[test]
    fn a_shopper_cannot_write_an_event_nor_an_agent_an_answer() {
        let event = Body::Event { event: Event::Closed {} };
        assert_eq!(event.author_from_shopper(), Err(BodyError::Event));
        let text = MessageText::parse("হ্যাঁ").unwrap();
        let answer = Body::Answer { text, entry: None, products: vec![], missed: false };
        assert_eq!(answer.author_from_shopper(), Ok(Author::Bot {}));
        assert_eq!(answer.allowed_from_agent(), Err(BodyError::NotText));
    }

    #[test]
    fn a_moment_comes_from_a_shopper_and_lies_in_a_video() {
        let of = |at: u32, replayed: Vec<u16>| {
            let video = VideoId::parse("kantha").unwrap();
            Body::Moment { video, at, product: None, watched: Watched { replayed, skipped: vec![] } }
        };
        assert_eq!(of(42, vec![1, 2]).author_from_shopper(), Ok(Author::Shopper {}));
        assert_eq!(of(VIDEO_SECONDS + 1, vec![]).author_from_shopper(), Err(BodyError::NoMoment));
        assert_eq!(of(42, vec![2, 2]).author_from_shopper(), Err(BodyError::NoMoment));
        assert_eq!(of(42, vec![]).allowed_from_agent(), Err(BodyError::NotText));
    }

    #[test]
    fn what_was_looked_at_is_a_few_products_shown_by_the_shopper() {
        let of = |count: usize| {
            let products = (0..count).map(|i| ProductId::parse(format!("P-{i}")).unwrap()).collect();
            Body::Viewed { products }
        };
        assert_eq!(of(ANSWER_PRODUCTS).author_from_shopper(), Ok(Author::Shopper {}));
        assert_eq!(of(ANSWER_PRODUCTS + 1).author_from_shopper(), Err(BodyError::TooManyProducts));
        assert_eq!(of(0).author_from_shopper(), Err(BodyError::NoProducts));
        assert_eq!(of(1).allowed_from_agent(), Err(BodyError::NotText));
    }
}
