// A nakshi kantha: its stitch, and its care.
import { dyes, wood } from "../drawing/palette.mjs";
import { band } from "../drawing/grounds.mjs";
import { define } from "../drawing/motifs.mjs";
import { box, copy, dots, line, path, stitch } from "../drawing/svg.mjs";
import { appear, come, drawn, grow, move, part, product, scene, sewn, sway, unveil, words } from "./stage.mjs";

const size = [1280, 720];
const { indigo, madder, turmeric, jute, leaf, white } = dyes;
const left = { x: 90, y: 150, w: 520 };

const title = () =>
  scene(
    { from: 0, until: 6, ground: "clay", glow: { disc: 300, x: 900, y: 350 }, size },
    part({ x: 600, y: 50 }, product("NK-012", 600), come(0, 60, 0, 1.4), appear(0, 0.8)),
    words({ x: 90, y: 190, w: 520 }, 0.5, "নকশি কাঁথা", "Nakshi kantha", { size: 84 }),
    sewn(94, 400, 400, 1.6, 3, madder.base),
    words({ x: 90, y: 430, w: 520 }, 2.4, "ফোঁড় আর যত্ন", "its stitch and its care", { size: 46 }),
  );

/** A sheet of cloth seen from its side. */
const sheet = (dye) =>
  drawn(
    520,
    250,
    path("M110 0H520L410 230H0z", dye.deep, 'transform="translate(0 12)"') +
      path("M110 0H520L410 230H0z", dye.base) +
      stitch("M118 10H503L403 220H18z", dye.light, 4),
  );

const layers = () =>
  scene(
    { from: 6, until: 15, ground: "cotton", glow: { disc: 310, x: 900, y: 370 }, size },
    part({ x: 650, y: 300 }, sheet(white), come(6.6, 0, 260, 1.2), appear(6.6)),
    part({ x: 650, y: 272 }, sheet(jute), come(7.6, 260, -60, 1.2), appear(7.6)),
    part({ x: 650, y: 244 }, sheet(white), come(8.6, 0, -260, 1.2), appear(8.6)),
    ...[0, 1, 2, 3, 4].map((row) =>
      part(
        { x: 650, y: 244 },
        drawn(520, 250, stitch(`M${102 - row * 19} ${38 + row * 40}h376`, row % 2 ? indigo.base : madder.base, 5, "14 11")),
        unveil(10 + row * 0.8, 0.8),
      ),
    ),
    words(left, 7, "তিন পরত ধোয়া নরম সুতি", "Three layers of soft, washed cotton", { until: 10 }),
    words(left, 10.4, "হাতের রানফোঁড়ে এক হয়ে থাকে", "Held together by running stitch"),
  );

const days = () => {
  const grid = Array.from({ length: 40 }, (_, day) => [day % 10, Math.floor(day / 10)]);
  const [lotus, vine] = [
    define("kc-l", "lotus", madder.base, indigo.base, white.base),
    band("kc-v", "vine", 0, 50, madder.base, indigo.base, indigo.base),
  ];
  return scene(
    { from: 15, until: 23, ground: "rose", glow: { disc: 320, x: 930, y: 360 }, size },
    part({ x: 690, y: 120, w: 480, h: 480 }, drawn(480, 480, copy("kc-l", 240, 240, 4.2), lotus), grow(15.6, 0.2, 3), appear(15.4)),
    part({ x: 690, y: 600 }, drawn(480, 60, box(0, 0, 480, 50, "url(#kc-v)"), vine), unveil(17.5, 3)),
    words({ x: 90, y: 130, w: 560 }, 15.8, "একটি কাঁথায় ৪০ দিন", "Forty days for one kantha"),
    ...grid.map(([x, y], day) =>
      part(
        { x: 94 + x * 50, y: 370 + y * 42 },
        drawn(36, 12, line("M4 6h26", day % 3 ? madder.base : indigo.base, 8, 'stroke-linecap="round"')),
        appear(16.6 + day * 0.11, 0.1),
      ),
    ),
  );
};

/** A basin; the front hides what goes into the water. */
const basin = (front) =>
  drawn(
    560,
    330,
    front
      ? path("M20 110Q280 170 540 110L490 290Q280 340 70 290z", turmeric.base) +
          path("M20 110Q280 170 540 110L534 134Q280 196 26 134z", turmeric.deep) +
          stitch("M60 220Q280 270 500 220", white.base, 6)
      : `<ellipse cx="280" cy="110" rx="262" ry="62" fill="${turmeric.deep}"/><ellipse cx="280" cy="112" rx="244" ry="52" fill="#b9d4dc"/>`,
  );

