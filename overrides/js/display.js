// The display menu: the colour scheme, and whether paragraphs show their numbers.
const menu = document.querySelector(".display");
const numbers = menu.querySelector("[name=numbers]");

function keep(name, value) {
  if (value === null) delete root.dataset[name];
  else root.dataset[name] = value;
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Kept for this page only.
  }
}

menu.querySelector(`[value="${root.dataset.scheme ?? "auto"}"]`).checked = true;
numbers.checked = "numbers" in root.dataset;
menu.addEventListener("change", ({ target }) => {
  if (target === numbers) keep("numbers", numbers.checked ? "shown" : null);
  else keep("scheme", target.value === "auto" ? null : target.value);
});
