//! One family of icons: 24 × 24, one stroke, drawn in the colour of the text.

use leptos::prelude::*;

/// Which icon. Each is a constant of its own, so that a page carries only those that it draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IconName(&'static str);

impl IconName {
    /// An arrow to the left.
    pub const BACK: Self = Self("M19 12H5M11 6l-6 6 6 6");
    /// A cross.
    pub const CLOSE: Self = Self("M6 6l12 12M18 6L6 18");
    /// A paper plane.
    pub const SEND: Self = Self("M4 12l16-8-6 16-3-7-7-1z");
    /// Head and shoulders.
    pub const PERSON: Self = Self("M12 12a4 4 0 100-8 4 4 0 000 8zM5 20c0-4 3-6 7-6s7 2 7 6");
    /// A receiver.
    pub const PHONE: Self =
        Self("M5 4h4l2 5-2.500 1.500a11 11 0 005 5L15 13l5 2v4a1 1 0 01-1 1A16 16 0 014 5a1 1 0 011-1z");
    /// A speech bubble.
    pub const CHAT: Self = Self("M20 12a8 7 0 01-11 6.500L4 20l1.500-4A7 7 0 014 12a8 7 0 0116 0z");
    /// An envelope.
    pub const MAIL: Self = Self("M4 6h16v12H4zM4 7l8 6 8-6");
    /// A clock.
    pub const CLOCK: Self = Self("M12 21a9 9 0 100-18 9 9 0 000 18zM12 7v5l3 2");
    /// A tick.
    pub const CHECK: Self = Self("M5 13l4 4L19 7");
    /// An arrow down.
    pub const DOWN: Self = Self("M12 5v14M6 13l6 6 6-6");
    /// A triangle that points on.
    pub const PLAY: Self = Self("M8 5l11 7-11 7z");
    /// A sheet with lines.
    pub const FORM: Self = Self("M6 3h12v18H6zM9 8h6M9 12h6M9 16h3");
    /// Two bars.
    pub const PAUSE: Self = Self("M8 5v14M16 5v14");
    /// A loudspeaker with sound.
    pub const SOUND: Self = Self("M4 10v4h4l5 4V6L8 10zM16 9a4 4 0 010 6M18.500 6.500a8 8 0 010 11");
    /// A loudspeaker without.
    pub const MUTED: Self = Self("M4 10v4h4l5 4V6L8 10zM16 10l5 5M21 10l-5 5");
    /// A frame with written words.
    pub const CAPTIONS: Self = Self("M4 5h16v14H4zM7 15h4M14 15h3M7 12h2M12 12h5");
    /// A needle on a dial.
    pub const SPEED: Self = Self("M4 17a9 9 0 1116 0M12 14l4-5");
    /// Bars of growing height.
    pub const QUALITY: Self = Self("M5 19v-4M10 19v-8M15 19V8M20 19V5");
    /// A small frame in a large one.
    pub const SMALL: Self = Self("M21 11V5H3v14h8M14 14h7v5h-7z");
    /// Four corners.
    pub const FULL: Self = Self("M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5");

    /// Its lines, for `d` of a `path`: for what is drawn without [`Icon`].
    pub const fn path(self) -> &'static str {
        self.0
    }
}

/// An icon. It says nothing to a screen reader: the control it stands in has a name of its own.
#[component]
pub fn Icon(
    /// Which.
    name: IconName,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=name.0 />
        </svg>
    }
}
