// Shows the note of a glossary term: on hover and focus, and by the first tap on a touch screen
// (the second follows the link to the glossary). Esc hides it. Without this script the link works.
let open = null;

function noteOf(term) {
  return document.getElementById(term.getAttribute("aria-describedby"));
}

function show(term) {
  hide();
  const note = noteOf(term);
  note.hidden = false;
  // Placed against the term's first line box, inside the window; rem-free because it is measured.
  const line = term.getClientRects()[0];
  const room = document.documentElement.clientWidth - note.offsetWidth - 8;
  note.style.left = `${Math.max(8, Math.min(line.left, room)) + window.scrollX}px`;
  note.style.top = `${line.bottom + 4 + window.scrollY}px`;
  open = term;
}

function hide() {
  if (open) noteOf(open).hidden = true;
  open = null;
}

function within(target) {
  return open && (open.contains(target) || noteOf(open).contains(target));
}

for (const term of document.querySelectorAll("a.term")) {
  // A positioned note must not sit inside a scrolled or positioned ancestor, but in a landmark.
  document.querySelector("main").append(noteOf(term));
  term.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && show(term));
  term.addEventListener("focus", () => show(term));
  term.addEventListener("blur", hide);
  term.addEventListener("touchend", (event) => {
    if (open !== term) {
      event.preventDefault();
      show(term);
    }
  });
}
document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "mouse" && !within(event.target) && open !== document.activeElement) hide();
});
document.addEventListener("pointerdown", (event) => !within(event.target) && hide());
document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
