// Other cloth by the length: shawls, ornas, unstitched sets, lungi and gamcha, blouse pieces.
import { wood } from "./palette.mjs";
import { box, copy, dots, fill, group, light, line, on, outline, path, shadow, stitch } from "./svg.mjs";
import { define } from "./motifs.mjs";
import { band, fringe, worked } from "./grounds.mjs";
import { pleats, rod } from "./rod.mjs";

/** A shawl or a chador folded once over a rod, tassels down. */
export function shawl({ dye, ink, spark, work = "plain", border = "diamond", end = "kalka" }) {
  const defs =
    light +
    worked(work, dye, ink, spark) +
    define("e", end, ink.base, spark.base, dye.light) +
    band("t", border, 560, 56, ink.base, spark.base, spark.base) +
    outline("o", "M206 148Q206 132 224 132H576Q594 132 594 148V560H206z") +
    outline("f", "M178 160Q400 146 622 160V646H178z");
  const body =
    shadow(400, 740, 270, 24) +
    rod(150) +
    fill("f", dye.base) +
    fill("f", "url(#p)") +
    on(
      "f",
      stitch("M194 160V640M606 160V640", ink.base, 5),
      stitch("M208 160V640M592 160V640", spark.base, 4),
      line("M178 440H622M178 452H622M178 540H622M178 634H622", ink.base, 4),
      ...[0, 1, 2, 3, 4].map((i) => copy("e", 232 + i * 84, 497, 0.64)),
      box(178, 560, 444, 56, "url(#t)"),
    ) +
    pleats([300, 410, 520], 160, 646) +
    fill("f", "url(#s)") +
    fringe(178, 622, 646, 60, dye.deep, 16) +
    path("M178 162Q178 128 206 128H594Q622 128 622 162Q400 148 178 162z", dye.base) +
    path("M178 162Q178 128 206 128H594Q622 128 622 162Q400 148 178 162z", "#fff", 'opacity=".18"');
  return { defs, body };
}

/** An orna or a scarf, gathered on a peg, both ends falling. */
export function orna({ dye, ink, spark, work, border = "vine", tassels = true }) {
  const leftEnd = "M392 170C330 230 250 330 214 668Q280 694 352 668C360 470 376 320 408 214z";
  const rightEnd = "M408 170C470 230 560 330 590 640Q520 668 446 640C440 460 424 320 392 214z";
  const defs =
    light +
    worked(work, dye, ink, spark) +
    band("t", border, 590, 52, ink.base, spark.base, ink.base) +
    band("u", border, 562, 52, ink.base, spark.base, ink.base) +
    outline("o", leftEnd) +
    outline("f", rightEnd);
  const cloth = (id, tile, y) =>
    fill(id, dye.base) +
    fill(id, "url(#p)") +
    on(
      id,
      box(180, y - 12, 440, 76, dye.light),
      box(180, y, 440, 52, `url(#${tile})`),
      line(`M180 ${y - 12}H620M180 ${y + 64}H620`, ink.base, 4),
    ) +
    fill(id, "url(#s)");
  const body =
    shadow(404, 744, 230, 20) +
    cloth("f", "u", 562) +
    line("M414 230C470 330 500 470 504 640M402 230C440 330 466 480 470 640", dye.deep, 4, 'opacity=".35"') +
    cloth("o", "t", 590) +
    line("M388 230C330 330 292 480 282 674M396 240C354 350 326 480 318 672", dye.deep, 4, 'opacity=".35"') +
    (tassels ? fringe(220, 350, 676, 34, dye.deep) + fringe(450, 588, 648, 34, dye.deep) : "") +
    path("M360 190Q352 138 400 132Q448 138 440 190Q432 232 400 236Q368 232 360 190z", dye.base) +
    line("M374 190Q400 214 428 188M380 168Q400 186 422 166", dye.deep, 5, 'stroke-linecap="round" opacity=".6"') +
    `<circle cx="400" cy="132" r="26" fill="${wood.deep}"/><circle cx="397" cy="128" r="20" fill="${wood.base}"/>`;
  return { defs, body };
}

