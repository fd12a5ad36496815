// Sewn clothes on a hanger: panjabi, fatua, kurti, kameez with orna, frock, a child's ready saree.
import { ink as dark, wood } from "./palette.mjs";
import { box, copy, dots, fill, light, line, on, outline, path, shadow, stitch } from "./svg.mjs";
import { define } from "./motifs.mjs";
import { band, bandDown, fringe, worked } from "./grounds.mjs";

const hanger = (y, reach = 120) =>
  line(`M400 ${y}V${y - 44}c0-20 30-20 28-44q-4-20-26-18q-18 2-18 20`, dark, 6, 'stroke-linecap="round"') +
  line(
    `M${400 - reach} ${y + 44}Q${400 - reach / 2} ${y - 2} 400 ${y}Q${400 + reach / 2} ${y - 2} ${400 + reach} ${y + 44}`,
    wood.base,
    16,
    'stroke-linecap="round"',
  );

const folds = (marks) => marks.map((d) => path(d, "#000", 'opacity=".1"')).join("");

/** Panjabi; `short` makes a fatua of it, `size` below 1 a child's. */
export function panjabi({
  dye,
  ink,
  spark,
  work = "plain",
  border = "diamond",
  short = false,
  panel = false,
  size = 1,
}) {
  const hem = short ? 600 : 712;
  const sleeve = short ? "L214 400L296 424L300 372" : "L170 540L240 560L292 372";
  const back = short ? "L500 372L504 424L586 400" : "L508 372L560 560L630 540";
  const shape = `M346 176L292 196Q258 206 246 246${sleeve}L284 ${hem - 12}Q400 ${hem + 14} 516 ${hem - 12}${back}L554 246Q542 206 508 196L454 176Q400 216 346 176z`;
  const cuff = short ? ["M216 392L298 416", "M584 392L502 416"] : ["M174 526L244 546", "M626 526L556 546"];
  const defs =
    light +
    worked(work, dye, ink, spark) +
    bandDown("b", border, 378, 44, ink.base, spark.base, ink.base) +
    outline("o", shape) +
    (panel ? define("e", "buti", ink.base, spark.base) : "");
  const body =
    shadow(400, 742, 200, 18) +
    `<g transform="translate(${400 - 400 * size} ${(1 - size) * 380})scale(${size})">` +
    hanger(150) +
    path("M346 176Q400 132 454 176Q400 216 346 176z", dye.deep) +
    fill("o", dye.base) +
    fill("o", "url(#p)") +
    on(
      "o",
      panel
        ? box(322, 170, 156, 560, ink.light, 'opacity=".35"') +
            [0, 1, 2, 3, 4, 5]
              .map((i) => copy("e", 346, 250 + i * 84, 0.42) + copy("e", 454, 250 + i * 84, 0.42))
              .join("") +
            stitch("M322 180V720M478 180V720", ink.base, 4)
        : stitch("M366 214V470M434 214V470", ink.base, 4) + stitch("M352 222V440M448 222V440", spark.base, 4, "3 10"),
      box(376, 180, 48, short ? 230 : 290, dye.light),
      box(378, 180, 44, short ? 230 : 288, "url(#b)"),
      stitch(`M284 ${hem - 26}Q400 ${hem} 516 ${hem - 26}`, ink.base, 4),
      ...cuff.map((d) => line(d, dye.light, 22) + stitch(d, ink.base, 5, "6 7")),
    ) +
    folds([
      `M296 ${hem - 20}Q312 520 326 430Q326 560 318 ${hem - 10}z`,
      `M504 ${hem - 20}Q488 520 474 430Q474 560 482 ${hem - 10}z`,
      "M250 260Q280 320 292 372L300 330Q280 280 250 260z",
      "M550 260Q520 320 508 372L500 330Q520 280 550 260z",
    ]) +
    fill("o", "url(#s)") +
    path(
      "M346 176Q348 158 360 154Q372 190 400 204L396 222Q356 208 346 176zM454 176Q452 158 440 154Q428 190 400 204L404 222Q444 208 454 176z",
      dye.light,
    ) +
    stitch("M352 174Q364 204 396 214M448 174Q436 204 404 214", ink.base, 3, "5 5") +
    dots(
      [
        [400, 244],
        [400, 300],
        [400, 356],
      ],
      wood.deep,
      13,
    ) +
    (short ? path("M446 452h54v62q-27 14-54 0z", dye.deep, 'opacity=".35"') + stitch("M446 462h54", ink.base, 4) : "") +
    "</g>";
  return { defs, body };
}

