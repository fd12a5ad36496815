//! What a webhook carries, as [Standard Webhooks](https://www.standardwebhooks.com) has it: `webhook-id`,
//! `webhook-timestamp` and `webhook-signature` are headers, this is the body.

use serde::{Deserialize, Serialize};

use crate::{
    deal::{DealState, Step},
    id::{ConversationId, RequestId, Sequence, ShopId},
    message::Author,
};

/// Tells a step of a request to whoever asked to be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Notice {
    /// `request.` and [`Step::name`].
    #[serde(rename = "type")]
    pub kind: String,
    /// When the step was written, in milliseconds since 1970 UTC.
    pub timestamp: i64,
    /// What happened.
    pub data: NoticeData,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NoticeData {
    /// In which shop.
    pub shop: ShopId,
    /// In which conversation.
    pub conversation: ConversationId,
    /// To which request.
    pub request: RequestId,
    /// At which place of the conversation.
    pub seq: Sequence,
    /// How the request stands after it.
    pub state: DealState,
    /// Who did it.
    pub by: Author,
    /// What.
    pub step: Step,
}
