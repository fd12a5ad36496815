// Nakshi kanthas: spread flat, and the one for the wall.
import { wood } from "./palette.mjs";
import { box, copy, dots, fill, group, line, on, outline, path, shadow, stitch } from "./svg.mjs";
import { define } from "./motifs.mjs";
import { again, band, fringe, quilting } from "./grounds.mjs";

/**
 * A kantha spread flat, one corner turned back. `middle`, `corner`, `side` name its motifs; `waves` makes a river
 * of it, `names` puts a wedding palanquin in the middle, with room for two names.
 */
export function kantha({ dye, ink, spark, border = "vine", middle, corner, side, waves = false, names = false }) {
  const [l, t, r, b] = [112, 112, 688, 688];
  const cloth = `M${l + 12} ${t}H${r - 12}Q${r} ${t} ${r} ${t + 12}V560L560 ${b}H${l + 12}Q${l} ${b} ${l} ${b - 12}V${t + 12}Q${l} ${t} ${l + 12} ${t}z`;
  const defs =
    quilting(ink.base) +
    (names ? "" : define("m", middle, ink.base, spark.base, dye.base)) +
    define("c", corner, ink.base, spark.base, dye.base) +
    define("e", side, spark.base, ink.base, dye.base) +
    band("t", border, 128, 46, ink.base, spark.base, spark.base) +
    again("u", "t", "translate(0 626)scale(.77)") +
    again("v", "t", "translate(174 0)rotate(90)scale(.77)") +
    again("w", "t", "translate(672 0)rotate(90)scale(.77)") +
    outline("o", cloth);
  const frame = (inset, colour, width, dash) =>
    stitch(`M${l + inset} ${t + inset}H${r - inset}V${b - inset}H${l + inset}z`, colour, width, dash);
  const ringed = names
    ? group('transform="translate(400 400)"', palanquin(ink, spark, dye))
    : copy("m", 400, 400, waves ? 2 : 2.7) +
      (waves
        ? ""
        : '<g fill="none" stroke-linecap="round" stroke-width="5"><circle cx="400" cy="400" r="152" stroke="' +
          spark.base +
          '" stroke-dasharray="12 10"/><circle cx="400" cy="400" r="166" stroke="' +
          ink.base +
          '" stroke-dasharray="4 11"/></g>');
  const inner = waves
    ? [250, 330, 510, 560].map((y) => stitch(`M190 ${y}q35-34 70 0t70 0t70 0t70 0t70 0t70 0`, spark.base, 5)).join("") +
      [
        [256, 296, 1],
        [544, 296, -1],
        [270, 540, 1],
        [540, 536, -1],
      ]
        .map(([x, y, s]) => copy("e", x, y, `${s * 0.86} .86`))
        .join("") +
      copy("c", 400, 226, 0.7) +
      copy("c", 236, 424, 0.8) +
      copy("c", 566, 424, 0.8)
    : [
        [236, 236, 45],
        [564, 236, 135],
        [236, 564, -45],
      ]
        .map(([x, y, turn]) =>
          copy(
            "c",
            x,
            y,
            corner === "bird" || corner === "duck" ? (x > 400 ? "-1.05 1.05" : 1.05) : 1.05,
            corner === "kalka" ? turn : 0,
          ),
        )
        .join("") +
      [
        [400, 216],
        [216, 400],
        [584, 400],
        [400, 584],
      ]
        .map(([x, y]) => copy("e", x, y, 0.6))
        .join("");
  const body =
    shadow(408, 700, 300, 22) +
    path("M120 696H566L696 566V124l8 8V572L572 704H132z", dye.deep) +
    fill("o", dye.base) +
    fill("o", "url(#q)") +
    on(
      "o",
      box(120, 120, 560, 62, dye.base) +
        box(120, 618, 560, 62, dye.base) +
        box(120, 120, 62, 560, dye.base) +
        box(618, 120, 62, 560, dye.base),
      box(174, 128, 452, 46, "url(#t)"),
      box(174, 626, 452, 46, "url(#u)"),
      box(128, 174, 46, 452, "url(#v)"),
      box(626, 174, 46, 452, "url(#w)"),
      ...[
        [151, 151],
        [649, 151],
        [151, 649],
      ].map(([x, y]) => copy("e", x, y, 0.42)),
      frame(12, ink.base, 5, "12 9"),
      frame(68, ink.base, 5, "12 9"),
      frame(78, spark.base, 4, "4 10"),
      inner,
      ringed,
    ) +
    path("M560 688L688 560L568 552Q552 552 552 568z", dye.light) +
    path("M560 688L688 560L568 552Q552 552 552 568z", spark.light, 'opacity=".7"') +
    stitch("M566 668V568H668", ink.base, 4) +
    path("M560 688L552 568L546 690z", "#000", 'opacity=".12"');
  return { defs, body };
}

