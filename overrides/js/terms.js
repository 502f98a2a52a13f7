// Shows the note of a glossary term: on hover and focus, and by a tap on a touch screen; the next
// tap hides it, and so does Esc. Without this script the link to the glossary works.
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
  const room = root.clientWidth - note.offsetWidth - 8;
  const above = line.top - note.offsetHeight - 4;
  const below = line.bottom + 4;
  note.style.left = `${Math.max(8, Math.min(line.left, room)) + scrollX}px`;
  note.style.top = `${(above > 0 && below + note.offsetHeight > innerHeight ? above : below) + scrollY}px`;
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
    // The end of scrolling is no tap.
    if (!event.cancelable) return;
    event.preventDefault();
    if (open === term) hide();
    else show(term);
  });
}
document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "mouse" && !within(event.target) && open !== document.activeElement) hide();
});
document.addEventListener("pointerdown", (event) => !within(event.target) && hide());
document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
