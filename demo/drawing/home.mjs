// For the house: a made bed, cushions, a runner, table mats.
import { wood } from "./palette.mjs";
import { box, copy, dots, fill, group, light, line, on, outline, path, shadow, stitch } from "./svg.mjs";
import { define } from "./motifs.mjs";
import { band, fringe, quilting, worked } from "./grounds.mjs";

/** A bed made with a ripple-stitched cover and two pillows. */
export function bed({ dye, ink, spark }) {
  const pillow = (x) =>
    path(
      `M${x} 300Q${x - 4} 264 ${x + 30} 266Q${x + 110} 256 ${x + 190} 266Q${x + 224} 264 ${x + 220} 300Q${x + 226} 348 ${x + 220} 386Q${x + 110} 400 ${x} 386Q${x - 6} 348 ${x} 300z`,
      dye.light,
    ) +
    path(`M${x + 24} 288H${x + 196}V370H${x + 24}z`, "url(#p)", 'opacity=".8"') +
    stitch(`M${x + 18} 282H${x + 202}V374H${x + 18}z`, ink.base, 4);
  const defs =
    light +
    worked("ripple", dye, { ...dye, base: dye.light }, spark) +
    define("e", "flower", spark.base, dye.deep, dye.light) +
    band("t", "vine", 604, 46, dye.light, spark.base, spark.base) +
    outline("o", "M128 400H672L708 620Q708 640 690 640H110Q92 640 92 620z");
  const body =
    shadow(400, 726, 330, 24) +
    box(104, 640, 30, 80, wood.deep) +
    box(666, 640, 30, 80, wood.deep) +
    path("M110 420V190Q110 150 150 150H650Q690 150 690 190V420z", wood.base) +
    path("M140 400V206Q140 182 164 182H636Q660 182 660 206V400z", wood.deep, 'opacity=".45"') +
    [220, 310, 400, 490, 580].map((x) => line(`M${x} 188V300`, wood.light, 10)).join("") +
    path("M124 330H676V420H124z", "#fbf6ea") +
    pillow(160) +
    pillow(420) +
    fill("o", dye.base) +
    fill("o", "url(#p)") +
    on(
      "o",
      path("M128 400H672L678 440H122z", dye.deep),
      stitch("M126 420H674", dye.light, 5),
      box(80, 590, 640, 70, dye.deep),
      box(80, 604, 640, 46, "url(#t)"),
      ...[0, 1, 2, 3, 4].map((i) => copy("e", 192 + i * 104, 516, 0.7)),
    ) +
    fill("o", "url(#s)");
  return { defs, body };
}

const cushionShape =
  "M-232-218Q-240-240-214-232Q0-196 214-232Q240-240 232-214Q196 0 232 214Q240 240 214 232Q0 196-214 232Q-240 240-232 214Q-196 0-232-218z";

/** A cushion; `pair` puts a second one behind. */
export function cushion({ dye, ink, spark, work = "plain", middle = "lotus", pair = false }) {
  const defs =
    light +
    quilting(ink.base) +
    (pair ? worked(work, dye, ink, spark) : "") +
    define("e", middle, ...(pair ? [dye.base, spark.base] : [ink.base, spark.base, dye.base])) +
    outline("o", cushionShape);
  const front = pair
    ? fill("o", "url(#p)") + stitch("M-196-196Q0-166 196-196Q166 0 196 196Q0 166-196 196Q-166 0-196-196z", ink.base, 5)
    : fill("o", "url(#q)") +
      stitch(
        "M-204-204Q0-172 204-204Q172 0 204 204Q0 172-204 204Q-172 0-204-204zM-184-184Q0-154 184-184Q154 0 184 184Q0 154-184 184Q-154 0-184-184z",
        ink.base,
        5,
      ) +
      copy("e", 0, 0, 2.7) +
      [
        [-140, -140],
        [140, -140],
        [-140, 140],
        [140, 140],
      ]
        .map(([x, y]) => copy("e", x, y, 0.56))
        .join("");
  const corners = dots(
    [
      [-226, -226],
      [226, -226],
      [-226, 226],
      [226, 226],
    ],
    spark.base,
    26,
  );
  const body = pair
    ? shadow(400, 690, 320, 28) +
      group(
        'transform="translate(300 350)rotate(-12)scale(.92)"',
        fill("o", ink.base) +
          [-132, -44, 44, 132]
            .map((y) =>
              [-132, -44, 44, 132]
                .filter((x) => x + y < 90)
                .map((x) => copy("e", x, y, 0.5))
                .join(""),
            )
            .join("") +
          stitch("M-196-196Q0-166 196-196Q166 0 196 196Q0 166-196 196Q-166 0-196-196z", dye.base, 5) +
          fill("o", "url(#s)"),
      ) +
      group(
        'transform="translate(470 444)rotate(7)"',
        fill("o", "#000", 'opacity=".12" transform="translate(-12 12)"') +
          fill("o", dye.base) +
          front +
          fill("o", "url(#s)") +
          corners,
      )
    : shadow(400, 656, 270, 30) +
      group(
        'transform="translate(400 400)rotate(-4)scale(1.08)"',
        fill("o", dye.base) + front + fill("o", "url(#s)") + corners,
      );
  return { defs, body };
}

