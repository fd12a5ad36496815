// Which size: a garment that fits is measured, then the shop's sizes.
import { dyes } from "../drawing/palette.mjs";
import { tape } from "./measures.mjs";
import { appear, come, grow, move, part, product, scene, sewn, words } from "./stage.mjs";

const size = [1280, 720];
const { indigo, madder, leaf } = dyes;
const left = { x: 90, y: 150, w: 520 };
const below = { x: 90, y: 400, w: 520 };

const title = () =>
  scene(
    { from: 0, until: 5, ground: "mist", glow: { arch: 290, x: 900, y: 340 }, size },
    part({ x: 610, y: 50 }, product("NK-018", 600), come(0, 0, 50, 1.2)),
    words({ x: 90, y: 180, w: 540 }, 0.5, "কোন মাপ নেব?", "Which size is mine?", { size: 76 }),
    sewn(94, 400, 420, 1.4, 2.4, indigo.base),
    words({ x: 90, y: 430, w: 520 }, 2.2, "একটা ফিতা হলেই হয়", "All it takes is a tape", { size: 46 }),
  );

const flat = () =>
  scene(
    { from: 5, until: 11, ground: "cotton", glow: { disc: 320, x: 900, y: 360 }, size },
    part({ x: 590, y: 50 }, product("NK-019", 620), grow(5.4, 0.9, 1), move(5.4, 1.6, "rotate:-14deg", "rotate:0deg")),
    words(left, 5.6, "গায়ে ভালো বসে, এমন একটা জামা নিন", "Take one that fits you well", { size: 54 }),
    words({ ...below, y: 430 }, 8, "টানটান না করে সমান করে বিছান", "Lay it flat, without pulling", { size: 40 }),
  );

const chest = () =>
  scene(
    { from: 11, until: 18, ground: "cotton", glow: { disc: 320, x: 900, y: 360 }, size },
    part({ x: 590, y: 50 }, product("NK-019", 620)),
    tape({ x: 808, y: 326, long: 184 }, 12, 1.8),
    part(
      { x: 1066, y: 306, css: `color:${madder.deep};white-space:nowrap;` },
      '<p class="bn" style="font-size:42px">২০ ইঞ্চি</p>',
      appear(13.8),
    ),
    words(left, 11.6, "বুক: এক বগল থেকে আরেক বগল", "Chest: from armpit to armpit", { size: 54 }),
    words({ ...below, y: 410 }, 14.4, "২০ × ২ = ৪০ ইঞ্চি", "20 × 2 = 40 inches", { size: 50 }),
  );

const long = () =>
  scene(
    { from: 18, until: 24, ground: "cotton", glow: { disc: 320, x: 900, y: 360 }, size },
    part({ x: 590, y: 50 }, product("NK-019", 620)),
    tape({ x: 881, y: 178, long: 424, along: "y", inches: 40 }, 19, 2.2),
    words(left, 18.6, "লম্বা: কাঁধ থেকে নিচ পর্যন্ত", "Length: from the shoulder to the hem", { size: 54 }),
    words({ ...below, y: 410 }, 21.2, "৩৮ থেকে ৪৪ ইঞ্চি আছে", "We have 38 to 44 inches", { size: 42 }),
  );

const rows = [
  ["S", "৩৮", "38"],
  ["M", "৪০", "40"],
  ["L", "৪২", "42"],
  ["XL", "৪৪", "44"],
  ["XXL", "৪৬", "46"],
];

const chart = () =>
  scene(
    { from: 24, until: 32, ground: "moss", glow: { disc: 330, x: 920, y: 360 }, size },
    ...rows.map(([name, bn, en], row) =>
      part(
        { x: 700, y: 96 + row * 88, w: 440, h: 76 },
        `<div class="card" style="inset:0;display:flex;align-items:center;justify-content:space-between;padding:0 32px">
           <b style="font-size:40px">${name}</b><span class="bn" style="font-size:40px">${bn}″</span>
           <span class="en" style="font-size:32px;margin:0">${en} in</span></div>`,
        appear(24.6 + row * 0.4),
        come(24.6 + row * 0.4, 80, 0, 0.8),
      ),
    ),
    part(
      { x: 690, y: 262, w: 460, h: 96, css: `border:6px solid ${madder.base};border-radius:22px;` },
      "",
      move(28, 1, "translate:0 -88px", "translate:0 0"),
      appear(27.6),
    ),
    words(left, 24.6, "পাঞ্জাবি ও ফতুয়ার মাপ", "Panjabi and fatua: chest sizes", { size: 54 }),
    words({ ...below, y: 360 }, 28, "নিজের মাপের চেয়ে ২ ইঞ্চি বেশি নিলে আরাম", "Two inches more than you is comfortable", { size: 42 }),
  );

const kameez = () =>
  scene(
    { from: 32, until: 38, ground: "rose", glow: { arch: 300, x: 900, y: 340 }, size },
    part({ x: 600, y: 40 }, product("NK-027", 620), come(32, 60, 0, 1.2)),
    tape({ x: 824, y: 318, long: 170 }, 33.6),
    part({ x: 1084, y: 250, css: `color:${madder.deep};` }, '<p class="bn" style="font-size:42px">৩৮</p>', appear(35)),
    words(left, 32.6, "কামিজ-কুর্তির নম্বরটাই বুকের মাপ", "Kameez and kurti: the number is the chest", { size: 54 }),
    words({ ...below, y: 450 }, 35, "৩৬ থেকে ৪৬", "36 to 46", { size: 46 }),
  );

const ask = () =>
  scene(
    { from: 38, ground: "sun", glow: { disc: 310, x: 900, y: 360 }, size },
    part({ x: 570, y: 60 }, product("NK-020", 440), come(38, 0, 60, 1.2)),
    part({ x: 850, y: 170 }, product("NK-043", 420), come(38.6, 0, 60, 1.2), appear(38.6)),
    words(left, 38.6, "ছোটদেরটা বয়স দেখে", "For children, go by age"),
    words({ ...below, y: 340 }, 40.6, "না বুঝলে বুকের মাপ আর উচ্চতা লিখুন", "Not sure? Write your chest and height", { size: 44 }),
    sewn(94, 620, 420, 41.4, 2.6, leaf.deep),
  );

export const panjabiMeasure = {
  id: "panjabi-measure",
  size,
  seconds: 45,
  seed: 20,
  scenes: () => [title(), flat(), chest(), long(), chart(), kameez(), ask()],
};
