// Three bags: how large they are, and what goes into them.
import { dyes, ink, wood } from "../drawing/palette.mjs";
import { dots, line, path, stitch } from "../drawing/svg.mjs";
import { arrow } from "./measures.mjs";
import { appear, come, drawn, grow, move, part, product, scene, sewn, words } from "./stage.mjs";

const size = [1280, 720];
const { indigo, madder, turmeric, jute, leaf, white, lac } = dyes;
const left = { x: 90, y: 160, w: 500 };

const title = () =>
  scene(
    { from: 0, until: 5, ground: "sun", glow: { arch: 290, x: 900, y: 340 }, size },
    part({ x: 620, y: 80 }, product("NK-049", 560), come(0, 0, 60, 1.2), appear(0)),
    words({ x: 90, y: 190, w: 520 }, 0.5, "তিনটি ব্যাগ", "Three bags", { size: 84 }),
    sewn(94, 400, 380, 1.4, 2.4, indigo.base),
    words({ x: 90, y: 430, w: 520 }, 2.2, "কত বড়, কী কী ধরে", "how large, and what goes in", { size: 46 }),
  );

const sizes = () =>
  scene(
    { from: 5, until: 11, ground: "cotton", glow: { arch: 280, x: 900, y: 340 }, size },
    part({ x: 640, y: 70 }, product("NK-049", 520)),
    arrow({ x: 768, y: 580, long: 264 }, 6, "১৪ ইঞ্চি", { x: 826, y: 612 }),
    arrow({ x: 1070, y: 258, long: 262, along: "y" }, 7.4, "১৬ ইঞ্চি", { x: 1106, y: 356 }),
    words(left, 5.6, "১৪ × ১৬ ইঞ্চি", "14 × 16 inches", { size: 68 }),
    words({ x: 90, y: 390, w: 500 }, 8.4, "মোটা পাট, ভেতরে সুতির আস্তর", "Stout jute with a cotton lining", { size: 40 }),
  );

const laptop = drawn(
  210,
  220,
  `<rect width="210" height="220" rx="14" fill="#6f7478"/><rect x="8" y="8" width="194" height="204" rx="9" fill="#8b9095"/><circle cx="105" cy="60" r="14" fill="#6f7478"/>`,
);
const book = drawn(
  110,
  210,
  path("M0 10Q0 0 10 0H110V210H10Q0 210 0 200z", madder.base) + stitch("M18 14V196", white.base, 5) + line("M40 22H92M40 44H76", white.base, 6),
);

const carries = () =>
  scene(
    { from: 11, until: 18, ground: "mist", glow: { arch: 280, x: 900, y: 340 }, size },
    part({ x: 790, y: 222 }, laptop, move(11.8, 2, "translate:0 -330px", "translate:0 0"), appear(11.6, 0.4)),
    part({ x: 918, y: 206 }, book, move(13.8, 1.6, "translate:0 -330px", "translate:0 0"), appear(13.6, 0.4)),
    part({ x: 640, y: 70 }, product("NK-049", 520)),
    words(left, 11.6, "ল্যাপটপ, খাতা, দুপুরের খাবার", "A laptop, notebooks, lunch"),
    words({ x: 90, y: 450, w: 500 }, 15, "সবই ধরে", "all of it fits", { size: 40 }),
  );

const inside = drawn(
  520,
  480,
  path("M0 40Q260 0 520 40V430Q260 480 0 430z", jute.base) +
    path("M26 62Q260 26 494 62V408Q260 452 26 408z", "#efe3c8") +
    stitch("M40 76Q260 42 480 76V396Q260 436 40 396z", jute.deep, 4),
);
const pocket = drawn(
  300,
  220,
  path("M0 0H300V190Q300 220 270 220H30Q0 220 0 190z", jute.light) +
    stitch("M14 14H286V190Q286 206 270 206H30Q14 206 14 190z", indigo.base, 5) +
    path("M0 0H300V26H0z", indigo.base),
);
const phone = drawn(
  96,
  180,
  `<rect width="96" height="180" rx="16" fill="${ink}"/><rect x="7" y="14" width="82" height="148" rx="6" fill="#b9d4dc"/>`,
);
const keys = drawn(
  90,
  170,
  `<circle cx="45" cy="30" r="24" fill="none" stroke="${turmeric.deep}" stroke-width="8"/>` +
    line("M38 54L26 150M52 54L62 140", "#8b8f94", 11, 'stroke-linecap="round"') +
    line("M27 140h14M62 128h13", "#8b8f94", 8),
);

