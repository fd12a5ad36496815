// A small picture of few colours as a PNG: https://www.w3.org/TR/png-3/
import { crc32, deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(name, data) {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}

/** `colours`: up to four, as `#rrggbb`; `at(x, y)` is the place of one among them. The side is a multiple of four. */
export function png(side, colours, at) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  // Two bits a dot, by the palette.
  header.set([2, 3], 8);
  const rows = Buffer.alloc(side * (1 + side / 4));
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) rows[y * (1 + side / 4) + 1 + (x >> 2)] |= at(x, y) << (6 - 2 * (x & 3));
  }
  const palette = Buffer.from(colours.map((colour) => colour.slice(1)).join(""), "hex");
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", palette),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
