// A bamboo rod on two cords, and the pleats of what hangs from it.
import { wood } from "./palette.mjs";
import { line, path } from "./svg.mjs";

export const rod = (y) =>
  line(`M230 ${y}V-10M570 ${y}V-10`, wood.deep, 4) +
  line(`M110 ${y}H690`, wood.deep, 24, 'stroke-linecap="round"') +
  line(`M110 ${y - 4}H690`, wood.base, 14, 'stroke-linecap="round"') +
  line(`M190 ${y - 10}v20M350 ${y - 10}v20M610 ${y - 10}v20`, wood.deep, 3);

export const pleats = (xs, top, bottom) =>
  xs
    .map((x) =>
      path(
        `M${x} ${top}q7 ${(bottom - top) / 2} 0 ${bottom - top}h-9q5-${(bottom - top) / 2} 0-${bottom - top}z`,
        "#000",
        'opacity=".12"',
      ),
    )
    .join("");
