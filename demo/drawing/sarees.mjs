// Sarees, folded or over a rod.
import { box, copy, fill, light, line, on, outline, path, shadow, stitch } from "./svg.mjs";
import { define } from "./motifs.mjs";
import { again, band, bandDown, fringe, worked } from "./grounds.mjs";
import { pleats, rod } from "./rod.mjs";

/** A saree folded flat, its end piece laid over the front. */
export function foldedSaree({ dye, ink, spark, work, border = "diamond", end = "kalka", edge = spark }) {
  const defs =
    light +
    worked(work, dye, ink, spark) +
    define("e", end, ink.base, spark.base, spark.base) +
    band("b", border, 574, 52, ink.base, spark.base, ink.base) +
    band("t", border, 556, 62, ink.base, spark.base, dye.light) +
    outline("o", "M172 150Q172 136 186 136H614Q628 136 628 150V640H172z") +
    outline("f", "M352 122Q352 112 362 112H600Q612 112 612 124V690H352z");
  const layers = [3, 2, 1].map((i) =>
    path(`M${172 + i * 3} ${628 + i * 11}H${628 + i * 5}V${150 + i * 9}H600z`, i % 2 ? dye.deep : dye.base),
  );
  const body =
    shadow(408, 690, 280, 34) +
    layers.join("") +
    fill("o", dye.base) +
    fill("o", "url(#p)") +
    on(
      "o",
      box(172, 566, 456, 68, edge.deep),
      box(172, 574, 456, 52, "url(#b)"),
      line("M172 562H628M172 556H628", ink.base, 3),
    ) +
    fill("o", "url(#s)") +
    path("M336 136h16v504h-16z", "#000", 'opacity=".13"') +
    fill("f", dye.base) +
    fill("f", dye.deep, 'opacity=".16"') +
    on(
      "f",
      line("M352 150H612M352 160H612M352 330H612M352 340H612", ink.base, 4),
      stitch("M352 176H612M352 314H612", spark.base, 5, "2 14"),
      ...[0, 1, 2].map((i) => copy("e", 400 + i * 82, 245, 1.05)),
      ...[0, 1, 2, 3].map((i) => copy("e", 360 + i * 82, 400, 0.6)),
      ...[0, 1, 2].map((i) => copy("e", 400 + i * 82, 480, 0.6)),
      box(352, 546, 260, 82, edge.deep),
      box(352, 556, 260, 62, "url(#t)"),
      line("M352 538H612M352 640H612M352 650H612", ink.base, 4),
    ) +
    fill("f", "url(#s)") +
    fringe(352, 612, 690, 36, ink.base === dye.base ? dye.deep : ink.base, 12);
  return { defs, body };
}

/** A saree over a bamboo rod: the body at the left, the end piece at the right. */
export function drapedSaree({ dye, ink, spark, work, border = "vine", end = "lotus", edge = spark }) {
  const left = "M176 150Q176 130 198 130H420V640Q390 656 360 640T298 642T236 640T176 642z";
  const right = "M372 146Q372 124 396 124H606Q628 124 628 146V702Q596 716 564 702T500 704T436 702T372 704z";
  // On an end piece in the thread's own colour, the cloth's colour does the drawing.
  const drawn = edge === ink ? dye : ink;
  const dot = edge === spark ? dye : spark;
  const defs =
    light +
    worked(work, dye, ink, spark) +
    define("e", end, drawn.base, dot.base, dye.light) +
    bandDown("b", border, 184, 54, drawn.base, spark.base, drawn.base) +
    again("t", "b", "translate(0 590)") +
    outline("o", left) +
    outline("f", right);
  const body =
    shadow(400, 742, 250, 22) +
    rod(150) +
    fill("o", dye.base) +
    fill("o", "url(#p)") +
    on("o", box(176, 160, 70, 500, edge.deep), box(184, 160, 54, 500, "url(#b)"), line("M252 160V660", ink.base, 4)) +
    fill("o", "url(#s)") +
    pleats([286, 330], 164, 640) +
    path("M354 132h20v510h-20z", "#000", 'opacity=".16"') +
    fill("f", dye.base) +
    fill("f", "url(#p)") +
    on(
      "f",
      box(372, 380, 256, 340, edge.base),
      line("M372 372H628M372 362H628", ink.base, 4),
      stitch("M372 396H628M372 566H628", drawn.light, 4, "10 8"),
      ...[0, 1, 2].map((i) => copy("e", 416 + i * 84, 480, 0.86 - (i % 2) * 0.02)),
      box(372, 582, 256, 76, edge.deep),
      box(372, 590, 256, 60, "url(#t)"),
      line("M372 674H628M372 686H628", drawn.base, 3),
    ) +
    fill("f", "url(#s)") +
    pleats([440, 562], 168, 704) +
    fringe(376, 628, 704, 34, ink.base, 12) +
    rodFront();
  return { defs, body };
}

/** Where cloth goes over the rod it turns, and catches the light. */
const rodFront = () =>
  path(
    "M176 150Q176 130 198 130H372V158H176zM372 146Q372 124 396 124H606Q628 124 628 146V156H372z",
    "#fff",
    'opacity=".2"',
  ) + line("M176 164H372M372 162H628", "#000", 9, 'opacity=".13"');
