// Menus in the header open without a script; with it, Esc and a press elsewhere close them.
const drops = document.querySelectorAll(".drop");

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const drop of drops) {
    if (drop.open) drop.querySelector("summary").focus();
    drop.open = false;
  }
});
for (const type of ["pointerdown", "focusin"]) {
  document.addEventListener(type, (event) => {
    for (const drop of drops) if (!drop.contains(event.target)) drop.open = false;
  });
}
