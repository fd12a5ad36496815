// One family of natural dyes, so that the list page looks like one shop.
// Each dye: the colour itself, a deep one for shade and lines, a light one for motifs and linings.
export const dyes = {
  indigo: { base: "#31527a", deep: "#1f3654", light: "#a9bdd0" },
  madder: { base: "#a8402f", deep: "#7a2a20", light: "#e3a48d" },
  turmeric: { base: "#dda63a", deep: "#ab7419", light: "#f6dd9f" },
  jute: { base: "#cbb083", deep: "#94764a", light: "#e9dabb" },
  leaf: { base: "#66834f", deep: "#455c33", light: "#bccba4" },
  lac: { base: "#8f3453", deep: "#66203a", light: "#dd9fb0" },
  olive: { base: "#85854a", deep: "#5c5c2e", light: "#cfcd9d" },
  white: { base: "#fbf6ea", deep: "#d9cbb0", light: "#fffdf7" },
};

export const wood = { base: "#9c6b3f", deep: "#6d4526", light: "#c4945f" };
export const ink = "#3d2d24";

// Grounds: the wall behind, always paler than the cloth.
export const grounds = {
  cotton: "#f3e8d4",
  mist: "#dfe6e6",
  moss: "#e3e7d3",
  sun: "#f7e6bd",
  rose: "#f1dcd2",
  clay: "#e8d3bd",
};
