// The display menu: the colour scheme.
const menu = document.querySelector(".display");
const root = document.documentElement;

menu.querySelector(`[value="${root.dataset.scheme ?? "auto"}"]`).checked = true;
menu.addEventListener("change", (event) => {
  const scheme = event.target.value;
  try {
    if (scheme === "auto") localStorage.removeItem("scheme");
    else localStorage.setItem("scheme", scheme);
  } catch {
    // Kept for this page only.
  }
  if (scheme === "auto") delete root.dataset.scheme;
  else root.dataset.scheme = scheme;
});
