//! The curve as a picture, for light and dark.

use alap_faq::Thresholds;

/// Of questions with an answer, the shares answered rightly and wrongly; of those without, the share answered at all.
#[derive(Clone, Copy, Default)]
pub(crate) struct Shares {
    pub(crate) rightly: f32,
    pub(crate) wrongly: f32,
    pub(crate) without_cause: f32,
}

impl Shares {
    pub(crate) fn mean(all: &[Self]) -> Self {
        let mean = |of: fn(&Self) -> f32| all.iter().map(of).sum::<f32>() / all.len().max(1) as f32;
        Self {
            rightly: mean(|s| s.rightly),
            wrongly: mean(|s| s.wrongly),
            without_cause: mean(|s| s.without_cause),
        }
    }
}

/// Threshold by threshold, from the lowest to the highest.
pub(crate) struct Curve {
    pub(crate) points: Vec<(f32, Shares)>,
    pub(crate) sets: usize,
}

/// The field of the curve within the picture.
const LEFT: f32 = 84.0;
const RIGHT: f32 = 736.0;
const TOP: f32 = 112.0;
const BOTTOM: f32 = 412.0;

/// Colours with at least 4.5 : 1 on their ground; what a line is can be told by its dashes too.
const STYLE: &str = "\
    svg { --ground: #ffffff; --ink: #1f2933; --quiet: #52606d; --grid: #d9dfe5; --right: #0b7a4b; --wrong: #b42318; --cause: #8a5a00 }
    @media (prefers-color-scheme: dark) {
      svg { --ground: #14181d; --ink: #e8ecf0; --quiet: #a6b1bc; --grid: #333c46; --right: #4cc38a; --wrong: #ff8a7a; --cause: #f0b84a }
    }
    text { font: 14px system-ui, 'Segoe UI', 'Noto Sans', sans-serif; fill: var(--quiet) }
    .title { font-size: 18px; font-weight: 600; fill: var(--ink) } .said { fill: var(--ink) }
    .grid { stroke: var(--grid) } .mark { stroke: var(--quiet); stroke-dasharray: 2 3 }
    .line { fill: none; stroke-width: 2.5; stroke-linejoin: round }
    .right { stroke: var(--right) } .wrong { stroke: var(--wrong); stroke-dasharray: 9 5 } .cause { stroke: var(--cause); stroke-dasharray: 2 4; stroke-linecap: round }
    .dot { stroke: var(--ground); stroke-width: 1.5; stroke-dasharray: none }
    .dot.right { fill: var(--right) } .dot.wrong { fill: var(--wrong) } .dot.cause { fill: var(--cause) }";

/// A line: its class, what it is called, and what it shows.
type Line = (&'static str, &'static str, fn(&Shares) -> f32);

const LINES: [Line; 3] = [
    ("right", "answered rightly", |s| s.rightly),
    ("wrong", "answered wrongly", |s| s.wrongly),
    ("cause", "answered without cause", |s| s.without_cause),
];

impl Curve {
    /// The whole picture. Nothing from outside goes in but numbers.
    pub(crate) fn to_svg(&self) -> String {
        let said = self.said();
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 800 552\" role=\"img\" aria-labelledby=\"title said\">\n\
             <title id=\"title\">Answering against handing over, by the threshold</title>\n\
             <desc id=\"said\">{}</desc>\n<style>\n{STYLE}\n</style>\n\
             <rect width=\"800\" height=\"552\" rx=\"12\" style=\"fill: var(--ground)\"/>\n",
            said.join(" ")
        );
        svg += &text(LEFT, 36.0, "title", "start", "Answering against handing over");
        svg += &legend();
        svg += &grid();
        for (class, _, share) in LINES {
            let points: Vec<String> = self
                .points
                .iter()
                .map(|(at, shares)| format!("{:.1},{:.1}", x(*at), y(share(shares))))
                .collect();
            svg += &format!("<polyline class=\"line {class}\" points=\"{}\"/>\n", points.join(" "));
        }
        svg += &self.defaults();
        for (at, line) in said.iter().enumerate() {
            svg += &text(LEFT, 488.0 + 21.0 * at as f32, "said", "start", line);
        }
        svg + "</svg>\n"
    }

    /// The thresholds that a shop gets unless it sets its own.
    fn defaults(&self) -> String {
        let defaults = Thresholds::default();
        let mut svg = String::new();
        for (at, name, anchor) in [
            (defaults.did_you_mean, "asks back from here", "end"),
            (defaults.answer, "answers from here", "start"),
        ] {
            svg += &format!("<path class=\"mark\" d=\"M{0:.1} {TOP}V{BOTTOM}\"/>\n", x(at));
            svg += &text(x(at), TOP - 10.0, "said", anchor, name);
            let shares = self.at(at);
            for (class, _, share) in LINES {
                let y = y(share(&shares));
                svg +=
                    &format!("<circle class=\"dot {class}\" cx=\"{:.1}\" cy=\"{y:.1}\" r=\"5\"/>\n", x(at));
            }
        }
        svg
    }

    /// The same in words.
    fn said(&self) -> [String; 3] {
        let Thresholds { answer, .. } = Thresholds::default();
        let shares = self.at(answer);
        let percent = |share: f32| (share * 100.0).round();
        [
            format!(
                "At {answer}, the default: of the questions with an answer {} % get the right one and {} % a wrong one;",
                percent(shares.rightly),
                percent(shares.wrongly)
            ),
            format!(
                "of those without an answer {} % get one all the same, without cause.",
                percent(shares.without_cause)
            ),
            format!("The rest is asked back or handed over. Mean over {} sets of questions.", self.sets),
        ]
    }

    fn at(&self, threshold: f32) -> Shares {
        let found = self.points.iter().find(|(at, _)| *at >= threshold - 1e-4);
        found.map(|(_, shares)| *shares).unwrap_or_default()
    }
}

fn legend() -> String {
    let mut svg = String::new();
    for ((class, name, _), left) in LINES.into_iter().zip([LEFT, LEFT + 182.0, LEFT + 364.0]) {
        svg += &format!("<path class=\"line {class}\" d=\"M{left} 63h34\"/>\n");
        svg += &text(left + 44.0, 68.0, "said", "start", name);
    }
    svg
}

fn grid() -> String {
    let mut svg = String::new();
    for step in 0..=5 {
        let share = step as f32 / 5.0;
        svg += &format!("<path class=\"grid\" d=\"M{LEFT} {0:.1}H{RIGHT}\"/>\n", y(share));
        svg += &text(LEFT - 10.0, y(share) + 5.0, "", "end", &format!("{} %", step * 20));
        svg += &text(x(share), BOTTOM + 22.0, "", "middle", &share.to_string());
    }
    let middle = (LEFT + RIGHT) / 2.0;
    let middle_height = (TOP + BOTTOM) / 2.0;
    svg += &format!(
        "<text transform=\"translate(26 {middle_height}) rotate(-90)\" text-anchor=\"middle\">share of the questions</text>\n"
    );
    svg + &text(middle, BOTTOM + 46.0, "", "middle", "how sure the bot must be to answer (threshold)")
}

fn text(x: f32, y: f32, class: &str, anchor: &str, what: &str) -> String {
    format!("<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{what}</text>\n")
}

fn x(threshold: f32) -> f32 {
    LEFT + threshold * (RIGHT - LEFT)
}

fn y(share: f32) -> f32 {
    BOTTOM - share * (BOTTOM - TOP)
}
