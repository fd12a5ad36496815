// What is woven, printed or stitched all over a cloth. Each gives definitions and the id of a pattern to fill with.
import { box, copy, line, path, pattern, stitch } from "./svg.mjs";
import { borders, define } from "./motifs.mjs";

/** `kind`: how the cloth is worked; `dye`: the cloth; `ink`, `spark`: what is worked on it. Pattern id: `p`. */
export function worked(kind, dye, ink, spark) {
  const motif = (name, size, gap, turn = 0) =>
    define("m", name, ink.base, spark.base, spark.base) +
    pattern(
      "p",
      gap,
      gap,
      copy("m", gap / 4, gap / 4, size, turn) + copy("m", (gap * 3) / 4, (gap * 3) / 4, size, -turn),
    );
  switch (kind) {
    case "buti":
      return (
        define("m", "buti", ink.base, spark.base) +
        pattern("p", 96, 96, copy("m", 24, 24, 0.3) + copy("m", 72, 72, 0.3))
      );
    case "sprig":
      return motif("sprig", 0.44, 108);
    case "kalka":
      return motif("kalka", 0.46, 116, 18);
    case "flower":
      return (
        define("m", "flower", ink.base, dye.base, spark.base) +
        pattern("p", 84, 84, copy("m", 21, 21, 0.34) + copy("m", 63, 63, 0.34))
      );
    case "dotted":
      return pattern("p", 44, 44, path("M11 3l8 8-8 8-8-8zM33 25l8 8-8 8-8-8z", ink.base));
    case "tersha":
      return (
        define("m", "buti", ink.base, spark.base) +
        pattern(
          "p",
          60,
          78,
          line("M0 8h60M0 70h60", ink.light, 2) +
            copy("m", 30, 39, 0.46) +
            path("M0 31l8 8-8 8zM60 31l-8 8 8 8z", spark.base),
          "rotate(-38)",
        )
      );
    case "check":
      return pattern(
        "p",
        56,
        56,
        box(0, 0, 18, 56, ink.base, 'opacity=".55"') +
          box(0, 0, 56, 18, ink.base, 'opacity=".55"') +
          line("M36 0V56M0 36H56", spark.base, 4),
      );
    case "gamcha":
      return pattern(
        "p",
        36,
        36,
        box(0, 0, 16, 36, ink.base, 'opacity=".75"') + box(0, 0, 36, 16, ink.base, 'opacity=".75"'),
      );
    case "stripe":
      return pattern("p", 40, 40, line("M8 0V40M14 0V40", ink.base, 3) + line("M30 0V40", spark.base, 2));
    case "ripple":
      return pattern(
        "p",
        60,
        28,
        stitch("M0 7Q15 0 30 7T60 7", ink.base, 3, "9 6") + stitch("M-5 21Q10 14 25 21T60 21", ink.base, 3, "9 6"),
      );
    case "tiedye":
      return pattern(
        "p",
        150,
        150,
        ["38 38", "113 113"]
          .map(
            (at) =>
              `<g transform="translate(${at})">` +
              '<circle r="30" fill="none" stroke="' +
              ink.base +
              '" stroke-width="9" stroke-dasharray="13 5"/>' +
              '<circle r="14" fill="none" stroke="' +
              ink.base +
              '" stroke-width="6" stroke-dasharray="7 4"/><circle r="3" fill="' +
              ink.base +
              '"/></g>',
          )
          .join(""),
      );
    default: // plain: only the grain of the weave
      return pattern("p", 8, 8, line("M0 2H8M2 0V8", dye.deep, 1, 'opacity=".22"'));
  }
}

/** A border as a band across, its top at `y`. `size` is its height. */
export function band(id, name, y, size, a, b, c) {
  const tile = borders[name](a, b, c);
  return pattern(id, tile.w, tile.h, tile.inside, `translate(0 ${y})scale(${size / 60})`);
}
/** The same, running down; its left edge at `x`. */
export function bandDown(id, name, x, size, a, b, c) {
  const tile = borders[name](a, b, c);
  return pattern(id, tile.w, tile.h, tile.inside, `translate(${x + size} 0)rotate(90)scale(${size / 60})`);
}

/** A border already defined as `of`, laid elsewhere. */
export const again = (id, of, move) => `<pattern id="${id}" href="#${of}" patternTransform="${move}"/>`;

/** Tassels along an edge from `x` to `to`, hanging from `y`. */
export function fringe(x, to, y, long, colour, gap = 14) {
  let d = "";
  for (let at = x + gap / 2, i = 0; at < to; at += gap, i++) d += `M${at} ${y}q${i % 2 ? 3 : -3} ${long / 2} 0 ${long}`;
  return line(d, colour, 5, 'stroke-linecap="round"');
}

/** The fine rows of running stitch that hold a kantha's layers together. */
export const quilting = (colour) =>
  pattern("q", 36, 20, line("M2 5h16M20 15h16", colour, 2.5, 'stroke-linecap="round" opacity=".5"'));
