// Bags: a jute tote, a sling bag, a purse.
import { wood } from "./palette.mjs";
import { box, copy, dots, fill, light, line, on, outline, path, pattern, shadow, stitch } from "./svg.mjs";
import { define } from "./motifs.mjs";
import { band } from "./grounds.mjs";

export function tote({ dye, ink, spark }) {
  const defs =
    light +
    pattern(
      "p",
      14,
      14,
      line("M0 4H14M4 0V14", dye.deep, 2.4, 'opacity=".45"') + line("M0 11H14M11 0V14", dye.light, 2, 'opacity=".6"'),
    ) +
    define("e", "kalka", ink.base, dye.light, spark.base) +
    define("f", "flower", ink.base, spark.base, dye.light) +
    band("t", "diamond", 616, 44, ink.base, spark.base, ink.base) +
    outline("o", "M196 290H604L622 690Q622 706 606 706H194Q178 706 178 690z");
  const strap = (d, c, w) => line(d, c, w, 'stroke-linecap="round"');
  const body =
    shadow(400, 716, 260, 22) +
    strap("M304 300C296 90 504 90 496 300", wood.deep, 24) +
    path("M196 290H604L596 318H204z", dye.deep) +
    fill("o", dye.base) +
    fill("o", "url(#p)") +
    on(
      "o",
      box(170, 300, 460, 18, ink.base),
      stitch("M180 334H620", ink.base, 5),
      copy("e", 340, 470, 2.2, -14),
      copy("e", 470, 480, "-1.9 1.9", 14),
      copy("f", 404, 368, 0.7),
      copy("f", 264, 574, 0.5),
      copy("f", 548, 574, 0.5),
      box(170, 608, 460, 60, dye.light),
      box(170, 616, 460, 44, "url(#t)"),
    ) +
    fill("o", "url(#s)") +
    strap("M290 356V300C276 30 524 30 510 300V356", wood.base, 24) +
    stitch("M290 356V300C276 30 524 30 510 300V356", wood.light, 3, "8 8") +
    line("M276 330h28v44h-28zM496 330h28v44h-28z", wood.deep, 4);
  return { defs, body };
}

export function sling({ dye, ink, spark }) {
  const defs =
    light +
    pattern("p", 36, 20, line("M2 5h16M20 15h16", ink.base, 2.5, 'stroke-linecap="round" opacity=".35"')) +
    define("e", "bird", ink.base, spark.base, dye.deep) +
    define("f", "flower", spark.base, ink.base, dye.base) +
    define("g", "leafpair", spark.base) +
    band("t", "vine", 636, 44, ink.base, spark.base, spark.base) +
    outline("o", "M208 372Q208 350 230 350H570Q592 350 592 372V648Q592 700 540 700H260Q208 700 208 648z");
  const body =
    shadow(400, 722, 240, 22) +
    line("M230 380C150 40 650 40 570 380", dye.deep, 22) +
    stitch("M230 380C150 40 650 40 570 380", ink.base, 4) +
    fill("o", dye.base) +
    fill("o", "url(#p)") +
    on(
      "o",
      box(208, 350, 384, 44, dye.deep),
      line("M232 378H568", spark.base, 7, 'stroke-dasharray="5 4"'),
      stitch("M220 404H580", ink.base, 4),
      copy("e", 392, 520, 2.4),
      line("M250 600Q400 560 552 596", spark.base, 5),
      copy("g", 300, 588, 0.6, -60),
      copy("g", 500, 586, 0.6, 60),
      copy("f", 270, 450, 0.5),
      copy("f", 540, 560, 0.46),
      copy("f", 536, 440, 0.5),
      box(208, 628, 384, 80, dye.deep, 'opacity=".5"'),
      box(208, 636, 384, 44, "url(#t)"),
    ) +
    fill("o", "url(#s)") +
    line("M232 366v26M568 366v26", wood.light, 16, 'stroke-linecap="round"') +
    path("M558 378l22 46q-10 12-20 0z", spark.base) +
    line("M566 424l-8 40M570 424v44M574 424l9 40", spark.base, 5);
  return { defs, body };
}

export function purse({ dye, ink, spark }) {
  const defs =
    light +
    pattern("p", 36, 20, line("M2 5h16M20 15h16", ink.base, 2.5, 'stroke-linecap="round" opacity=".4"')) +
    define("e", "lotus", ink.base, spark.light, dye.base) +
    define("f", "flower", ink.base, dye.base, spark.light) +
    outline("o", "M150 320Q150 296 174 296H626Q650 296 650 320V596Q650 620 626 620H174Q150 620 150 596z") +
    outline("f2", "M146 300Q146 270 176 270H624Q654 270 654 300C640 400 520 500 400 500S160 400 146 300z");
  const body =
    shadow(404, 636, 290, 26) +
    fill("o", dye.base) +
    fill("o", "url(#p)") +
    on(
      "o",
      stitch("M166 312H634V604H166z", ink.base, 5),
      ...[
        [214, 556],
        [586, 556],
        [306, 572],
        [494, 572],
      ].map(([x, y], i) => copy("f", x, y, i < 2 ? 0.9 : 0.6)),
    ) +
    fill("o", "url(#s)") +
    fill("f2", "#000", 'opacity=".16" transform="translate(0 12)"') +
    fill("f2", dye.deep) +
    on(
      "f2",
      stitch(
        "M162 296C180 390 300 484 400 484S620 390 638 296M182 290C200 374 310 464 400 464S600 374 618 290",
        ink.base,
        5,
      ),
      copy("e", 400, 356, 1.3),
      copy("f", 266, 330, 0.8),
      copy("f", 534, 330, 0.8),
    ) +
    fill("f2", "url(#s)", 'opacity=".7"') +
    dots([[400, 486]], wood.deep, 46) +
    dots([[398, 483]], wood.light, 36) +
    dots(
      [
        [391, 483],
        [405, 483],
      ],
      wood.deep,
      6,
    );
  return { defs, body };
}