const pockets = () =>
  scene(
    { from: 18, until: 24, ground: "clay", glow: { disc: 310, x: 900, y: 360 }, size },
    part({ x: 640, y: 120 }, inside, grow(18, 0.92, 1.2)),
    part({ x: 790, y: 260 }, phone, move(19.2, 1.6, "translate:0 -260px", "translate:0 10px"), appear(19, 0.4)),
    part({ x: 930, y: 270 }, keys, move(20.6, 1.6, "translate:0 -260px", "translate:0 0"), appear(20.4, 0.4)),
    part({ x: 750, y: 330 }, pocket),
    words(left, 18.6, "ভেতরে একটি পকেট", "One pocket inside"),
    words({ x: 90, y: 390, w: 500 }, 20.8, "ফোন আর চাবি হাতের কাছে", "Phone and keys at hand", { size: 40 }),
  );

const sling = () =>
  scene(
    { from: 24, until: 30, ground: "rose", glow: { arch: 280, x: 900, y: 340 }, size },
    part({ x: 640, y: 90 }, product("NK-050", 520), come(24, 80, 0, 1.2)),
    arrow({ x: 1080, y: 166, long: 170, along: "y" }, 25.6, "ফিতা", { x: 1118, y: 218 }),
    arrow({ x: 776, y: 590, long: 248 }, 27, "১০ × ১২ ইঞ্চি", { x: 792, y: 622 }),
    words(left, 24.6, "ফিতা ছোট-বড় করা যায়", "The strap adjusts"),
    words({ x: 90, y: 400, w: 500 }, 26.8, "মুখে চেইন, কিছু পড়ে যায় না", "A zip on top: nothing falls out", { size: 40 }),
  );

const purse = () =>
  scene(
    { from: 30, until: 36, ground: "mist", glow: { disc: 300, x: 900, y: 370 }, size },
    part({ x: 700, y: 190 }, phone, move(31, 1.5, "translate:60px -190px", "translate:100px 60px"), appear(30.8, 0.3)),
    part(
      { x: 930, y: 210 },
      drawn(150, 84, `<rect width="150" height="84" rx="6" fill="${leaf.base}"/><rect x="10" y="10" width="130" height="64" rx="4" fill="none" stroke="${leaf.light}" stroke-width="4"/><circle cx="75" cy="42" r="20" fill="${leaf.light}"/>`),
      move(32, 1.5, "translate:-20px -170px", "translate:-40px 110px"),
      appear(31.8, 0.3),
    ),
    part({ x: 650, y: 120 }, product("NK-051", 500)),
    words(left, 30.6, "নকশি পার্স: ফোন আর কিছু টাকা", "The purse: a phone and some cash", { size: 54 }),
    words({ x: 90, y: 440, w: 500 }, 33, "৫ × ৮ ইঞ্চি", "5 × 8 inches", { size: 40 }),
  );

const care = () =>
  scene(
    { from: 36, ground: "sun", glow: { arch: 280, x: 900, y: 340 }, size },
    part({ x: 640, y: 80 }, product("NK-049", 520)),
    part(
      { x: 740, y: 330 },
      drawn(170, 120, path("M10 30Q40 0 90 14Q150 0 164 40Q176 90 130 104Q70 124 24 104Q-10 80 10 30z", "#cfe0e4") + stitch("M28 40Q90 24 146 46M26 70Q86 54 150 76", lac.light, 5) + dots([[40, 96]], "#fff", 10)),
      move(37, 1.1, "translate:0 -30px", "translate:190px 60px", { ease: "ease-in-out", more: "4 alternate" }),
      appear(36.6, 0.4),
    ),
    words(left, 36.6, "ভেজা কাপড়ে মুছুন, ধোবেন না", "Wipe with a damp cloth; do not wash", { size: 54 }),
    words({ x: 90, y: 440, w: 480 }, 39.4, "আর কিছু জানতে চাইলে লিখুন", "Anything else? Just ask", { size: 40 }),
    sewn(94, 586, 380, 39.6, 2.2, wood.base),
  );

export const bagPockets = {
  id: "bag-pockets",
  size,
  seconds: 43,
  seed: 49,
  scenes: () => [title(), sizes(), carries(), pockets(), sling(), purse(), care()],
};
