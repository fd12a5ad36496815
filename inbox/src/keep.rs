//! What outlives a reload: the language, drafts, and replies that the server has not confirmed. Where the browser keeps
//! nothing, the page goes on with what it has in memory.

use alap_protocol::{
    id::{AgentId, ClientId, ConversationId},
    locale::Locale,
};
use alap_thread::Pending;
use serde::{Serialize, de::DeserializeOwned};
use web_sys::Storage;

const LOCALE: &str = "alap-inbox:locale";

pub(crate) fn locale() -> Option<Locale> {
    get(LOCALE)
}

pub(crate) fn set_locale(locale: Locale) {
    set(LOCALE, &locale);
}

pub(crate) fn draft(me: AgentId, id: ConversationId) -> String {
    get(&draft_key(me, id)).unwrap_or_default()
}

pub(crate) fn set_draft(me: AgentId, id: ConversationId, draft: &str) {
    if draft.is_empty() {
        remove(&draft_key(me, id));
    } else {
        set(&draft_key(me, id), draft);
    }
}

fn draft_key(me: AgentId, id: ConversationId) -> String {
    format!("alap-inbox:draft:{me}:{id}")
}

/// All replies of this agent that wait, each with its conversation, in the order in which they were written.
pub(crate) fn outbox(me: AgentId) -> Vec<(ConversationId, Pending)> {
    let prefix = outbox_prefix(me);
    let Some(storage) = storage() else { return Vec::new() };
    let keys = (0..storage.length().unwrap_or(0)).filter_map(|i| storage.key(i).ok().flatten());
    let mut outbox: Vec<(ConversationId, Pending)> = keys
        .filter_map(|key| {
            let id = key.strip_prefix(&prefix)?.split(':').next()?.parse().ok()?;
            Some((id, get(&key)?))
        })
        .collect();
    outbox.sort_by_key(|(_, pending)| pending.at);
    outbox
}

/// Each reply has a key of its own, so that two tabs cannot overwrite each other's.
pub(crate) fn put_pending(me: AgentId, id: ConversationId, pending: &Pending) {
    set(&pending_key(me, id, pending.message.client_id), pending);
}

pub(crate) fn drop_pending(me: AgentId, id: ConversationId, client_id: ClientId) {
    remove(&pending_key(me, id, client_id));
}

fn outbox_prefix(me: AgentId) -> String {
    format!("alap-inbox:out:{me}:")
}

fn pending_key(me: AgentId, id: ConversationId, client_id: ClientId) -> String {
    format!("{}{id}:{client_id}", outbox_prefix(me))
}

/// Asked for each time: a browser that forbids storage throws where the ready-made wrappers would panic.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn get<T: DeserializeOwned>(key: &str) -> Option<T> {
    serde_json::from_str(&storage()?.get_item(key).ok()??).ok()
}

fn set<T: Serialize + ?Sized>(key: &str, value: &T) {
    if let (Some(storage), Ok(text)) = (storage(), serde_json::to_string(value)) {
        // Full or forbidden: nothing is lost while the page stays open.
        let _ = storage.set_item(key, &text);
    }
}

fn remove(key: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(key);
    }
}