/** Folded lengths, one on the other: an unstitched three-piece. */
export function stack({ dye, ink, spark, work, border = "diamond" }) {
  const defs =
    light +
    worked(work, dye, ink, spark) +
    define("e", "buti", dye.base, spark.base) +
    band("t", border, 226, 48, ink.base, spark.base, ink.base) +
    outline("o", "M150 350Q140 350 140 362V440Q140 462 162 462H650V350z") +
    outline("f", "M196 210H592Q606 210 606 224V352H182V224Q182 210 196 210z");
  const fold = (y, tall, colour, deep) =>
    path(
      `M170 ${y}H640Q656 ${y} 656 ${y + 16}V${y + tall}H170Q${136} ${y + tall} 136 ${y + tall / 2}T170 ${y}z`,
      colour,
    ) + line(`M656 ${y + tall / 3}H190M656 ${y + (tall * 2) / 3}H190`, deep, 3, 'opacity=".5"');
  const body =
    shadow(400, 668, 300, 30) +
    fold(560, 104, spark.base, spark.deep) +
    fold(446, 116, dye.base, dye.deep) +
    group('opacity=".95"', path("M170 446H656V562H170Q136 562 136 504T170 446z", "url(#p)")) +
    fold(346, 102, dye.light, dye.deep) +
    [0, 1, 2, 3, 4, 5].map((i) => copy("e", 200 + i * 82, 398, 0.5)).join("") +
    fill("f", spark.light) +
    fill("f", "url(#p)", 'opacity=".35"') +
    on(
      "f",
      box(182, 214, 424, 72, dye.deep),
      box(182, 226, 424, 48, "url(#t)"),
      stitch("M182 302H606M182 330H606", ink.base, 4),
    ) +
    fill("f", "url(#s)") +
    line("M400 210V664M182 560", "#fff", 16) +
    line("M400 210V664", spark.base, 8) +
    path("M400 214C350 160 318 180 330 204S384 218 400 214C450 160 482 180 470 204S416 218 400 214z", spark.base) +
    line("M400 214l-30 58M400 214l34 52", spark.base, 10, 'stroke-linecap="round"');
  return { defs, body };
}

/** A plain loom cloth over a rod: lungi or gamcha. */
export function loomCloth({ dye, ink, spark, work, tassels }) {
  const defs =
    light +
    worked(work, dye, ink, spark) +
    outline("o", "M216 140Q400 126 584 140V600Q540 612 492 600T400 602T308 600T216 602z") +
    outline("f", "M250 150H560V690Q520 700 482 690T404 692T326 690T250 692z");
  const body =
    shadow(400, 744, 220, 20) +
    rod(150) +
    fill("f", dye.base) +
    fill("f", "url(#p)") +
    fill("f", "#000", 'opacity=".16"') +
    fill("o", dye.base) +
    fill("o", "url(#p)") +
    on("o", box(216, 520, 370, 34, ink.base), line("M216 508H586M216 566H586", spark.base, 5)) +
    pleats([300, 404, 500], 146, 600) +
    fill("o", "url(#s)") +
    (tassels ? fringe(220, 584, 602, 34, ink.base) : "") +
    path("M216 158Q216 126 240 126H560Q584 126 584 158Q400 144 216 158z", "#fff", 'opacity=".2"');
  return { defs, body };
}

/** One folded yard with a bow: a blouse piece. */
export function foldedPiece({ dye, ink, spark, work }) {
  const defs =
    light +
    worked(work, dye, ink, spark) +
    define("e", "lotus", ink.base, spark.base, dye.deep) +
    outline("o", "M196 220H604Q618 220 618 234V596H182V234Q182 220 196 220z");
  const body =
    shadow(404, 620, 270, 28) +
    path("M188 596H624V240L640 258V622H204z", dye.deep) +
    path("M182 596H618L630 612H196z", dye.light) +
    fill("o", dye.base) +
    fill("o", "url(#p)", 'opacity=".7"') +
    on(
      "o",
      stitch("M204 242H596V574H204zM222 260H578V556H222z", ink.base, 5),
      copy("e", 400, 408, 2.3),
      ...[
        [262, 300],
        [538, 300],
        [262, 516],
        [538, 516],
      ].map(([x, y]) => copy("e", x, y, 0.7)),
    ) +
    fill("o", "url(#s)") +
    dots([[400, 408]], spark.base, 10);
  return { defs, body };
}
