// Motifs of jamdani and nakshi kantha, each about 100 units wide around 0,0.
// A motif takes its colours: `a` the outline or ground, `b` what lies on it, `c` the spark.
import { dots, line, path, stitch } from "./svg.mjs";

/** A petal repeated around the middle, as one path. `points`: from the middle out and back, pointing up. */
function ring(count, points, start = 0) {
  let d = "";
  for (let i = 0; i < count; i++) {
    const angle = ((start + (i * 360) / count) * Math.PI) / 180;
    const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
    const turned = points.map(([x, y]) => `${Math.round(x * cos - y * sin)} ${Math.round(x * sin + y * cos)}`);
    d += `M${turned[0]}C${turned.slice(1, 4).join(" ")} ${turned.slice(4).join(" ")}z`;
  }
  return d;
}
const petal = (from, to, wide) => [
  [0, -from],
  [-wide, -from - (to - from) * 0.3],
  [-wide, -from - (to - from) * 0.7],
  [0, -to],
  [wide, -from - (to - from) * 0.7],
  [wide, -from - (to - from) * 0.3],
  [0, -from],
];

export const motifs = {
  // Jamdani: laid in on the loom, so all in straight steps.
  buti: (a, b, c = b) =>
    path("M0-48L12-30 0-12-12-30zM0 48L12 30 0 12-12 30zM-48 0L-30 12-12 0-30-12zM48 0L30 12 12 0 30-12z", a) +
    path("M0-9L9 0 0 9-9 0z", c) +
    path("M24-34l10 10-10 10-10-10zM-24-34l10 10-10 10-10-10zM24 14l10 10-10 10-10-10zM-24 14l10 10-10 10-10-10z", b),
  sprig: (a, b) =>
    line("M0 48V-10M0 34L-24 12M0 34L24 12M0 12L-16-8M0 12L16-8", a, 6) +
    path("M0-50L16-28 0-6-16-28zM-30-6l12 12-12 12-12-12zM30-6l12 12-12 12-12-12z", b),
  kalka: (a, b, c = b) =>
    path("M-2 50C-44 48-46 2-22-18C-4-33 14-34 6-52C44-40 46 48-2 50z", a) +
    path("M-2 38C-30 36-32 6-14-8C-2-17 12-20 14-32C32-20 30 36-2 38z", b) +
    path("M-1 26C-16 24-16 8-6 0C4-6 8-8 12-14C20-4 16 26-1 26z", a) +
    dots([[0, 14]], c, 12),
  // Kantha: drawn with a needle.
  lotus: (a, b, c) =>
    path(ring(8, petal(6, 50, 19)), a) +
    path(ring(8, petal(6, 42, 13), 22.5), b) +
    path(ring(8, petal(5, 26, 9)), a) +
    '<circle r="11" fill="' +
    c +
    '"/>',
  sun: (a, b, c) =>
    path(ring(12, petal(22, 50, 6)), a) +
    `<circle r="24" fill="${b}"/><circle r="15" fill="${c}"/>` +
    stitch("M19 0A19 19 0 1 1 19-.1", a, 3, "4 5"),
  bird: (a, b, c) =>
    path(
      "M-50 20L-42 6-52-6C-36-2-24-2-12-9C2-18 10-12 17-26C21-38 38-38 40-25L51-20 39-17C40 6 22 26-4 25C-22 25-34 16-50 20z",
      a,
    ) +
    path("M-18 3C-4-9 14-6 20 5C8 17-10 16-18 3z", b) +
    line("M-4 25l-4 16M8 23l2 17M-14 42h12M4 41h13", a, 4) +
    dots([[30, -25]], c, 7),
  fish: (a, b, c) =>
    path("M-30 0C-12-26 22-26 46 0C22 26-12 26-30 0L-52-18-44 0-52 18z", a) +
    line("M-14-12Q-4 0-14 12M0-17Q12 0 0 17M14-16Q24 0 14 16", b, 4) +
    dots([[31, -4]], c, 7),
  boat: (a, b, c) =>
    path("M-52 10C-34 22 34 22 54 6C48 32 26 38 0 38C-26 38-44 32-52 10z", a) +
    line("M0 20V-50", a, 4) +
    path("M4-48C38-34 40-8 32 6Q18-2 4 2z", b) +
    path("M-4-34C-26-24-30-8-26 4Q-14-2-4 2z", c) +
    stitch("M-40 26Q0 36 42 24", c, 3, "7 6"),
  flower: (a, b, c) =>
    path(ring(6, petal(5, 44, 16)), a) + path(ring(6, petal(8, 34, 7)), b) + `<circle r="10" fill="${c}"/>`,
  leafpair: (a) => path("M0 0C10-24 34-26 48-16C38 4 16 10 0 0zM0 0C-10-24-34-26-48-16C-38 4-16 10 0 0z", a),
  duck: (a, b, c) =>
    path("M-46-4C-30 8-14-2 4-4C14-6 12-22 20-30C30-38 42-30 42-20L52-16 42-12C42 4 36 28 0 30C-28 31-44 16-46-4z", a) +
    path("M-22 6C-8-2 10 0 16 8C4 20-16 20-22 6z", b) +
    dots([[32, -22]], c, 7),
};

/** A motif as a definition to be copied. */
export const define = (id, name, ...colours) => `<g id="${id}">${motifs[name](...colours)}</g>`;

/** Border tiles, `h` high, that repeat sideways. */
export const borders = {
  vine: (a, b, c) => ({
    w: 120,
    h: 60,
    inside:
      line("M0 30C15 4 45 4 60 30S105 56 120 30", a, 4) +
      path("M30 10C20 26 22 40 32 48C42 38 42 24 30 10zM90 50C80 34 82 20 92 12C102 22 102 36 90 50z", b) +
      dots(
        [
          [0, 30],
          [60, 30],
          [120, 30],
        ],
        c,
        15,
      ),
  }),
  temple: (a, b) => ({ w: 40, h: 60, inside: path("M0 60L20 8 40 60z", a) + path("M11 60L20 36 29 60z", b) }),
  diamond: (a, b, c) => ({
    w: 60,
    h: 60,
    inside:
      path("M30 6L54 30 30 54 6 30z", a) +
      path("M30 18L42 30 30 42 18 30z", b) +
      path("M0 22l6 8-6 8zM60 22l-6 8 6 8z", c),
  }),
  wave: (a, b, c) => ({
    w: 80,
    h: 60,
    inside:
      stitch("M0 40Q20 4 40 40T80 40", a, 4, "8 7") +
      stitch("M0 56Q20 20 40 56T80 56", b, 4, "8 7") +
      stitch("M0 24Q20-12 40 24T80 24", c, 4, "8 7"),
  }),
  kalka: (a, b, c) => ({
    w: 90,
    h: 60,
    inside:
      `<g transform="translate(45 31)scale(.52)">${motifs.kalka(a, b, c)}</g>` +
      dots(
        [
          [0, 30],
          [90, 30],
        ],
        c,
        9,
      ),
  }),
};
