//! The demo shop's videos in every quality, made from its films by the server's own program.

use anyhow::Result;

use crate::{place, run, server};

/// Makes what is not made yet. Without ffmpeg that is nothing, and the films play as they are.
pub(crate) fn make(has_ffmpeg: bool) -> Result<()> {
    if !has_ffmpeg {
        println!("Without ffmpeg the demo's videos play as plain files, in one quality each.");
        return Ok(());
    }
    let mut alap =
        run::command(server::binary("alap").to_string_lossy().as_ref(), &["video", "make", "--shop"])?;
    run::quietly("the demo's videos (1 to 2 min the first time)", alap.arg(place::DEMO_SHOP))
}