const folded = drawn(
  300,
  230,
  path("M0 30Q0 0 30 0H270Q300 0 300 30V230H0z", white.base) +
    stitch("M20 22H280V225H20z", madder.base, 6) +
    stitch("M50 60H250M50 95H250M50 130H250M50 165H250M50 200H250", indigo.light, 5) +
    line("M150 0V230", white.deep, 4),
);

const wash = () =>
  scene(
    { from: 23, until: 33, ground: "mist", glow: { disc: 310, x: 920, y: 370 }, size },
    part({ x: 640, y: 270 }, basin(false)),
    part({ x: 770, y: 160 }, folded, move(24, 2.6, "translate:0 -210px", "translate:0 90px"), appear(23.6)),
    part({ x: 640, y: 270 }, basin(true)),
    ...[0, 1, 2, 3, 4, 5, 6].map((bubble) =>
      part(
        { x: 690 + bubble * 66, y: 330 - (bubble % 3) * 14 },
        `<svg width="44" height="44"><circle cx="22" cy="22" r="${12 + (bubble % 3) * 4}" fill="#fff" opacity=".75"/><circle cx="17" cy="17" r="4" fill="#fff"/></svg>`,
        appear(26 + bubble * 0.3, 0.4),
        move(26 + bubble * 0.3, 5, "translate:0 0", `translate:${(bubble % 2) * 24 - 12}px -${90 + (bubble % 3) * 40}px`),
      ),
    ),
    words(left, 23.8, "ঠান্ডা পানি, হালকা সাবান", "Cold water and a mild soap", { until: 28.6 }),
    words(left, 29, "নিংড়াবেন না, চেপে পানি ঝরান", "Do not wring; press the water out"),
  );

const cloud = drawn(220, 90, path("M30 80Q0 80 8 54Q20 34 48 42Q64 0 108 14Q140-8 164 28Q216 26 208 62Q204 80 180 80z", "#fff", 'opacity=".8"'));

const dry = () =>
  scene(
    { from: 33, until: 40, ground: "moss", size },
    part({ x: 60, y: 50 }, cloud, move(33, 8, "translate:0 0", "translate:90px 0", { ease: "linear" })),
    part({ x: 0, y: 560 }, drawn(1280, 160, path("M0 60Q320 0 640 40T1280 30V160H0z", leaf.light))),
    part(
      { x: 1020, y: 40 },
      drawn(
        300,
        640,
        path("M120 620Q136 400 124 240h50Q164 400 190 620z", wood.base) +
          `<g fill="${leaf.base}"><circle cx="60" cy="150" r="100"/><circle cx="170" cy="90" r="120"/><circle cx="250" cy="190" r="110"/></g>` +
          `<g fill="${leaf.deep}" opacity=".35"><circle cx="90" cy="210" r="60"/><circle cx="220" cy="240" r="66"/></g>` +
          dots([[70, 130], [150, 80], [210, 150], [110, 190], [240, 120]], turmeric.base, 16),
      ),
    ),
    part({ x: 0, y: 118 }, drawn(1280, 30, line("M590 4Q860 34 1160 8", wood.deep, 5))),
    part({ x: 580, y: 40, css: "transform-origin:50% 16%;" }, product("NK-013", 520), sway(2.4, 1.6)),
    words(left, 33.6, "ছায়ায় মেলে শুকান", "Dry it spread out, in the shade"),
  );

const keep = () =>
  scene(
    { from: 40, ground: "sun", glow: { disc: 300, x: 900, y: 370 }, size },
    part({ x: 640, y: 90 }, product("NK-014", 340), come(40.4, 0, -120), appear(40.4)),
    part({ x: 850, y: 250 }, product("NK-015", 400), come(41, 120, 0), appear(41)),
    words(left, 40.5, "ভাঁজ করে সুতির ব্যাগে রাখুন", "Keep it folded, in a cotton bag", { size: 54 }),
    words({ x: 90, y: 400, w: 480 }, 43, "কিছু জানতে চাইলে লিখুন", "Write to us any time", { size: 40 }),
    sewn(94, 552, 380, 43.4, 2.6, madder.base),
  );

export const kanthaCare = {
  id: "kantha-care",
  size,
  seconds: 48,
  seed: 12,
  // The kantha that sways in the wind is all detail.
  crf: 33,
  scenes: () => [title(), layers(), days(), wash(), dry(), keep()],
};
