// The results page: /search/?q=…
const found = document.querySelector("#search-results");

// Text in pieces, the words marked.
function marked(text, places) {
  const made = [];
  let end = 0;
  for (const [from, to] of places) {
    made.push(text.slice(end, from), make("mark", [text.slice(from, to)]));
    end = to;
  }
  return [...made, text.slice(end)];
}

function item(hit, words) {
  const parts = [make("h2", [make("a", marked(hit.title, stretches(hit.title, words)), { href: address(hit) })])];
  if (hit.anchor) parts.push(make("p", [hit.pageTitle], { className: "where" }));
  const found = hit.blocks.map((block) => ({ block, places: stretches(block.text, words) }));
  found.sort((one, other) => most(other.places) - most(one.places));
  if (found.length) parts.push(excerpt(found[0], hit));
  return make("li", parts);
}

// How much of a passage is marked: the longest stretch, then how many.
function most(places) {
  return Math.max(0, ...places.map(([from, to]) => to - from)) + places.length / 100;
}

function excerpt({ block, places }, hit) {
  const from = Math.max(0, (places[0]?.[0] ?? 0) - 40);
  const to = Math.min(block.text.length, from + 160);
  const shown = places.filter(([start, end]) => start >= from && end <= to).map(([start, end]) => [start - from, end - from]);
  const parts = [from ? "…" : "", ...marked(block.text.slice(from, to), shown), to < block.text.length ? "…" : ""];
  const said = form.dataset.paragraph.replace("{}", block.number);
  if (block.number) parts.push(" ", make("a", [said], { className: "paragraph", href: address({ ...hit, anchor: block.anchor }) }));
  return make("p", parts);
}

async function answerPage() {
  const said = document.querySelector("#search-status");
  const lists = document.querySelector(".search-lists");
  const sent = location.hash.startsWith("#q=");
  const text = (new URLSearchParams(sent ? location.hash.slice(1) : location.search).get("q") ?? "").trim();
  if (sent) history.replaceState(null, "", location.hash.replace("#", "?"));
  let hits = [];
  if (text) {
    field.value ||= text; // unless something was typed meanwhile
    try {
      const answered = await ask(text);
      ({ hits } = answered);
      found.replaceChildren(...hits.map((hit) => item(hit, answered.words)));
      said.textContent = said.dataset[hits.length ? "found" : "nothing"].replace("{n}", hits.length).replace("{q}", () => text.slice(0, 100));
      document.title = `${said.textContent.slice(0, 80)} – ${document.title}`;
    } catch {
      said.textContent = said.dataset.failed;
    }
  }
  lists.hidden = hits.length > 0;
  found.dataset.state = "done";
}

if (found) {
  self.onhashchange = answerPage;
  answerPage();
} else if (!form.composing) suggest(); // without a query, that makes the index ready for the first one
