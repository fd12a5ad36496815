//! Ids, each a type of its own.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::limits;

macro_rules! uuid_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::from_str(text).map(Self)
            }
        }
    };
}

uuid_id! {
    /// A conversation. Made by the shopper's device, so that it can be written down before the server is reached.
    ConversationId
}
uuid_id! {
    /// A message, named by the device that wrote it: sent twice, it is still one message.
    ClientId
}
uuid_id! {
    /// A person who answers.
    AgentId
}
uuid_id! {
    /// A form that was filled in and sent, and all that follows from it. Made by the shopper's device: sent twice, it is
    /// still one request.
    RequestId
}
uuid_id! {
    /// A picture that a shopper attached. Made by the shopper's device.
    PhotoId
}

/// Why a name chosen by a seller is not one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// Nothing was given.
    #[error("the name is empty")]
    Empty,
    /// More than [`limits::NAME_CHARS`] characters.
    #[error("the name is longer than 64 characters")]
    TooLong,
    /// A control character, white space at an end, or a slash.
    #[error("the name has a character that names may not have")]
    Character,
}

fn check_name(name: &str) -> Result<(), NameError> {
    if name.is_empty() {
        return Err(NameError::Empty);
    }
    if name.chars().count() > limits::NAME_CHARS {
        return Err(NameError::TooLong);
    }
    if name.trim() != name || name.chars().any(|c| c.is_control() || c == '/' || c == '\\') {
        return Err(NameError::Character);
    }
    Ok(())
}

macro_rules! name_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Checks a name: 1 to 64 characters, none of them a control character or a slash.
            pub fn parse(name: impl Into<String>) -> Result<Self, NameError> {
                let name = name.into();
                check_name(&name)?;
                Ok(Self(name))
            }

            /// The name as it was written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = NameError;

            fn try_from(name: String) -> Result<Self, Self::Error> {
                Self::parse(name)
            }
        }

        impl From<$name> for String {
            fn from(name: $name) -> Self {
                name.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

name_id! {
    /// A shop: the `id` in its `shop.toml`, the `data-shop` of its snippet.
    ShopId
}
name_id! {
    /// A product: the seller's own SKU.
    ProductId
}
name_id! {
    /// A FAQ entry, as the seller named it.
    EntryId
}
name_id! {
    /// A form: the name of its file in the shop folder's `forms`, without `.toml`.
    FormId
}
name_id! {
    /// A video: the name of its file in the shop folder's `videos`, without `.toml`.
    VideoId
}
name_id! {
    /// A question or a computed value of a form, as the seller named it; one name space for both.
    QuestionId
}

/// The place of a message in its conversation: 1, 2, 3, … without a gap. As a cursor, 0 is "before the first".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct Sequence(pub u64);

impl Sequence {
    /// The one after this.
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_may_be_bangla_but_not_a_path() {
        assert_eq!(ProductId::parse("জামদানি-01").unwrap().as_str(), "জামদানি-01");
        assert_eq!(ProductId::parse(""), Err(NameError::Empty));
        assert_eq!(ProductId::parse("../x"), Err(NameError::Character));
        assert_eq!(ProductId::parse(" x"), Err(NameError::Character));
        assert_eq!(ProductId::parse("x".repeat(65)), Err(NameError::TooLong));
    }

    #[test]
    fn a_bad_name_is_refused_when_it_is_read() {
        assert!(serde_json::from_str::<ShopId>("\"a\\u0000b\"").is_err());
        assert!(serde_json::from_str::<ConversationId>("\"not-a-uuid\"").is_err());
    }
}
