//! ffmpeg's filters that turn a source's frames into ones of an ordinary screen.

use crate::plan::{Matrix, Plan, Tone};

/// From the source's frames to ones of this size: BT.709, 8 bit, square pixels; with the plan's constant rate if `paced`.
pub(crate) fn filters(plan: &Plan, width: u16, height: u16, paced: bool) -> String {
    // A film whose picture begins late shows its first one until then.
    let pace = if paced { format!("fps={}:start_time=0,", plan.frames) } else { String::new() };
    let weave = if plan.interlaced { "yadif=deint=interlaced," } else { "" };
    let scaled = |coded: &str| {
        format!(
            "scale={width}:{height}:flags=lanczos:in_color_matrix={coded}:out_color_matrix=bt709:out_range=tv"
        )
    };
    let coloured = match plan.tone {
        Tone::Ordinary(Matrix::Told) => scaled("auto"),
        Tone::Ordinary(Matrix::Bt601) => scaled("bt601"),
        Tone::Ordinary(Matrix::Bt709) => scaled("bt709"),
        Tone::Rough => scaled("bt2020"),
        Tone::Mapped { pq, full_range } => {
            let transfer = if pq { "smpte2084" } else { "arib-std-b67" };
            let range = if full_range { "full" } else { "limited" };
            // Made smaller first: tone mapping a 4K frame takes thirty times as long as one of 480 lines.
            format!(
                "zscale=w={width}:h={height}:tin={transfer}:min=2020_ncl:pin=2020:rin={range}:t=linear:npl=100,\
                 format=gbrpf32le,zscale=p=709,tonemap=hable:desat=0,zscale=t=709:m=709:r=limited"
            )
        }
    };
    format!("{weave}{pace}{coloured},setsar=1,format=yuv420p")
}
