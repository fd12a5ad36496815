// A woman in blouse and petticoat, and the cloth of a saree over her, each a layer in 600 × 900.
import { dyes } from "../drawing/palette.mjs";
import { worked } from "../drawing/grounds.mjs";
import { dots, line, path, stitch } from "../drawing/svg.mjs";
import { drawn } from "./stage.mjs";

const { turmeric, leaf, white, madder } = dyes;
const [skin, shade, hair] = ["#c98d63", "#b2784f", "#33231d"];

/** The cloth: a check in turmeric, as NK-006. */
export const cloth = worked("check", turmeric, leaf, white).replaceAll('id="p"', 'id="sd-p"');
const filled = (d) => path(d, turmeric.base) + path(d, "url(#sd-p)");
const edge = (d) => line(d, leaf.base, 22) + stitch(d, white.base, 4, "9 8");

export const woman = drawn(
  600,
  900,
  // Hair in a knot, neck, head.
  `<circle cx="338" cy="86" r="34" fill="${hair}"/>` +
    path("M278 120H322V190H278z", shade) +
    `<ellipse cx="300" cy="88" rx="50" ry="60" fill="${skin}"/>` +
    path("M248 92C240 30 280 14 304 16C344 16 364 50 352 104C344 70 324 50 300 42C276 50 256 64 248 92z", hair) +
    dots([[281, 92], [319, 92]], hair, 8) +
    line("M274 78q8-6 16-1M310 77q8-5 16 1", hair, 4, 'stroke-linecap="round"') +
    dots([[300, 66]], madder.base, 11) +
    line("M286 120q14 10 28 0", madder.deep, 5, 'stroke-linecap="round"') +
    // Arms behind the body's line, hands at the sides.
    line("M214 222Q186 330 196 420Q198 450 206 474M386 222Q414 330 404 420Q402 450 394 474", skin, 36, 'stroke-linecap="round"') +
    // Midriff, blouse with its sleeves, petticoat.
    path("M248 320H352L362 410H238z", skin) +
    path("M262 178Q300 214 338 178L384 196Q412 214 414 282L372 292L364 340H236L228 292L186 282Q188 214 216 196z", madder.base) +
    stitch("M190 276l36 9M410 276l-36 9M240 332H360", turmeric.light, 4) +
    line("M262 178Q300 214 338 178", turmeric.light, 4) +
    path("M236 396H364L440 866Q300 892 160 866z", white.base) +
    line("M270 420L240 866M330 420L360 866M300 420V874", white.deep, 4) +
    path("M234 392H366V412H234z", white.deep) +
    path("M250 868q22-12 44 6v14h-50zM306 874q22-18 44-6l6 20h-50z", shade),
);

/** Once round: over the petticoat, its border at the hem. */
export const round = drawn(600, 900, filled("M232 392H368L452 862Q300 892 148 862z") + edge("M154 852Q300 882 446 852"));

/** The pleats at the middle, each a narrow fold. */
export const pleats = [0, 1, 2, 3, 4, 5].map((fold) => {
  const [x, foot] = [262 + fold * 10, 232 + fold * 22];
  return drawn(
    600,
    900,
    filled(`M${x} 392H${x + 16}L${foot + 36} 874Q${foot + 18} 882 ${foot} 876z`) +
      line(`M${foot} 864H${foot + 36}`, leaf.base, 22) +
      line(`M${x} 396L${foot} 876`, turmeric.deep, 5),
  );
});

/** Round once more and up to the left shoulder: the picture's right. */
export const upward = drawn(
  600,
  900,
  filled("M232 384Q300 400 368 384L384 420Q300 440 224 428z") + filled("M226 400Q250 250 352 186L400 204Q420 230 398 292Q372 380 368 430Q296 432 226 428z") +
    edge("M232 402Q258 262 352 194") +
    line("M262 412Q300 290 380 214M300 424Q330 320 394 250", turmeric.deep, 4, 'opacity=".5"'),
);

/** The end piece, falling behind from the shoulder; drawn before the woman. */
export const fallen = drawn(
  600,
  900,
  filled("M362 190Q420 190 438 240Q476 420 486 660Q440 676 404 664Q400 420 372 260z") +
    edge("M430 232Q466 420 474 650") +
    path("M404 600L484 600L487 662Q440 678 404 666z", leaf.base) +
    stitch("M408 622H480M408 642H482", white.base, 4) +
    line("M412 668v22M428 670v22M444 671v22M460 669v22M476 665v22", leaf.base, 4),
);
