// Runs before the first paint: shows what needs a script, and applies what the reader chose under
// "display"; without a choice of colours, or with one that is not known, the device decides.
const root = document.documentElement;
const choices = { scheme: ["light", "dark", "contrast"], numbers: ["shown"] };
root.dataset.script = "";
try {
  for (const name in choices) {
    const value = localStorage.getItem(name);
    if (choices[name].includes(value)) root.dataset[name] = value;
  }
} catch {
  // The browser keeps nothing: the device decides.
}