/** A table seen from its side, the runner hanging over its edge, a bowl on it. */
export function runner({ dye, ink, spark }) {
  const defs =
    light +
    define("e", "bird", ink.base, spark.base, dye.base) +
    define("g", "leafpair", ink.base) +
    band("t", "diamond", 636, 36, ink.base, spark.base, ink.base) +
    outline("o", "M306 270H494L528 430V690H272V430z");
  const body =
    path("M40 430L190 260H610L760 430z", wood.light) +
    path("M40 430H760V462H40z", wood.base) +
    path("M84 462h34l-8 300h-22zM682 462h34l-6 300h-22z", wood.deep) +
    path("M288 446h256v262H288z", "#000", 'opacity=".12"') +
    fill("o", dye.base) +
    on(
      "o",
      path("M306 270H494L528 430H272z", "#fff", 'opacity=".16"'),
      line("M272 430H528", dye.deep, 4),
      stitch("M322 274L290 430V690M478 274L510 430V690", spark.base, 5),
      line("M400 280V560", ink.base, 5),
      ...[446, 500, 554].map((y) => copy("g", 400, y, 0.9)),
      copy("g", 400, 392, "0.8 .6"),
      copy("e", 338, 586, 0.8),
      copy("e", 462, 586, "-.8 .8"),
      box(272, 628, 256, 52, dye.light),
      box(272, 636, 256, 36, "url(#t)"),
    ) +
    fill("o", "url(#s)") +
    fringe(272, 528, 690, 34, dye.deep, 12) +
    shadow(400, 352, 92, 16) +
    path("M310 268Q316 350 372 352H428Q484 350 490 268z", "#b5593c") +
    `<ellipse cx="400" cy="268" rx="90" ry="22" fill="#8a3f28"/>` +
    [
      [356, 250, "#dda63a"],
      [402, 236, "#c9762e"],
      [446, 250, "#dda63a"],
      [380, 262, "#e0b24a"],
      [424, 264, "#c9762e"],
    ]
      .map(([x, y, c]) => dots([[x, y]], c, 62))
      .join("") +
    line("M402 208q10-22 26-24", "#455c33", 7, 'stroke-linecap="round"') +
    path("M310 268A90 22 0 0 0 490 268Q488 300 478 318H322Q312 300 310 268z", "#b5593c") +
    stitch("M322 296Q400 318 478 296", "#e3a48d", 5, "5 9");
  return { defs, body };
}

/** Six mats fanned under a plate. */
export function mats({ dye, ink, spark }) {
  const defs =
    light +
    worked("plain", dye, dye, spark) +
    define("e", "flower", ink.base, spark.base, dye.base) +
    `<g id="a"><rect x="-270" y="-180" width="540" height="360" rx="12"/></g><g id="d">${stitch("M-252-162H252V162H-252z", ink.base, 6)}${stitch("M-238-148H238V148H-238z", dye.light, 4, "3 9")}</g>`;
  const mat = (x, y, turn, colour) =>
    group(
      `transform="translate(${x} ${y})rotate(${turn})"`,
      fill("a", "#000", 'opacity=".13" transform="translate(6 9)"') +
        fill("a", colour) +
        fill("a", "url(#p)") +
        fill("d", "none"),
    );
  const shades = [dye.deep, dye.base, spark.base, dye.base, dye.deep, dye.base];
  const body =
    [-30, -21, -12, -4, 3]
      .map((turn, i) =>
        mat(400 - (4 - i) * 8, 420 - (5 - i) * 14, turn, shades[i] === spark.base ? dye.light : shades[i]),
      )
      .join("") +
    mat(404, 440, 9, dye.base) +
    group(
      'transform="translate(404 440)rotate(9)"',
      ...[
        [-212, -124],
        [212, -124],
        [-212, 124],
        [212, 124],
      ].map(([x, y]) => copy("e", x, y, 0.5)),
    ) +
    '<circle cx="410" cy="448" r="134" fill="#000" opacity=".12"/><circle cx="404" cy="440" r="132" fill="#f6f1e6"/><circle cx="404" cy="440" r="92" fill="none" stroke="#d9cbb0" stroke-width="4"/>' +
    `<circle cx="404" cy="440" r="116" fill="none" stroke="${ink.base}" stroke-width="5" stroke-dasharray="3 13" stroke-linecap="round"/>` +
    copy("e", 404, 440, 1.2);
  return { defs, body };
}
