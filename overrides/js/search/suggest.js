// Suggestions while typing: the combobox pattern of the ARIA Authoring Practices. The focus stays in
// the field; Tab goes on to the hits, which are links.
const list = form.querySelector("[role=listbox]");
const status = form.querySelector("[role=status]");
let current = -1;

function choose(next) {
  const options = [...list.children];
  current = next;
  options.forEach((option, place) => option.setAttribute("aria-selected", place === current));
  if (options[current]) {
    field.setAttribute("aria-activedescendant", options[current].id);
    options[current].scrollIntoView({ block: "nearest" });
  } else field.removeAttribute("aria-activedescendant");
}

function show(open) {
  list.hidden = !open;
  field.setAttribute("aria-expanded", open);
}

function close() {
  status.textContent = "";
  show(false);
  choose(-1);
}

async function suggest() {
  const text = field.value.trim();
  let hits = [];
  let said = "failed";
  try {
    ({ hits } = await ask(text));
    said = hits.length ? "count" : "none";
  } catch {
    // Told below.
  }
  if (text !== field.value.trim()) return; // more was typed meanwhile
  list.replaceChildren(
    ...hits.slice(0, 6).map((hit, place) => {
      const page = hit.anchor ? [make("span", [hit.pageTitle])] : [];
      const option = make("a", [hit.title, ...page], { id: `hit-${place}`, href: address(hit) });
      option.setAttribute("role", "option");
      return option;
    }),
  );
  close();
  show(hits.length > 0);
  status.textContent = text && form.dataset[said].replace("{}", list.children.length);
}

field.addEventListener("input", (event) => {
  if (!event.isComposing) suggest();
});
field.addEventListener("compositionend", suggest);
// Behind a # the query is not sent to the server; the page of results makes it the ? of a plain form.
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const q = field.value.trim();
  if (q) location.href = `${form.action}#${new URLSearchParams({ q })}`;
});
form.addEventListener("keydown", (event) => {
  if (event.isComposing || event.keyCode === 229) {
    // The Enter that ends a composition; some browsers would send the form.
    if (event.key === "Enter") event.preventDefault();
    return;
  }
  const options = [...list.children];
  const inList = options.indexOf(document.activeElement);
  if (event.key === "Escape") {
    if (!list.hidden) {
      event.preventDefault();
      field.focus();
    }
    close();
  } else if (["ArrowDown", "ArrowUp"].includes(event.key) && options.length) {
    event.preventDefault();
    show(true);
    const step = event.key === "ArrowDown" ? 1 : -1;
    const count = options.length + 1; // one place for the field itself
    const next = (((inList >= 0 ? inList : current) + 1 + step + count) % count) - 1;
    if (inList >= 0) (options[next] ?? field).focus();
    choose(next);
  } else if (event.key === "Enter" && event.target === field && options[current] && !list.hidden) {
    event.preventDefault();
    options[current].click();
  }
});
form.addEventListener("focusout", (event) => {
  if (!form.contains(event.relatedTarget)) close();
});
