//! Counts how videos are watched and asked about: with the message that asks, or from a shopper who agreed to be counted.

use std::{collections::BTreeMap, fmt::Write as _};

use alap_protocol::{
    id::{Sequence, ShopId, VideoId},
    limits::CONVERSATION_MOMENTS,
    message::Body,
    video::{PART_SECONDS, Watched},
};
use sqlx::{AnyConnection, AssertSqlSafe, Row as _};

use crate::{
    Store, StoreError,
    conversation::{Conversation, number},
    requests::lock_shop,
    transaction::Step,
};

/// What is known of a shop's video when somebody asks about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Film {
    /// Whose it is.
    pub shop: ShopId,
    /// How many parts it has, of [`PART_SECONDS`] each.
    pub parts: u16,
}

impl Store {
    /// Counts what somebody watched who agreed that the shop counts it: parts of a video that has so many of them.
    pub async fn count_watched(
        &self,
        shop: &ShopId,
        video: &VideoId,
        watched: &Watched,
        parts: u16,
    ) -> Result<(), StoreError> {
        if watched.is_empty() {
            return Ok(());
        }
        self.take(&Count { shop, video, watched, parts }, None).await
    }
}

struct Count<'a> {
    shop: &'a ShopId,
    video: &'a VideoId,
    watched: &'a Watched,
    parts: u16,
}

impl Step for Count<'_> {
    type Done = ();

    async fn run(&self, connection: &mut AnyConnection) -> Result<(), StoreError> {
        // The sums of a shop have one lock: two who add to the same ones never wait for each other in a ring.
        lock_shop(connection, self.shop.as_str()).await?;
        add(connection, self.shop, self.video, self.watched, self.parts).await
    }
}

/// Notes a moment that was asked about, and counts what was watched before it: only of a video that the shop has, only within its
/// length, and only so often in one conversation. The writer has the shop locked.
pub(crate) async fn note(
    connection: &mut AnyConnection,
    row: &Conversation,
    (body, seq): (&Body, Sequence),
    film: &Film,
    now: i64,
) -> Result<(), StoreError> {
    let Body::Moment { video, at, watched, .. } = body else { return Ok(()) };
    if film.shop != row.shop || at / PART_SECONDS >= u32::from(film.parts) {
        return Ok(());
    }
    let already: i64 = sqlx::query("SELECT COUNT(*) AS already FROM video_asked WHERE conversation = $1")
        .bind(row.id.to_string())
        .fetch_one(&mut *connection)
        .await?
        .try_get("already")?;
    if already >= i64::from(CONVERSATION_MOMENTS) {
        return Ok(());
    }
    sqlx::query(
        "INSERT INTO video_asked (conversation, seq, shop, video, at_second, asked_at) VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(row.id.to_string())
    .bind(number(seq))
    .bind(row.shop.as_str())
    .bind(video.as_str())
    .bind(i64::from(*at))
    .bind(now)
    .execute(&mut *connection)
    .await?;
    add(connection, &row.shop, video, watched, film.parts).await
}

/// Adds one to each part that was watched again, and to each that was jumped over.
async fn add(
    connection: &mut AnyConnection,
    shop: &ShopId,
    video: &VideoId,
    watched: &Watched,
    parts: u16,
) -> Result<(), StoreError> {
    let mut sums: BTreeMap<u16, [u8; 2]> = BTreeMap::new();
    for (which, named) in [&watched.replayed, &watched.skipped].into_iter().enumerate() {
        for part in named.iter().filter(|part| **part < parts) {
            if let Some(sum) = sums.entry(*part).or_default().get_mut(which) {
                *sum = 1;
            }
        }
    }
    if sums.is_empty() {
        return Ok(());
    }
    // One statement for all parts, of which the longest video has some three thousand. What is written into it are numbers of
    // ours, nothing that anybody wrote.
    let mut sql = "INSERT INTO video_watched (shop, video, part, replayed, skipped) VALUES ".to_owned();
    for (place, (part, [replayed, skipped])) in sums.into_iter().enumerate() {
        let comma = if place == 0 { "" } else { ", " };
        // Writing into a string cannot fail.
        let _ = write!(sql, "{comma}($1, $2, {part}, {replayed}, {skipped})");
    }
    sql.push_str(
        " ON CONFLICT (shop, video, part) DO UPDATE SET replayed = video_watched.replayed + excluded.replayed, \
         skipped = video_watched.skipped + excluded.skipped",
    );
    sqlx::query(AssertSqlSafe(sql))
        // No two are alike: kept ready, they would only fill the memory.
        .persistent(false)
        .bind(shop.as_str())
        .bind(video.as_str())
        .execute(connection)
        .await?;
    Ok(())
}
