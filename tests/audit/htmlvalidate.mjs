export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // The Markdown library writes hidden="", which means the same.
    "attribute-empty-style": "off",
    "doctype-style": ["error", { style: "lowercase" }],
    // Titles are adopted wording, and name the page, the strategy and the city.
    "long-title": "off",
    // The suggestions of the search are a list box below a combo box, as the ARIA practices have it.
    "prefer-native-element": ["error", { exclude: ["listbox"] }],
    // The ids of goals and other items hold full stops, which HTML allows.
    "valid-id": ["error", { relaxed: true }],
    "void-style": ["error", { style: "omit" }],
  },
};
