// Runs before the first paint: shows what needs a script, and applies what the reader chose under
// "display"; without a choice of colours the device decides.
const root = document.documentElement;
root.dataset.script = "";
try {
  for (const name of ["scheme", "numbers"]) {
    const value = localStorage.getItem(name);
    if (value) root.dataset[name] = value;
  }
} catch {
  // The browser keeps nothing: the device decides.
}
