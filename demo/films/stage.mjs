// A film as one page: scenes one above the other, each part with its movements. Times are seconds from the film's start.
import { look } from "../drawing/looks.mjs";
import { grounds, ink } from "../drawing/palette.mjs";
import { light } from "../drawing/svg.mjs";

const calm = "cubic-bezier(.3,0,.2,1)";
const sheets = [];

/** A movement from one state to another; `more` as in CSS, such as `infinite alternate`. */
export function move(at, seconds, from, to, { ease = calm, more = "" } = {}) {
  const name = `k${sheets.length}`;
  sheets.push(`@keyframes ${name}{from{${from}}to{${to}}}`);
  return `${name} ${seconds}s ${ease} ${at}s both ${more}`;
}
export const appear = (at, seconds = 0.6) => move(at, seconds, "opacity:0", "opacity:1");
export const leave = (at, seconds = 0.5) =>
  move(at, seconds, "opacity:1", "opacity:0").replace(" both ", " forwards ");
export const come = (at, x, y, seconds = 1) => move(at, seconds, `translate:${x}px ${y}px`, "translate:0 0");
export const grow = (at, from = 0.8, seconds = 0.7) => move(at, seconds, `scale:${from}`, "scale:1");
/** Shows a part bit by bit: `edge` is where it begins. */
export const unveil = (at, seconds, edge = "left") => {
  const hidden = { left: "0 100% 0 0", right: "0 0 0 100%", top: "0 0 100% 0", bottom: "100% 0 0 0" }[edge];
  return move(at, seconds, `clip-path:inset(${hidden})`, "clip-path:inset(0 0 0 0)", { ease: "linear" });
};
export const sway = (seconds, degrees) =>
  move(0, seconds, `rotate:${-degrees}deg`, `rotate:${degrees}deg`, {
    ease: "ease-in-out",
    more: "infinite alternate",
  });

/** A part at a place. `moves` each move another property, or the last one wins. */
export const part = ({ x = 0, y = 0, w, h, css = "" }, inside, ...moves) =>
  `<div style="left:${x}px;top:${y}px;${w ? `width:${w}px;` : ""}${h ? `height:${h}px;` : ""}${css}${
    moves.length ? `;animation:${moves.join(",")}` : ""
  }">${inside}</div>`;

/** Drawn in the frame's own pixels, or in those of its view box. */
export const drawn = (w, h, body, defs = "") =>
  `<svg viewBox="0 0 ${w} ${h}" width="${w}" height="${h}">${defs && `<defs>${defs}</defs>`}${body}</svg>`;

/** A picture of its own, so that its names do not meet those of others. */
export const picture = (svg, w, h = w) =>
  `<img alt="" width="${w}" height="${h}" src="data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}">`;

/** A product of the catalogue without the wall behind it. */
export function product(sku, size) {
  const { defs, body } = look(sku);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800"><defs>${defs}</defs>${body}</svg>`;
  return picture(svg, size);
}

/** Words in both scripts, Bangla first. */
export const words = (place, at, bn, en, { size = 58, until } = {}) =>
  part(
    place,
    `<p class="bn" style="font-size:${size}px">${bn}</p><p class="en" style="font-size:${Math.max(30, Math.round(size * 0.56))}px">${en}</p>`,
    appear(at, 0.7),
    come(at, 0, 26, 0.9),
    ...(until ? [leave(until)] : []),
  );

/** A stitched line that is sewn from left to right, with the needle at its head. */
export const sewn = (x, y, long, at, seconds, colour) =>
  part(
    { x, y, w: long, h: 10 },
    `<svg width="${long}" height="10"><path d="M4 5H${long - 4}" stroke="${colour}" stroke-width="6" stroke-linecap="round" stroke-dasharray="18 13"/></svg>`,
    unveil(at, seconds),
  ) +
  part(
    { x, y: y - 20 },
    needle,
    move(at, seconds, "translate:-60px 0", `translate:${long - 60}px 0`, { ease: "linear" }),
    appear(at, 0.2),
  );

const needle =
  '<svg width="110" height="46"><path d="M4 40Q60 8 104 24Q60 22 4 40z" fill="#8b8f94"/><path d="M88 20l10 3" stroke="#f3e8d4" stroke-width="3" stroke-linecap="round"/></svg>';

/** A scene, over those before it. `glow`: the pale arch or disc behind what is shown. */
export function scene({ from, until, ground = "cotton", glow, size: [width, height] }, ...parts) {
  // The first one is there from the first picture on: players show it before they play.
  const moves = from ? [appear(from, 0.9)] : [];
  if (until) moves.push(move(until + 1, 0.01, "visibility:visible", "visibility:hidden").replace(" both ", " forwards "));
  const shine = glow
    ? part(
        {},
        drawn(
          width,
          height,
          glow.arch
            ? `<path d="M${glow.x - glow.arch} ${height}V${glow.y}a${glow.arch} ${glow.arch} 0 0 1 ${2 * glow.arch} 0V${height}z" fill="#fff" opacity=".42"/>`
            : `<circle cx="${glow.x}" cy="${glow.y}" r="${glow.disc}" fill="#fff" opacity=".42"/>`,
        ),
      )
    : "";
  const seam = part(
    {},
    drawn(
      width,
      height,
      `<rect x="22" y="22" width="${width - 44}" height="${height - 44}" rx="18" fill="none" stroke="${ink}" stroke-opacity=".32" stroke-width="3" stroke-linecap="round" stroke-dasharray="14 11"/>`,
    ),
  );
  return `<section style="background:${grounds[ground]};animation:${moves.join(",")}">${shine}${parts.join("")}${seam}</section>`;
}

/** The whole page of a film; takes the movements that were made since the last one. */
export function page([width, height], scenes) {
  const moves = sheets.splice(0).join("");
  return `<!doctype html><meta charset="utf-8"><style>
*{margin:0;box-sizing:border-box}
body{width:${width}px;height:${height}px;overflow:hidden;position:relative;color:${ink};font-family:"Noto Serif","Noto Serif Bengali",serif}
section{position:absolute;inset:0;overflow:hidden}
div{position:absolute;transform-origin:50% 50%}
svg,img{display:block;overflow:visible}
.bn{font-weight:700;line-height:1.42;text-wrap:balance}
.en{line-height:1.4;color:#6a5446;text-wrap:balance;margin-top:.2em}
.card{background:#fffdf7;border-radius:18px;box-shadow:0 6px 24px rgb(74 51 32/14%)}
${moves}</style><svg width="0" height="0" style="position:absolute"><defs>${light}</defs></svg>${scenes.join("")}`;
}
