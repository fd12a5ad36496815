//! What the poster and the player are made of. Nothing from outside is in here: texts are put into it as texts.
//!
//! `data-at` names a part, `data-do` and `data-control` what a tap does, `data-t` the words of an element, `data-l` its name.

use alap_ui::components::IconName;

/// The controls in their order; two have another icon at times.
const CONTROLS: [(&str, IconName); 7] = [
    ("play", IconName::PLAY),
    ("mute", IconName::SOUND),
    ("captions", IconName::CAPTIONS),
    ("speed", IconName::SPEED),
    ("quality", IconName::QUALITY),
    ("small", IconName::SMALL),
    ("full", IconName::FULL),
];

/// A poster.
pub(super) fn poster() -> String {
    format!(
        r#"<h2 data-at="hello" data-t="video.hello"></h2><button type="button" class="poster" data-at="poster"><span class="poster-ground"><picture data-at="picture"></picture><span class="poster-sign">{}</span></span><span class="unseen" data-t="video.play"></span> <span class="poster-title" data-at="title"></span><span class="poster-note" data-at="note"></span></button>"#,
        icon(IconName::PLAY)
    )
}

/// The stage, and what helps when it does not play.
pub(super) fn stage() -> String {
    let controls: String = CONTROLS.iter().map(control).collect();
    format!(
        r#"<h2 class="player-title" data-at="title"></h2><div class="stage" data-at="stage" role="group" tabindex="0" data-l="video.stage"><div class="stage-picture" data-do="play"><video class="stage-video" data-at="video" playsinline preload="none"></video><canvas class="stage-still" data-at="still" hidden></canvas><button type="button" class="stage-sign" data-at="sign" data-l="video.play">{}</button><p class="stage-word" data-at="word" role="status"></p></div><div class="stage-site" data-at="site"><p data-at="site-note"></p><button type="button" class="button" data-at="agree" data-do="agree" data-t="video.play"></button><a class="stage-page" data-at="page" target="_blank" rel="noopener"></a></div><div class="controls"><div class="seek"><span class="seek-time" data-at="now"></span><div class="seek-bar"><span data-at="ticks"></span><input type="range" data-at="range" min="0" step="1" data-l="video.seek"><span class="seek-preview" data-at="preview" aria-hidden="true" hidden><span class="seek-picture" data-at="strip"></span><span data-at="looks"></span></span></div><span class="seek-time" data-at="all"></span></div><div class="controls-row">{controls}<input type="range" class="controls-volume" data-at="volume" step="5" data-l="video.volume"></div><div class="controls-menu" data-at="menu" role="group" hidden></div></div></div><div class="player-below"><p class="player-note" data-at="resumed" role="status" data-t="video.resumed"></p>{}{}{}<a class="button button-quiet" data-at="elsewhere" data-t="video.elsewhere" target="_blank" rel="noopener"></a><button type="button" class="button player-ask" data-at="ask" data-do="ask">{}<span data-t="video.ask"></span></button><h3 data-at="products" data-t="video.products"></h3></div>"#,
        icon(IconName::PLAY),
        help("start", "video.from_start"),
        help("lower", "video.try_lower"),
        help("plain", "video.try_plain"),
        icon(IconName::CHAT),
    )
}

/// What stands below the products.
pub(super) const BELOW: &str = r#"<nav class="player-chapters" data-at="chapters"><h3 data-t="video.chapters"></h3><ol data-at="list"></ol></nav><label class="player-counts" data-at="counts"><input type="checkbox" data-at="count" data-do="count"><span data-t="video.counts"></span></label>"#;

fn icon(name: IconName) -> String {
    format!(r#"<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="{}"/></svg>"#, name.path())
}

fn control((name, shown): &(&str, IconName)) -> String {
    format!(
        r#"<button type="button" class="button-icon" data-control="{name}" data-at="do-{name}">{}</button>"#,
        icon(*shown)
    )
}

fn help(name: &str, words: &str) -> String {
    format!(
        r#"<button type="button" class="button button-quiet" data-at="{name}" data-do="{name}" data-t="{words}"></button>"#
    )
}
