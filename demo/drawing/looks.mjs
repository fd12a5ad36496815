// What each product of catalogue.csv looks like.
import * as sarees from "./sarees.mjs";
import * as cloth from "./cloth.mjs";
import * as clothes from "./clothes.mjs";
import * as kanthas from "./kanthas.mjs";
import * as home from "./home.mjs";
import * as bags from "./bags.mjs";
import { dyes } from "./palette.mjs";

const things = { ...sarees, ...cloth, ...clothes, ...kanthas, ...home, ...bags };

// SKU: what it is, its ground, three dyes (cloth, thread, spark), and how it is worked.
const looks = {
  "NK-001": ["foldedSaree", "cotton", "indigo white turmeric", { work: "buti", end: "buti" }],
  "NK-002": [
    "drapedSaree",
    "mist",
    "white madder turmeric",
    { work: "tersha", border: "diamond", end: "buti", edge: "madder" },
  ],
  "NK-003": ["foldedSaree", "rose", "lac turmeric white", { work: "kalka", border: "kalka", end: "kalka" }],
  "NK-004": [
    "drapedSaree",
    "moss",
    "leaf white indigo",
    { work: "sprig", border: "diamond", end: "buti", edge: "indigo" },
  ],
  "NK-005": [
    "foldedSaree",
    "cotton",
    "turmeric white madder",
    { work: "kalka", border: "vine", end: "kalka", edge: "madder" },
  ],
  "NK-006": [
    "drapedSaree",
    "sun",
    "turmeric leaf white",
    { work: "check", border: "diamond", end: "flower", edge: "leaf" },
  ],
  "NK-007": [
    "foldedSaree",
    "mist",
    "jute indigo white",
    { work: "stripe", border: "diamond", end: "buti", edge: "indigo" },
  ],
  "NK-008": [
    "drapedSaree",
    "cotton",
    "leaf turmeric white",
    { work: "plain", border: "vine", end: "lotus", edge: "leaf" },
  ],
  "NK-009": [
    "foldedSaree",
    "clay",
    "lac jute turmeric",
    { work: "stripe", border: "temple", end: "sprig", edge: "lac" },
  ],
  "NK-010": [
    "drapedSaree",
    "rose",
    "madder white turmeric",
    { work: "ripple", border: "kalka", end: "lotus", edge: "madder" },
  ],
  "NK-011": [
    "foldedSaree",
    "moss",
    "jute madder leaf",
    { work: "flower", border: "vine", end: "flower", edge: "jute" },
  ],
  "NK-012": ["kantha", "clay", "white madder indigo", { middle: "lotus", corner: "kalka", side: "flower" }],
  "NK-013": [
    "kantha",
    "mist",
    "indigo white turmeric",
    { middle: "boat", corner: "flower", side: "fish", border: "wave", waves: true },
  ],
  "NK-014": [
    "kantha",
    "sun",
    "jute madder turmeric",
    { middle: "sun", corner: "bird", side: "flower", border: "diamond" },
  ],
  "NK-015": [
    "kantha",
    "moss",
    "white turmeric leaf",
    { middle: "flower", corner: "duck", side: "flower", border: "wave" },
  ],
  "NK-016": [
    "kantha",
    "rose",
    "madder white turmeric",
    { corner: "kalka", side: "flower", border: "vine", names: true },
  ],
  "NK-017": ["bed", "cotton", "leaf white turmeric", {}],
  "NK-018": ["panjabi", "mist", "white indigo indigo", {}],
  "NK-019": ["panjabi", "cotton", "indigo turmeric white", { border: "vine" }],
  "NK-020": ["panjabi", "rose", "madder white turmeric", { border: "kalka" }],
  "NK-021": ["panjabi", "clay", "jute lac turmeric", { border: "vine" }],
  "NK-022": ["panjabi", "moss", "leaf white turmeric", { panel: true }],
  "NK-023": ["panjabi", "sun", "leaf turmeric white", { short: true, border: "wave" }],
  "NK-024": ["panjabi", "cotton", "indigo white white", { short: true, work: "flower", border: "diamond" }],
  "NK-025": ["loomCloth", "cotton", "indigo madder white", { work: "check" }],
  "NK-026": ["loomCloth", "mist", "white madder madder", { work: "gamcha", tassels: true }],
  "NK-027": ["kurti", "cotton", "indigo white turmeric", { yoke: "lotus" }],
  "NK-028": ["kurti", "rose", "turmeric madder leaf", { work: "dotted", yoke: "flower", border: "diamond" }],
  "NK-029": ["kurti", "clay", "lac white turmeric", { long: true, yoke: "lotus" }],
  "NK-030": ["stack", "moss", "leaf white turmeric", { work: "buti" }],
  "NK-031": ["stack", "mist", "jute indigo indigo", { work: "flower", border: "vine" }],
  "NK-032": ["kurti", "rose", "white madder madder", { long: true, yoke: "flower", orna: "madder" }],
  "NK-033": ["kurti", "sun", "olive white turmeric", { yoke: "sprig", border: "wave" }],
  "NK-034": ["shawl", "mist", "jute madder indigo", { end: "flower", border: "vine" }],
  "NK-035": ["shawl", "rose", "madder turmeric white", { end: "kalka" }],
  "NK-036": ["shawl", "cotton", "jute indigo indigo", { work: "stripe", end: "buti", border: "temple" }],
  "NK-037": ["orna", "mist", "white indigo indigo", { work: "buti", border: "diamond", tassels: false }],
  "NK-038": ["orna", "cotton", "turmeric madder leaf", { work: "dotted", border: "vine" }],
  "NK-039": ["orna", "clay", "indigo white white", { work: "tiedye", border: "wave", tassels: false }],
  "NK-040": ["foldedPiece", "rose", "lac white turmeric", { work: "ripple" }],
  "NK-041": ["frock", "mist", "turmeric madder white", {}],
  "NK-042": ["frock", "sun", "indigo white turmeric", { tiers: true }],
  "NK-043": ["panjabi", "rose", "white madder turmeric", { size: 0.76, border: "kalka" }],
  "NK-044": ["readySaree", "moss", "white madder turmeric", {}],
  "NK-045": ["cushion", "clay", "white madder indigo", { middle: "lotus" }],
  "NK-046": ["cushion", "cotton", "indigo white turmeric", { middle: "buti", work: "tersha", pair: true }],
  "NK-047": ["runner", "moss", "jute leaf madder", {}],
  "NK-048": ["mats", "mist", "turmeric madder leaf", {}],
  "NK-049": ["tote", "sun", "jute madder indigo", {}],
  "NK-050": ["sling", "cotton", "indigo white turmeric", {}],
  "NK-051": ["purse", "mist", "lac turmeric leaf", {}],
  "NK-052": ["wallHanging", "clay", "white leaf madder", { extra: "indigo" }],
};

/** What lies flat has a disc of light behind it; what stands on a floor or table, none. */
const backdrops = {
  kantha: "disc",
  cushion: "disc",
  mats: "disc",
  foldedPiece: "disc",
  stack: "disc",
  purse: "disc",
  bed: "none",
  runner: "none",
};

/** How a product is drawn: its ground and backdrop, its definitions, and its body in 800 × 800. */
export function look(sku) {
  if (!looks[sku]) throw new Error(`${sku} is in the catalogue but has no look in demo/drawing/looks.mjs`);
  const [thing, ground, colours, how] = looks[sku];
  const [dye, ink, spark] = colours.split(" ").map((name) => dyes[name]);
  const named = Object.fromEntries(
    ["edge", "orna", "extra"].filter((key) => how[key]).map((key) => [key, dyes[how[key]]]),
  );
  const { defs, body } = things[thing]({ dye, ink, spark, ...how, ...named });
  return { ground, backdrop: backdrops[thing] ?? "arch", defs, body };
}
