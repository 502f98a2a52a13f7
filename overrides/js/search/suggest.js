// Suggestions while typing: the combobox pattern of the ARIA Authoring Practices. The focus stays in
// the field; Tab goes on to the hits, which are links.
const list = form.querySelector("[role=listbox]");
const status = form.querySelector("[role=status]");
let current = -1;
let turn = 0;

function choose(next) {
  const options = [...list.children];
  current = next;
  options.forEach((option, index) => option.setAttribute("aria-selected", index === current));
  if (options[current]) {
    field.setAttribute("aria-activedescendant", options[current].id);
    options[current].scrollIntoView({ block: "nearest" });
  } else field.removeAttribute("aria-activedescendant");
}

function close() {
  list.hidden = true;
  field.setAttribute("aria-expanded", "false");
  choose(-1);
}

async function suggest() {
  const mine = (turn += 1);
  const text = field.value.trim();
  let hits = [];
  try {
    const prepared = await ready();
    if (text) hits = search(text, prepared).slice(0, 6);
  } catch {
    status.textContent = form.dataset.failed;
    return;
  }
  if (mine !== turn) return;
  list.replaceChildren(
    ...hits.map(({ entry }, index) => {
      const option = document.createElement("a");
      option.id = `hit-${index}`;
      option.href = address(entry);
      option.setAttribute("role", "option");
      option.append(entry.title);
      if (entry.anchor) {
        const page = document.createElement("span");
        page.append(entry.pageTitle);
        option.append(page);
      }
      return option;
    }),
  );
  close();
  list.hidden = !hits.length;
  field.setAttribute("aria-expanded", String(Boolean(hits.length)));
  status.textContent = text && form.dataset[hits.length ? "count" : "none"].replace("{}", hits.length);
}

field.addEventListener("input", (event) => {
  if (!event.isComposing) suggest();
});
field.addEventListener("compositionend", suggest);
form.addEventListener("submit", (event) => {
  if (!field.value.trim()) event.preventDefault();
});
form.addEventListener("keydown", (event) => {
  if (event.isComposing || event.keyCode === 229) {
    // The Enter that ends a composition; some browsers would send the form.
    if (event.key === "Enter") event.preventDefault();
    return;
  }
  const options = [...list.children];
  const inList = options.indexOf(document.activeElement);
  if (event.key === "Escape" && !list.hidden) {
    event.preventDefault();
    field.focus();
    close();
  } else if (["ArrowDown", "ArrowUp"].includes(event.key) && options.length) {
    event.preventDefault();
    if (list.hidden) {
      list.hidden = false;
      field.setAttribute("aria-expanded", "true");
    }
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
