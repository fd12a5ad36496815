//! What the shop's people may know of how its videos are watched.

use std::collections::{BTreeMap, HashMap};

use alap_protocol::{
    id::{ShopId, VideoId},
    video::{AskedMoment, PART_SECONDS, PartCounts},
};
use sqlx::{Row as _, any::AnyRow};

use crate::{Store, StoreError, conversation::sequence};

/// Moments that are listed.
const ASKED: i64 = 50;

impl Store {
    /// The parts of each video that have a count, in their order.
    pub async fn video_counts(&self, shop: &ShopId) -> Result<HashMap<VideoId, Vec<PartCounts>>, StoreError> {
        let mut all: HashMap<VideoId, BTreeMap<u16, PartCounts>> = HashMap::new();
        let watched = sqlx::query("SELECT video, part, replayed, skipped FROM video_watched WHERE shop = $1")
            .bind(shop.as_str())
            .fetch_all(&self.pool)
            .await?;
        for row in &watched {
            let counts = part(&mut all, row)?;
            counts.replayed = count(row, "replayed")?;
            counts.skipped = count(row, "skipped")?;
        }
        let asked = sqlx::query(
            "SELECT video, at_second / $2 AS part, COUNT(*) AS asked FROM video_asked WHERE shop = $1 \
             GROUP BY video, at_second / $2",
        )
        .bind(shop.as_str())
        .bind(i64::from(PART_SECONDS))
        .fetch_all(&self.pool)
        .await?;
        for row in &asked {
            part(&mut all, row)?.asked = count(row, "asked")?;
        }
        Ok(all.into_iter().map(|(video, parts)| (video, parts.into_values().collect())).collect())
    }

    /// The moments that were asked about last, the newest first; at most 50.
    pub async fn asked_moments(&self, shop: &ShopId) -> Result<Vec<AskedMoment>, StoreError> {
        let rows = sqlx::query(
            "SELECT conversation, seq, video, at_second, asked_at FROM video_asked WHERE shop = $1 \
             ORDER BY asked_at DESC, conversation, seq DESC LIMIT $2",
        )
        .bind(shop.as_str())
        .bind(ASKED)
        .fetch_all(&self.pool)
        .await?;
        rows.iter().map(moment).collect()
    }
}

/// The counts of the part that a row is about.
fn part<'a>(
    all: &'a mut HashMap<VideoId, BTreeMap<u16, PartCounts>>,
    row: &AnyRow,
) -> Result<&'a mut PartCounts, StoreError> {
    let part = u16::try_from(row.try_get::<i64, _>("part")?).map_err(|_| StoreError::Corrupt("part"))?;
    let parts = all.entry(video(row)?).or_default();
    Ok(parts.entry(part).or_insert(PartCounts { part, ..PartCounts::default() }))
}

fn moment(row: &AnyRow) -> Result<AskedMoment, StoreError> {
    let corrupt = || StoreError::Corrupt("moment");
    Ok(AskedMoment {
        conversation: row.try_get::<String, _>("conversation")?.parse().map_err(|_| corrupt())?,
        seq: sequence(row, "seq")?,
        video: video(row)?,
        at: u32::try_from(row.try_get::<i64, _>("at_second")?).map_err(|_| corrupt())?,
        asked_at: row.try_get("asked_at")?,
    })
}

fn video(row: &AnyRow) -> Result<VideoId, StoreError> {
    VideoId::parse(row.try_get::<String, _>("video")?).map_err(|_| StoreError::Corrupt("video"))
}

fn count(row: &AnyRow, column: &str) -> Result<u32, StoreError> {
    Ok(u32::try_from(row.try_get::<i64, _>(column)?).unwrap_or(u32::MAX))
}