/** A kurti: `long` falls further; `yoke` names the motif at the neck. */
export function kurti({ dye, ink, spark, work = "plain", border = "vine", yoke = "lotus", long = false, orna = null }) {
  const hem = long ? 724 : 670;
  const shape = `M340 178L294 196Q262 208 250 244L190 452L262 474L298 366Q300 420 288 480L256 ${hem}Q400 ${hem + 26} 544 ${hem}L512 480Q500 420 502 366L538 474L610 452L550 244Q538 208 506 196L460 178Q452 252 400 254Q348 252 340 178z`;
  const defs =
    light +
    worked(work, dye, ink, spark) +
    define("e", yoke, ink.base, spark.base, dye.base) +
    outline("o", shape) +
    band("t", border, hem - 66, 48, ink.base, spark.base, spark.base) +
    (orna
      ? outline(
          "r",
          "M300 190C250 330 214 520 226 716Q262 730 304 716C292 520 306 350 350 196zM500 190C550 330 586 520 574 716Q538 730 496 716C508 520 494 350 450 196z",
        )
      : "");
  const body =
    shadow(400, 752, 210, 18) +
    hanger(150) +
    path("M340 178Q400 128 460 178Q452 240 400 242Q348 240 340 178z", dye.deep) +
    fill("o", dye.base) +
    fill("o", "url(#p)") +
    on(
      "o",
      `<g fill="${dye.base}"><ellipse cx="400" cy="190" rx="112" ry="154"/><path d="M180 ${hem - 90}H620V${hem + 30}H180z"/></g>`,
      `<ellipse cx="400" cy="190" rx="112" ry="154" fill="${dye.deep}" opacity=".28"/>`,
      stitch(
        "M326 176Q334 268 400 270Q466 268 474 176M312 176Q318 286 400 288Q482 286 488 176M290 180Q288 340 400 342Q512 340 510 180",
        ink.base,
        4,
      ),
      copy("e", 400, 314, 0.5),
      copy("e", 330, 272, 0.36),
      copy("e", 470, 272, 0.36),
      box(180, hem - 74, 440, 64, dye.deep, 'opacity=".28"'),
      box(180, hem - 66, 440, 48, "url(#t)"),
      stitch(`M240 ${hem - 84}H560`, ink.base, 4),
      line("M192 430L268 452M608 430L532 452", ink.base, 5),
      stitch("M196 416L272 438M604 416L528 438", ink.base, 4, "6 7"),
    ) +
    folds([
      `M286 ${hem}Q320 560 330 430Q346 560 322 ${hem + 8}z`,
      `M514 ${hem}Q480 560 470 430Q454 560 478 ${hem + 8}z`,
      `M396 ${hem + 12}Q402 560 402 460Q414 580 416 ${hem + 12}z`,
    ]) +
    fill("o", "url(#s)") +
    (orna
      ? fill("r", orna.base) +
        on(
          "r",
          stitch("M322 200C276 340 250 520 264 716M478 200C524 340 550 520 536 716", orna.light, 4),
          line("M210 660H600M210 672H600", orna.light, 5),
          ...[560, 600, 636].map((y) =>
            dots(
              [
                [250, y],
                [276, y],
                [524, y],
                [550, y],
              ],
              orna.light,
              9,
            ),
          ),
        ) +
        fill("r", "url(#s)", 'opacity=".6"') +
        fringe(228, 304, 718, 26, orna.light, 12) +
        fringe(496, 574, 718, 26, orna.light, 12)
      : "");
  return { defs, body };
}

