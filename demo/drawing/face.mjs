// Mita, who answers first: a friendly face with an orna over her hair.
import { dots, line, path, stitch } from "./svg.mjs";

export const face =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96"><defs><clipPath id="k"><circle cx="48" cy="48" r="48"/></clipPath></defs><g clip-path="url(#k)">' +
  path("M0 0h96v96H0z", "#f0dfbd") +
  // The orna behind, the neck and the shoulders.
  path("M48 8C24 8 16 26 17 46C18 62 10 74 4 96H92C86 74 78 62 79 46C80 26 72 8 48 8z", "#155e63") +
  path("M40 60h16v16q-8 8-16 0z", "#b67a52") +
  path("M12 96C14 82 28 76 40 73Q48 82 56 73C68 76 82 82 84 96z", "#dda63a") +
  // The face, and the hair parted in the middle.
  path("M29 42C29 24 38 17 48 17S67 24 67 42C67 58 58 68 48 68S29 58 29 42z", "#cf9266") +
  path("M27 46C25 24 36 14 48 14C60 14 71 24 69 46C66 36 60 27 48 23C36 27 30 36 27 46z", "#33231d") +
  // Brows, eyes, nose, a smile.
  line("M35.5 39q4-2.5 8-.5M52.5 38.5q4-2 8 .5", "#33231d", 1.7, 'stroke-linecap="round"') +
  dots(
    [
      [39.5, 45],
      [56.5, 45],
    ],
    "#33231d",
    4.8,
  ) +
  dots(
    [
      [40.4, 44.1],
      [57.4, 44.1],
    ],
    "#fff",
    1.5,
  ) +
  line("M35.5 44Q39 41 43.2 43.5M52.8 43.5Q57 41 60.5 44", "#33231d", 1.4, 'stroke-linecap="round"') +
  line("M48 46q-2 5 .8 6", "#a56a45", 1.5, 'stroke-linecap="round"') +
  path("M41.5 56.5Q48 58.5 54.5 56.5Q52.5 61.8 48 61.8T41.5 56.5z", "#9c4440") +
  path("M43.2 57.2Q48 58.6 52.8 57.2L51.8 58.8Q48 59.8 44.2 58.8z", "#fff") +
  // The cheeks.
  line("M34.5 53h0M61.5 53h0", "#c57a5b", 6, 'stroke-linecap="round" opacity=".5"') +
  // The orna's edge over the hair and across the shoulder, with its running stitch.
  path(
    "M48 8C22 8 15 28 17 48C18 64 12 78 8 96H26C30 80 25 60 24 46C23 28 32 15.5 48 15.5S73 28 72 46C71 60 66 80 70 96H88C84 78 78 64 79 48C81 28 74 8 48 8z",
    "#1b7278",
  ) +
  stitch(
    "M20.5 50C18 28 26 11.7 48 11.7S78 28 75.5 50C74.5 66 77 80 80 96M20.5 50C21.5 66 19 80 16 96",
    "#f6dd9f",
    1.6,
    "3.2 2.8",
  ) +
  "</g></svg>\n";
