// Mita says hello, and how this shop works.
import { dyes, wood } from "../drawing/palette.mjs";
import { face } from "../drawing/face.mjs";
import { box, dots, line, path, stitch } from "../drawing/svg.mjs";
import { appear, come, drawn, grow, move, part, picture, product, scene, sewn, sway, unveil, words } from "./stage.mjs";

const size = [1280, 720];
const { indigo, madder, turmeric, jute, leaf, white } = dyes;
const teal = "#155e63";
const left = { x: 90, y: 150, w: 540 };

const mita = (wide) =>
  `<div style="position:relative;width:${wide}px;height:${wide}px;border-radius:50%;box-shadow:0 0 0 14px #fffdf7">${picture(face, wide)}</div>`;

const greeting = () =>
  scene(
    { from: 0, until: 6, ground: "sun", size },
    part({ x: 730, y: 130 }, mita(420), grow(0, 0.94, 1.2)),
    ...[0, 1, 2, 3, 4, 5, 6, 7].map((turn) => {
      const [x, y] = [Math.cos((turn * Math.PI) / 4), Math.sin((turn * Math.PI) / 4)];
      return part(
        { x: 920 + x * 268, y: 320 + y * 268 },
        drawn(40, 40, path("M20 0L34 20 20 40 6 20z", turn % 2 ? madder.base : teal)),
        appear(0.8 + turn * 0.2, 0.4),
        grow(0.8 + turn * 0.2, 0.2, 0.6),
      );
    }),
    words({ x: 90, y: 180, w: 580 }, 0.4, "আসসালামু আলাইকুম", "Hello and welcome", { size: 66 }),
    sewn(94, 376, 440, 1.4, 2.6, teal),
    words({ x: 90, y: 410, w: 560 }, 2.2, "আমি মিতা, নকশি ঘর থেকে", "I am Mita, from Nokshi Ghar", { size: 44 }),
  );

const house = drawn(
  620,
  520,
  box(60, 170, 500, 350, "#f6ead2") +
    path("M20 180L70 60H550L600 180z", teal) +
    [0, 1, 2, 3, 4, 5, 6].map((i) => path(`M${20 + i * 83} 180q41 58 83 0z`, i % 2 ? white.base : madder.base)).join("") +
    box(110, 270, 170, 180, "#dfe6e6") +
    line("M110 270H280V450H110zM195 270V450", wood.deep, 9) +
    box(350, 260, 150, 260, wood.base) +
    box(370, 284, 110, 110, "#dfe6e6") +
    dots([[368, 420]], turmeric.base, 18) +
    box(40, 512, 540, 12, wood.deep),
);

const shop = () =>
  scene(
    { from: 6, until: 13, ground: "mist", glow: { disc: 320, x: 910, y: 360 }, size },
    part({ x: 600, y: 130 }, house, come(6.2, 0, 60, 1.2)),
    part(
      { x: 690, y: 204, w: 440, css: "text-align:center;" },
      '<p class="bn" style="font-size:62px;color:#fffdf7;line-height:1.3">নকশি ঘর</p>',
      appear(7.4, 0.8),
    ),
    part({ x: 700, y: 330, css: "transform-origin:50% 0;" }, product("NK-051", 180), sway(1.6, 2)),
    words(left, 6.6, "মোহাম্মদপুরে আমাদের ছোট দোকান", "Our small shop in Mohammadpur, Dhaka", { size: 54 }),
    words({ x: 90, y: 440, w: 500 }, 9.4, "না কিনলেও চা আছে", "There is tea even if you buy nothing", { size: 42 }),
  );

const makers = [
  ["NK-001", 640, 50, "রূপগঞ্জ", "Rupganj"],
  ["NK-012", 910, 50, "জামালপুর", "Jamalpur"],
  ["NK-006", 640, 350, "টাঙ্গাইল", "Tangail"],
  ["NK-034", 910, 350, "কুমিল্লা", "Cumilla"],
];

