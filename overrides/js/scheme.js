// Applies the colour scheme that the reader chose here; without a choice the device decides.
"use strict";

try {
  const scheme = localStorage.getItem("scheme");
  if (scheme) document.documentElement.dataset.scheme = scheme;
} catch {
  // The browser keeps nothing: the device decides.
}
