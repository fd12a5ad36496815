#!/usr/bin/env node
// Makes up what visitors of the demo shop looked at: `node demo/sessions.mjs > demo/sessions.csv`, then
// `alap model build --events demo/sessions.csv --shop demo/shop`. The same rows every time; nobody is behind them.

// What people who come for one thing look at, one after the other.
const errands = [
  ["a jamdani, and a blouse piece to it", "NK-001 NK-002 NK-003 NK-004 NK-005 NK-040 NK-037"],
  ["an everyday saree", "NK-006 NK-007 NK-008 NK-009 NK-011 NK-040"],
  ["a wedding", "NK-010 NK-004 NK-016 NK-021 NK-022 NK-030 NK-051"],
  ["father and son, dressed alike", "NK-018 NK-020 NK-019 NK-043 NK-021"],
  ["Boishakh for the family", "NK-002 NK-018 NK-043 NK-044 NK-041"],
  ["something light for him", "NK-023 NK-024 NK-025 NK-026"],
  ["clothes for every day", "NK-027 NK-028 NK-029 NK-033 NK-038 NK-050"],
  ["a three-piece, and an orna to it", "NK-030 NK-031 NK-032 NK-037 NK-038"],
  ["winter", "NK-034 NK-035 NK-036 NK-039 NK-015"],
  ["a new room", "NK-012 NK-013 NK-014 NK-017 NK-045 NK-046 NK-052"],
  ["a table laid nicely", "NK-047 NK-048 NK-046 NK-045"],
  ["a small present", "NK-051 NK-049 NK-050 NK-039 NK-015 NK-026"],
];

// Mulberry32, so that the same rows come out everywhere.
let state = 0x6e6f6b73;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}

const start = Date.UTC(2026, 8, 1) / 1000;
const rows = ["session,sku,time,type"];
for (let session = 1; session <= 400; session++) {
  const errand = errands[Math.floor(random() ** 1.3 * errands.length)][1].split(" ");
  let time = start + Math.floor(session * 17_000 + random() * 9_000);
  let at = Math.floor(random() * errand.length);
  const looks = 2 + Math.floor(random() * 4);
  for (let look = 0; look < looks; look++) {
    rows.push(`${session},${errand[at]},${time},view`);
    if (random() < 0.08) rows.push(`${session},${errand[at]},${time + 20},cart`);
    time += 15 + Math.floor(random() * 120);
    // Mostly the next of the errand, at times another one.
    at = (at + (random() < 0.7 ? 1 : 1 + Math.floor(random() * (errand.length - 1)))) % errand.length;
  }
}
console.log(rows.join("\n"));
