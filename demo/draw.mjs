#!/usr/bin/env node
// Draws the demo shop's pictures: `node demo/draw.mjs`. One SVG a row of catalogue.csv, the bot's face, and an example of a QR
// as a PNG.
// The same rows always give the same bytes. No dependencies, no network.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { picture } from "./drawing/svg.mjs";
import { face } from "./drawing/face.mjs";
import { look } from "./drawing/looks.mjs";
import { qr } from "./drawing/qr.mjs";

const shop = new URL("./shop/", import.meta.url);
const skus = readFileSync(new URL("catalogue.csv", shop), "utf8").match(/^NK-\d{3}(?=,)/gm);
mkdirSync(new URL("media/", shop), { recursive: true });
let bytes = 0;
const write = (name, picture) => {
  writeFileSync(new URL(`media/${name}`, shop), picture);
  bytes += Buffer.byteLength(picture);
};
for (const sku of skus) write(`${sku.toLowerCase()}.svg`, picture(look(sku)));
write("bot.svg", face);
write("bangla-qr.png", qr);
console.log(
  `${skus.length + 2} pictures, ${(bytes / 1024).toFixed(1)} KB, in ${fileURLToPath(new URL("media/", shop))}`,
);
