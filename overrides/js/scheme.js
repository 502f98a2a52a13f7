// Runs before the first paint: shows what needs a script, and applies the colour scheme that the
// reader chose here; without a choice the device decides.
"use strict";

document.documentElement.dataset.script = "";
try {
  const scheme = localStorage.getItem("scheme");
  if (scheme) document.documentElement.dataset.scheme = scheme;
} catch {
  // The browser keeps nothing: the device decides.
}