const palanquin = (ink, spark, dye) =>
  '<g fill="none" stroke-linecap="round" stroke-width="5"><circle r="150" stroke="' +
  spark.base +
  '" stroke-dasharray="12 10"/><circle r="164" stroke="' +
  ink.base +
  '" stroke-dasharray="4 11"/></g>' +
  line("M-136-6Q0-44 136-6", ink.deep, 9, 'stroke-linecap="round"') +
  path("M-74-20Q-60-84 0-96Q60-84 74-20z", ink.base) +
  path("M-64-16H64V56H-64z", spark.base) +
  path("M-40 0Q-40-12-20-12H20Q40-12 40 0V56H-40z", dye.base) +
  path("M-40-12Q-8 10-40 56zM40-12Q8 10 40 56z", ink.base) +
  line("M-76 58H76", ink.deep, 10, 'stroke-linecap="round"') +
  stitch("M-58-34Q0-60 58-34", dye.base, 5, "4 9") +
  dots([[0, -96]], spark.base, 18) +
  dots(
    [
      [-50, 20],
      [50, 20],
      [-50, 40],
      [50, 40],
    ],
    dye.base,
    8,
  ) +
  stitch("M-112 96H112M-90 112H90", ink.base, 5);

/** A tree of life with birds, on a rod. */
export function wallHanging({ dye, ink, spark, extra }) {
  const defs =
    quilting(extra.base) +
    define("e", "bird", spark.base, extra.base, dye.base) +
    define("g", "leafpair", ink.base) +
    define("f", "flower", extra.base, dye.base, spark.base) +
    band("t", "vine", 632, 40, ink.base, spark.base, extra.base) +
    band("u", "diamond", 196, 32, ink.base, spark.base, ink.base) +
    outline("o", "M196 180H604V690H196z");
  const leaf = (x, y, turn) => copy("g", x, y, 0.72, turn);
  const body =
    path("M206 190H614V702H206z", "#4a3320", 'opacity=".16"') +
    line("M190 168L400 60L610 168", wood.deep, 5) +
    dots([[400, 58]], wood.deep, 16) +
    fill("o", dye.base) +
    fill("o", "url(#q)") +
    on(
      "o",
      box(196, 188, 408, 48, dye.base),
      box(216, 196, 368, 32, "url(#u)"),
      box(196, 620, 408, 64, dye.base),
      box(216, 632, 368, 40, "url(#t)"),
      stitch("M208 192H592V678H208zM222 244H578V614H222z", ink.base, 4),
      path(
        "M384 606Q396 500 380 430L394 424Q400 470 402 400L412 400Q408 470 420 424L432 432Q410 500 424 606z",
        wood.base,
      ),
      line(
        "M388 440Q340 420 300 372M424 440Q470 420 508 372M406 410Q400 350 404 290M392 420Q340 350 330 300M418 420Q468 350 476 300",
        wood.base,
        9,
        'stroke-linecap="round"',
      ),
      leaf(404, 296, 0),
      leaf(330, 306, -20),
      leaf(478, 306, 20),
      leaf(296, 380, -60),
      leaf(512, 380, 60),
      leaf(346, 372, -30),
      leaf(462, 372, 30),
      leaf(404, 350, 0),
      leaf(340, 436, -70),
      leaf(470, 436, 70),
      ...[
        [404, 270],
        [286, 340],
        [524, 340],
        [360, 282],
        [450, 282],
      ].map(([x, y]) => copy("f", x, y, 0.34)),
      copy("e", 290, 480, 0.9),
      copy("e", 522, 480, "-.9 .9"),
      copy("e", 288, 282, 0.62),
      copy("e", 524, 282, "-.62 .62"),
      stitch("M240 604H570M260 590H350M460 590H552", ink.base, 5),
    ) +
    line("M166 172H634", wood.deep, 24, 'stroke-linecap="round"') +
    line("M166 168H634", wood.base, 14, 'stroke-linecap="round"') +
    fringe(196, 604, 690, 36, spark.base, 17);
  return { defs, body };
}
