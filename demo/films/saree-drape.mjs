// How a saree is worn, upright as a phone is held.
import { dyes } from "../drawing/palette.mjs";
import { dots, line } from "../drawing/svg.mjs";
import { cloth, fallen, pleats, round, upward, woman } from "./figure.mjs";
import { appear, come, drawn, move, part, product, scene, sewn, unveil, words } from "./stage.mjs";

const size = [720, 1280];
const { turmeric, leaf, madder } = dyes;
const head = { x: 70, y: 90, w: 580, css: "text-align:center;" };
const body = { x: 60, y: 330, w: 600, h: 900 };
const glow = { arch: 290, x: 360, y: 640 };
const layer = (svg, ...moves) => part(body, svg, ...moves);

const step = (number, at) =>
  part(
    { x: 70, y: 360, w: 92, h: 92, css: `border-radius:50%;background:${madder.base};color:#fffdf7;text-align:center;` },
    `<p class="bn" style="font-size:52px;line-height:92px">${number}</p>`,
    appear(at, 0.4),
  );

const title = () =>
  scene(
    { from: 0, until: 5, ground: "sun", glow: { arch: 290, x: 360, y: 720 }, size },
    part({ x: 40, y: 480 }, product("NK-006", 640), come(0, 0, 60, 1.2)),
    words(head, 0.5, "শাড়ি পরা", "Wearing a saree", { size: 92 }),
    sewn(150, 330, 420, 1.4, 2.2, leaf.deep),
    words({ ...head, y: 360 }, 2.2, "চার ধাপে, ধীরে ধীরে", "in four steps, slowly", { size: 46 }),
  );

const before = () =>
  scene(
    { from: 5, until: 10, ground: "cotton", glow, size },
    layer(woman),
    part({ x: 60, y: 700, w: 600 }, drawn(600, 60, line("M232 24H368", madder.base, 7, 'stroke-dasharray="10 8"')), unveil(7, 1)),
    words(head, 5.6, "পেটিকোট বাঁধুন নাভি বরাবর", "Tie the petticoat at the navel"),
  );

const tuck = () =>
  scene(
    { from: 10, until: 17, ground: "cotton", glow, size },
    layer(woman),
    layer(round, unveil(11.4, 4, "left")),
    step("১", 10.6),
    words(head, 10.6, "ডান দিক থেকে গুঁজে একবার ঘুরিয়ে আনুন", "Tuck in from the right, once round", { size: 52 }),
  );

const fold = () =>
  scene(
    { from: 17, until: 25, ground: "cotton", glow, size },
    layer(woman),
    layer(round),
    ...pleats.map((pleat, at) => layer(pleat, appear(18.4 + at * 0.8, 0.4), come(18.4 + at * 0.8, 46, 0, 0.7))),
    step("২", 17.6),
    words(head, 17.6, "ছয়টি কুঁচি, পাঁচ আঙুল চওড়া", "Six pleats, a hand wide", { size: 56 }),
  );

const shoulder = () =>
  scene(
    { from: 25, until: 33, ground: "cotton", glow, size },
    layer(fallen, unveil(29.4, 1.6, "top")),
    layer(woman),
    layer(round),
    ...pleats.map((pleat) => layer(pleat)),
    layer(upward, unveil(26.6, 2.6, "bottom")),
    step("৩", 25.6),
    words(head, 25.6, "বাকিটা ঘুরিয়ে বাঁ কাঁধে আঁচল", "The rest goes over the left shoulder", { size: 52 }),
  );

const pin = () =>
  scene(
    { from: 33, until: 38, ground: "cotton", glow, size },
    layer(fallen),
    layer(woman),
    layer(round),
    ...pleats.map((pleat) => layer(pleat)),
    layer(upward),
    layer(drawn(600, 900, dots([[378, 206], [300, 398]], turmeric.light, 20) + dots([[378, 206], [300, 398]], madder.base, 10)), appear(34.4, 0.3), move(34.4, 0.6, "translate:0 -30px", "translate:0 0")),
    step("৪", 33.6),
    words(head, 33.6, "কাঁধে আর কুঁচিতে পিন", "A pin at shoulder and pleats", { size: 56 }),
  );

const lengths = () =>
  scene(
    { from: 38, ground: "moss", glow: { arch: 290, x: 360, y: 560 }, size },
    part({ x: 20, y: 380 }, product("NK-008", 460), come(38, -80, 0, 1.2)),
    part({ x: 260, y: 640 }, product("NK-001", 420), come(38.6, 80, 0, 1.2), appear(38.6)),
    words(head, 38.6, "বেশির ভাগ ১২ হাত", "Mostly 5.5 metres long", { size: 64 }),
    words({ ...head, y: 260 }, 40.4, "ব্লাউজ পিসসহ ১৩–১৪ হাত", "about 6 m with a blouse piece", { size: 42 }),
  );

export const sareeDrape = {
  id: "saree-drape",
  size,
  seconds: 45,
  seed: 6,
  // The pattern is outside the scenes: what a hidden one defines is hidden too.
  scenes: () => [part({}, drawn(1, 1, "", cloth)), title(), before(), tuck(), fold(), shoulder(), pin(), lengths()],
};
