// Tapes and arrows: how long something is.
import { dyes } from "../drawing/palette.mjs";
import { line, path } from "../drawing/svg.mjs";
import { appear, drawn, part, unveil } from "./stage.mjs";

const { madder, turmeric } = dyes;

/** An arrow with two heads, and a label beside it. `along`: `x` or `y`. */
export function arrow({ x, y, long, along = "x" }, at, label, labelAt) {
  const flat = along === "x";
  const [w, h] = flat ? [long, 30] : [30, long];
  const shaft = flat ? `M14 15H${long - 14}` : `M15 14V${long - 14}`;
  const heads = flat
    ? `M2 15l20-11v22zM${long - 2} 15l-20-11v22z`
    : `M15 2l-11 20h22zM15 ${long - 2}l-11-20h22z`;
  return (
    part({ x, y, w, h }, drawn(w, h, line(shaft, madder.base, 5) + path(heads, madder.base)), unveil(at, 0.9, flat ? "left" : "top")) +
    part({ ...labelAt, css: `color:${madder.deep};white-space:nowrap;` }, `<p class="bn" style="font-size:40px">${label}</p>`, appear(at + 0.7))
  );
}

/** A tape with its inches; it is rolled out from its beginning. */
export function tape({ x, y, long, along = "x", inches = 20 }, at, seconds = 1.6) {
  const flat = along === "x";
  const gap = long / inches;
  const marks = Array.from({ length: inches - 1 }, (_, i) => `M${Math.round((i + 1) * gap)} 0v${i % 2 ? 20 : 12}`).join("");
  const body =
    `<rect width="${long}" height="38" rx="4" fill="${turmeric.base}"/>` +
    line(marks, "#3d2d24", 3) +
    path(`M0 0h12v38H0zM${long - 12} 0h12v38h-12z`, "#8b8f94");
  const svg = flat ? drawn(long, 38, body) : drawn(38, long, `<g transform="translate(38 0)rotate(90)">${body}</g>`);
  return part({ x, y, w: flat ? long : 38, h: flat ? 38 : long }, svg, unveil(at, seconds, flat ? "left" : "top"));
}
