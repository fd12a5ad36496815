// What stands where a shop puts its Bangla QR. It only looks like one: no app can read it, and it says that it is an example.
// A PNG, as a shop's own should be: phones show no SVG among their pictures.
import { dyes } from "./palette.mjs";
import { png } from "./png.mjs";
import { bangla, english } from "./qr-words.mjs";

const SIZE = 600;
const CELL = 16;
const SIDE = 29;
const EDGE = 68;

/** The colours by their places: the ground, the cells, the words. */
const COLOURS = ["#ffffff", dyes.indigo.deep, dyes.madder.deep];
const dots = new Uint8Array(SIZE * SIZE);

function box(left, top, width, height, colour) {
  for (let y = top; y < top + height; y++) dots.fill(colour, y * SIZE + left, y * SIZE + left + width);
}

const cells = (column, row, count, colour) =>
  box(EDGE + column * CELL, EDGE + row * CELL, count * CELL, count * CELL, colour);

/** The three squares that make a code look like one. */
function finder(column, row) {
  cells(column, row, 7, 1);
  cells(column + 1, row + 1, 5, 0);
  cells(column + 2, row + 2, 3, 1);
}

/** The same cells every time, none of them below a square or the words. */
function scatter() {
  let seed = 20260701;
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      const corner = (row < 8 || row > SIDE - 9) && (column < 8 || (column > SIDE - 9 && row < 8));
      const words = row > 10 && row < 18 && column > 0 && column < SIDE - 1;
      if (!corner && !words && seed >>> 31) cells(column, row, 1, 1);
    }
  }
}

/** Words in the middle of a line, each of their dots two by two. */
function write(rows, top) {
  const bits = rows.map((row) => [...row].flatMap((digit) => [8, 4, 2, 1].map((bit) => parseInt(digit, 16) & bit)));
  const left = (SIZE - 2 * bits[0].length) / 2;
  bits.forEach((row, y) => row.forEach((bit, x) => bit && box(left + 2 * x, top + 2 * y, 2, 2, 2)));
}

scatter();
finder(0, 0);
finder(SIDE - 7, 0);
finder(0, SIDE - 7);
write(bangla, 252);
write(english, 314);

export const qr = png(SIZE, COLOURS, (x, y) => dots[y * SIZE + x]);