/** A girl's frock; `tiers` of gathers, else one wide skirt. */
export function frock({ dye, ink, spark, work = "plain", border = "vine", tiers = false }) {
  const shape =
    "M348 196L306 208Q268 210 250 240Q236 272 256 304L306 318L310 392Q240 520 196 660Q400 706 604 660Q560 520 490 392L494 318L544 304Q564 272 550 240Q532 210 494 208L452 196Q446 250 400 252Q354 250 348 196z";
  const defs =
    light +
    worked(work, dye, ink, spark) +
    define("e", "flower", ink.base, spark.base, dye.base) +
    outline("o", shape) +
    band("t", border, 580, 50, ink.base, spark.base, spark.base);
  const gathers = [];
  for (let i = -4; i <= 4; i++)
    gathers.push(`M${400 + i * 20} 396Q${400 + i * 32} 520 ${400 + i * 44} ${672 - Math.abs(i)}`);
  const body =
    shadow(400, 724, 210, 18) +
    hanger(168, 96) +
    path("M348 196Q400 156 452 196Q446 244 400 246Q354 244 348 196z", dye.deep) +
    fill("o", dye.base) +
    fill("o", "url(#p)") +
    on(
      "o",
      line(gathers.join(""), dye.deep, 5, 'opacity=".4"'),
      tiers
        ? ["M260 490Q400 524 540 490", "M224 580Q400 616 576 580"]
            .map((d) => line(d, dye.deep, 14, 'opacity=".4"') + stitch(d, ink.base, 6, "4 9"))
            .join("") + stitch("M204 640Q400 684 596 640", ink.base, 5)
        : box(180, 572, 440, 66, dye.deep, 'opacity=".22"') +
            box(180, 580, 440, 50, "url(#t)") +
            stitch("M200 654Q400 696 600 654", ink.base, 4),
      stitch("M334 198Q338 270 400 270Q462 270 466 198", ink.base, 4),
      copy("e", 400, 316, 0.62),
      copy("e", 346, 330, 0.42),
      copy("e", 454, 330, 0.42),
      line("M300 388Q400 402 500 388", spark.base, 20),
      stitch("M300 388Q400 402 500 388", ink.base, 4, "5 7"),
      stitch("M252 292L312 310M548 292L488 310", ink.base, 4, "6 7"),
    ) +
    fill("o", "url(#s)") +
    path("M452 392C480 350 516 366 506 390S470 402 452 392C424 356 392 368 402 390S434 402 452 392z", spark.base) +
    line("M452 396l-16 66M456 396l26 58", spark.base, 10, 'stroke-linecap="round"');
  return { defs, body };
}

/** A child's ready saree: blouse, sewn pleats, the end piece over the shoulder. */
export function readySaree({ dye, ink, spark, border = "temple" }) {
  const defs =
    light +
    worked("dotted", dye, ink, spark) +
    band("t", border, 616, 46, ink.base, spark.base, ink.base) +
    outline("o", "M306 376H494L568 676Q400 704 232 676z") +
    outline("f", "M478 196Q520 196 524 220C500 330 420 400 300 452L276 446L282 380C380 350 440 280 478 196z") +
    outline("r", "M506 196L546 216C566 330 566 440 556 560L486 560C492 440 496 320 478 210z");
  const pleat = [0, 1, 2, 3, 4, 5].map((i) => `M${356 + i * 18} 384Q${346 + i * 22} 540 ${330 + i * 29} 690`).join("");
  const body =
    shadow(400, 730, 200, 18) +
    hanger(168, 104) +
    fill("r", dye.deep) +
    on("r", line("M486 540H560M486 520H560", ink.base, 10)) +
    fringe(488, 556, 560, 26, ink.base, 12) +
    path(
      "M350 194L302 208L236 300L298 336L312 312L306 384H494L488 312L502 336L564 300L498 208L450 194Q440 250 400 250Q360 250 350 194z",
      ink.base,
    ) +
    stitch("M336 200Q346 266 400 266Q454 266 464 200M246 290L302 322M554 290L498 322", spark.base, 4) +
    fill("o", dye.base) +
    fill("o", "url(#p)") +
    on(
      "o",
      line(pleat, dye.deep, 5),
      box(210, 600, 390, 110, dye.base),
      box(210, 616, 390, 46, "url(#t)"),
      line("M210 672Q400 708 600 672", ink.base, 12),
    ) +
    fill("o", "url(#s)") +
    fill("f", dye.base) +
    fill("f", "url(#p)") +
    on("f", line("M478 190C440 290 370 350 270 384M530 214C500 340 420 410 290 458", ink.base, 18)) +
    fill("f", "url(#s)", 'opacity=".5"');
  return { defs, body };
}
