//! Videos as the pack and the server want them.

use alap_protocol::{pack::Product, video::VideoHead};

use super::{Video, Videos, poster};
use crate::folder::{ReadVideo, version};

impl Videos {
    /// The heads for the pack, and the sheets, in one order. A video without a picture gets that of its first product.
    pub(crate) fn finish(self, products: &[Product]) -> (Vec<VideoHead>, Vec<ReadVideo>) {
        let finished = self.list.into_iter().map(|video| {
            let Video { mut head, mut sheet, captions, published, size, .. } = video;
            let first = head.products.first().filter(|_| head.poster.is_none());
            let product = first.and_then(|id| products.iter().find(|product| product.id == *id));
            let image = product.and_then(|product| product.image.clone());
            head.poster = head.poster.or(image.map(|image| poster::of(image, size)));
            sheet.version = version(&sheet);
            head.version.clone_from(&sheet.version);
            (head, ReadVideo { sheet, captions, published })
        });
        finished.unzip()
    }
}

/// Whole seconds of so many milliseconds, at least one.
pub(super) fn seconds(milliseconds: u64) -> u32 {
    u32::try_from((milliseconds.saturating_add(500) / 1_000).max(1)).unwrap_or(u32::MAX)
}