const hands = () =>
  scene(
    { from: 13, until: 22, ground: "cotton", size },
    ...makers.map(([sku, x, y, bn, en], at) =>
      part(
        { x, y, w: 250, h: 284 },
        `<div class="card" style="inset:0;text-align:center"><div style="left:25px;top:4px">${product(sku, 200)}</div>
         <p style="position:absolute;bottom:8px;width:100%;font-size:28px"><b class="bn">${bn}</b> <span class="en" style="font-size:22px">${en}</span></p></div>`,
        appear(13.8 + at * 1.3),
        come(13.8 + at * 1.3, 0, 50, 0.9),
      ),
    ),
    words(left, 13.6, "হাতে বোনা, হাতে সেলাই", "Woven and sewn by hand", { size: 52 }),
    words({ x: 90, y: 400, w: 500 }, 17.4, "কাঁথার কোণে কারিগরের নাম থাকে", "Each kantha bears its maker’s name", { size: 42 }),
  );

const lid = drawn(400, 110, path("M0 110L40 10H360L400 110z", jute.base) + line("M200 10V110", jute.deep, 14));
const parcel = drawn(400, 270, box(0, 0, 400, 270, jute.base) + box(186, 0, 28, 270, jute.deep) + stitch("M20 250H380", wood.deep, 5));

const open = () =>
  scene(
    { from: 22, until: 29, ground: "clay", glow: { disc: 310, x: 910, y: 370 }, size },
    part({ x: 730, y: 160 }, product("NK-018", 360), move(24.2, 1.8, "translate:0 220px", "translate:0 -40px"), appear(24, 0.3)),
    part({ x: 710, y: 390 }, parcel, come(22.2, 0, 300, 1.2)),
    part(
      { x: 710, y: 285, css: "transform-origin:100% 100%;" },
      lid,
      come(22.2, 0, 300, 1.2),
      move(23.6, 1, "rotate:0deg", "rotate:112deg"),
    ),
    words(left, 22.6, "আগে খুলে দেখুন, তারপর টাকা দিন", "Open it first, then pay", { size: 54 }),
    words({ x: 90, y: 430, w: 500 }, 25.4, "৭ দিনের মধ্যে বদলানো যায়", "Exchange within 7 days", { size: 42 }),
  );

const bubble = (x, y, bn, at, own) =>
  part(
    { x, y, w: 400, css: `padding:18px 28px;border-radius:26px;background:${own ? teal : "#fffdf7"};color:${own ? "#fffdf7" : "#3d2d24"};` },
    `<p class="bn" style="font-size:34px;line-height:1.5">${bn}</p>`,
    appear(at, 0.4),
    come(at, own ? 60 : -60, 0, 0.7),
  );

const ask = () =>
  scene(
    { from: 29, ground: "moss", size },
    bubble(780, 110, "এই কাঁথাটা শীতে চলবে?", 30, true),
    bubble(680, 250, "জি, তিন পরতেরটা হালকা শীতে যথেষ্ট।", 31.6, false),
    bubble(780, 430, "ধন্যবাদ!", 33.4, true),
    part({ x: 620, y: 360 }, mita(110), appear(31.2)),
    words(left, 29.6, "যা জানতে চান, নিজের মতো করে লিখুন", "Ask anything, in your own words", { size: 54 }),
    part({ x: 90, y: 450 }, drawn(440, 60, stitch("M4 30q54-50 108 0t108 0t108 0t108 0", madder.base, 7, "16 12")), unveil(32, 2.6)),
    part({ x: 470, y: 440 }, drawn(60, 60, path("M30 4L50 30 30 56 10 30z", leaf.base) + path("M30 18L40 30 30 42 20 30z", indigo.base)), appear(34.4), grow(34.4, 0.2)),
  );

export const hello = {
  id: "hello",
  size,
  seconds: 37,
  seed: 3,
  poster: 4.5,
  scenes: () => [greeting(), shop(), hands(), open(), ask()],
};
