// The display menu: colour scheme and printing. It needs a script, so it is hidden without one.
const menu = document.querySelector(".display");
const root = document.documentElement;

menu.hidden = false;
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
menu.querySelector(".print").addEventListener("click", () => window.print());
