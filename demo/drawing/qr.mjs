// What stands where a shop puts its Bangla QR. It only looks like one: no app can read it, and it says that it is an example.
import { dyes } from "./palette.mjs";
import { box, path } from "./svg.mjs";

const CELL = 16;
const SIDE = 29;
const EDGE = 68;

/** The three squares that make a code look like one. */
const finder = (x, y) =>
  box(x, y, 7 * CELL, 7 * CELL, dyes.indigo.deep) +
  box(x + CELL, y + CELL, 5 * CELL, 5 * CELL, "#fff") +
  box(x + 2 * CELL, y + 2 * CELL, 3 * CELL, 3 * CELL, dyes.indigo.deep);

/** The same dots every time, none of them below a square or the words. */
function dots() {
  let seed = 20260701;
  let drawn = "";
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      const corner = (row < 8 || row > SIDE - 9) && (column < 8 || (column > SIDE - 9 && row < 8));
      const words = row > 10 && row < 18 && column > 1 && column < SIDE - 2;
      if (!corner && !words && seed >>> 31) drawn += `M${EDGE + column * CELL} ${EDGE + row * CELL}h${CELL}v${CELL}h-${CELL}z`;
    }
  }
  return path(drawn, dyes.indigo.deep);
}

const words = (y, size, text, lang) =>
  `<text x="300" y="${y}" font-size="${size}" font-weight="700" text-anchor="middle" fill="${dyes.madder.deep}" lang="${lang}">${text}</text>`;

const far = EDGE + (SIDE - 7) * CELL;

export const qr =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600" width="600" height="600" font-family="system-ui, Noto Sans Bengali, sans-serif">' +
  box(0, 0, 600, 600, "#fff") +
  dots() +
  finder(EDGE, EDGE) +
  finder(far, EDGE) +
  finder(EDGE, far) +
  words(296, 40, "নমুনা, টাকা পাঠাবেন না", "bn") +
  words(340, 32, "Example: do not pay", "en") +
  "</svg>\n";
