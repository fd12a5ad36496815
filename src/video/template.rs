//! What the poster and the player are made of. Nothing from outside is in here: texts are put into it as texts.
//!
//! An `id` names a part, `data-do` what a tap does, `data-control` a control, `data-t` the words of an element, `data-l` its name.

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
    filled(
        r#"<h2 id="v-hello" data-t="video.hello"></h2><button type="button" class="poster" id="v-poster"><span class="poster-ground"><picture id="v-picture"></picture><span class="poster-sign">{play}</span></span><span class="unseen" data-t="video.play"></span> <span class="poster-title" id="v-name"></span><span class="poster-note" id="v-note"></span></button>"#,
    )
}

/// The stage, what helps when it does not play, products, chapters.
pub(super) fn player() -> String {
    let mut controls = String::new();
    for (name, icon) in CONTROLS {
        controls.push_str(&CONTROL.replace("{}", name).replace("{icon}", icon.path()));
    }
    filled(PLAYER).replace("{controls}", &controls)
}

const SVG: &str = r#"<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=""#;
const CONTROL: &str = r#"<button type="button" class="button-icon" data-do="{}" data-control="{}" data-l="video.{}" id="v-{}"><svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="{icon}"/></svg></button>"#;
const PLAYER: &str = r#"<h2 class="player-title" id="v-title"></h2><div class="stage" id="v-stage" role="group" tabindex="0" data-l="video.stage"><div class="stage-picture" data-do="play"><video class="stage-video" id="v-video" playsinline preload="none"></video><canvas class="stage-still" id="v-still" hidden></canvas><button type="button" class="stage-sign" id="v-sign" data-l="video.play">{play}</button><p class="stage-word" id="v-word" role="status"></p></div><div class="stage-site" id="v-site"><p id="v-site-note"></p><button type="button" class="button" id="v-agree" data-do="agree" data-t="video.play"></button><a class="stage-page" id="v-page" target="_blank" rel="noopener"></a></div><div class="controls"><div class="seek"><span class="seek-time" id="v-now"></span><div class="seek-bar"><span id="v-ticks"></span><input type="range" id="v-range" min="0" step="1" data-l="video.seek"><span class="seek-preview" id="v-preview" aria-hidden="true" hidden><span class="seek-picture" id="v-strip"></span><span id="v-looks"></span></span></div><span class="seek-time" id="v-all"></span></div><div class="controls-row">{controls}<input type="range" class="controls-volume" id="v-volume" step="5" data-l="video.volume"></div><div class="controls-menu" id="v-menu" role="group" hidden></div></div></div><div class="player-below"><p class="player-note" id="v-resumed" role="status" data-t="video.resumed"></p><button type="button" class="button button-quiet" id="v-start" data-do="start" data-t="video.from_start"></button><button type="button" class="button button-quiet" id="v-lower" data-do="lower" data-t="video.try_lower"></button><button type="button" class="button button-quiet" id="v-plain" data-do="plain" data-t="video.try_plain"></button><a class="button button-quiet" id="v-elsewhere" data-t="video.elsewhere" target="_blank" rel="noopener"></a><button type="button" class="button player-ask" id="v-ask" data-do="ask">{chat}<span data-t="video.ask"></span></button><section class="player-products" id="v-products"><h3 data-t="video.products"></h3><div class="cards" id="v-cards"></div></section><nav class="player-chapters" id="v-chapters"><h3 data-t="video.chapters"></h3><ol id="v-list"></ol></nav><label class="player-counts" id="v-counts"><input type="checkbox" id="v-count" data-do="count"><span data-t="video.counts"></span></label></div>"#;

/// A chapter.
pub(super) const CHAPTER: &str = r#"<li><button type="button" class="player-chapter"><span class="player-chapter-at"></span><span></span></button></li>"#;
/// What can be chosen in a menu.
pub(super) const ITEM: &str = r#"<button type="button" class="chip"></button>"#;
/// Another site's player.
pub(super) const FRAME: &str = r#"<iframe id="v-frame" class="stage-frame" allow="autoplay; fullscreen; picture-in-picture" referrerpolicy="strict-origin"></iframe>"#;
/// A product.
pub(super) const CARD: &str = r#"<a class="card" target="_blank" rel="noopener"><span class="card-ground"><img class="card-picture" alt="" width="96" height="96"></span><span class="card-body"><span class="card-title"></span><span class="card-price"><b></b> <s class="card-was"><span class="unseen"></span><span></span></s></span></span></a>"#;

/// With its icons.
fn filled(template: &str) -> String {
    let icon = |icon: IconName| [SVG, icon.path(), "\"/></svg>"].concat();
    template.replace("{play}", &icon(IconName::PLAY)).replace("{chat}", &icon(IconName::CHAT))
}
