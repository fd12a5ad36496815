// The few SVG words that the drawings are made of. Short ids and whole numbers keep the files small.
import { grounds } from "./palette.mjs";

export const path = (d, fill, more = "") => `<path d="${d}" fill="${fill}"${more && " " + more}/>`;
export const line = (d, colour, width, more = "") =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}"${more && " " + more}/>`;
/** A running stitch: the mark of everything here. */
export const stitch = (d, colour, width = 4, dash = "12 9") =>
  line(d, colour, width, `stroke-dasharray="${dash}" stroke-linecap="round"`);
/** Round dots at `[x, y]` points. */
export const dots = (points, colour, size) =>
  line(points.map(([x, y]) => `M${x} ${y}h0`).join(""), colour, size, 'stroke-linecap="round"');
export const box = (x, y, w, h, fill, more = "") =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"${more && " " + more}/>`;
export const group = (more, ...inside) => `<g ${more}>${inside.join("")}</g>`;
/** A copy of a drawing kept in the definitions. */
export const copy = (id, x, y, scale = 1, turn = 0, more = "") => {
  const move = `translate(${x} ${y})` + (turn ? `rotate(${turn})` : "") + (scale === 1 ? "" : `scale(${scale})`);
  return `<use href="#${id}" transform="${move}"${more && " " + more}/>`;
};
export const fill = (id, colour, more = "") => `<use href="#${id}" fill="${colour}"${more && " " + more}/>`;
export const pattern = (id, w, h, inside, turn = "") =>
  `<pattern id="${id}" width="${w}" height="${h}" patternUnits="userSpaceOnUse"${turn && ` patternTransform="${turn}"`}>${inside}</pattern>`;
/** An outline to fill several times over, and to cut what lies on it. */
export const outline = (id, d) => `<path id="${id}" d="${d}"/><clipPath id="${id}k"><use href="#${id}"/></clipPath>`;
export const on = (id, ...inside) => group(`clip-path="url(#${id}k)"`, ...inside);

/** The soft fall of light over hanging cloth: fill it over an outline as `url(#s)`. */
export const light =
  '<linearGradient id="s"><stop stop-opacity=".2"/><stop offset=".22" stop-color="#fff" stop-opacity=".13"/>' +
  '<stop offset=".5" stop-opacity="0"/><stop offset=".78" stop-color="#fff" stop-opacity=".07"/>' +
  '<stop offset="1" stop-opacity=".22"/></linearGradient>';

/** A whole picture: a quiet wall, a paler arch or disc of light, then the thing itself. */
export function picture({ ground, backdrop = "arch", defs = "", body }) {
  const glow =
    backdrop === "arch"
      ? path("M130 800V390a270 270 0 0 1 540 0v410z", "#fff", 'opacity=".38"')
      : backdrop === "disc"
        ? '<circle cx="400" cy="400" r="330" fill="#fff" opacity=".38"/>'
        : "";
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800" width="800" height="800">' +
    `<defs>${defs}</defs>${box(0, 0, 800, 800, grounds[ground])}${glow}${body}</svg>\n`
  );
}

export const shadow = (x, y, rx, ry) =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="#4a3320" opacity=".16"/>`;
