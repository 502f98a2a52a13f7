// The results page: /search/?q=…
const found = document.querySelector("#search-results");

function item({ entry }, words) {
  const made = document.createElement("li");
  const link = document.createElement("a");
  link.href = address(entry);
  link.append(marked(entry.title, stretches(entry.title, words)));
  made.append(link);
  if (entry.anchor && entry.pageTitle) {
    const page = document.createElement("p");
    page.className = "where";
    page.append(entry.pageTitle);
    made.append(page);
  }
  const best = entry.blocks
    .map((block) => ({ block, places: stretches(block.text, words) }))
    .reduce((one, other) => (other.places.length && (!one?.places.length || sum(other.places) > sum(one.places)) ? other : one ?? other), null);
  if (best) made.append(excerpt(best, entry));
  return made;
}

function sum(places) {
  return Math.max(...places.map(([from, to]) => to - from)) + places.length / 100;
}

function excerpt({ block, places }, entry) {
  const made = document.createElement("p");
  const from = Math.max(0, (places[0]?.[0] ?? 0) - 40);
  const to = Math.min(block.text.length, from + 160);
  const shown = places.filter(([start, end]) => start >= from && end <= to).map(([start, end]) => [start - from, end - from]);
  made.append(from ? "…" : "", marked(block.text.slice(from, to), shown), to < block.text.length ? "…" : "");
  if (block.anchor && block.number) {
    const link = document.createElement("a");
    link.className = "paragraph";
    link.href = address({ ...entry, anchor: block.anchor });
    link.append(form.dataset.paragraph.replace("{}", block.number));
    made.append(" ", link);
  }
  return made;
}

async function show() {
  const said = document.querySelector("#search-status");
  const lists = document.querySelector(".search-lists");
  const text = (new URLSearchParams(location.search).get("q") ?? "").trim();
  let hits = [];
  if (text) {
    field.value = text;
    try {
      const prepared = await ready();
      hits = search(text, prepared);
      const words = hits.length ? markable(text, prepared) : [];
      found.replaceChildren(...hits.map((hit) => item(hit, words)));
      said.textContent = said.dataset[hits.length ? "found" : "nothing"].replace("{n}", hits.length).replace(/\{q?\}/, () => text.slice(0, 100));
      document.title = `${said.textContent.slice(0, 80)} – ${document.title}`;
    } catch {
      said.textContent = said.dataset.failed;
    }
  }
  lists.hidden = hits.length > 0;
  found.dataset.state = "done";
}

if (found) show();
else if (field.value && !form.composing) suggest();
