// The form in the header, the words of the interface, and the index, which is fetched once.
const form = document.querySelector(".finder");
const field = form.querySelector("input");
const place = new URL(form.dataset.root, location.href);
let fetched;

// From the disk browsers fetch nothing; there the index stands in a script, too.
function fromDisk(path) {
  return new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = `${path}.js`;
    script.onload = () => done(globalThis.searchIndex);
    script.onerror = failed;
    document.head.append(script);
  });
}

function fromServer(path) {
  return fetch(path).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status))));
}

function ready() {
  fetched ??= (location.protocol === "file:" ? fromDisk : fromServer)(form.dataset.index)
    .then((index) => (index.format === 1 ? prepare(index) : Promise.reject(new Error("format"))));
  return fetched;
}

function address({ address: page, anchor }) {
  return new URL(page + (anchor && `#${anchor}`), place).href;
}

// The words of a query as they may be marked in a text.
function markable(text, prepared) {
  const { words } = parse(text.slice(0, MOST), prepared);
  const found = new Set([fold(text.slice(0, MOST)).replaceAll(" ", "")]);
  for (const raw of words.slice(0, 12)) {
    const shown = [...forms(raw, prepared).keys()];
    const there = shown.some((word) => prepared.text.includes(word.replaceAll(" ", "")));
    for (const word of there ? shown : [...guesses(raw, prepared).map(([word]) => word), ...parts(raw, prepared).found]) {
      const flat = word.replaceAll(" ", "");
      if (flat.length > 1) found.add(flat);
    }
  }
  return [...found].sort((one, other) => other.length - one.length);
}

// The stretches [from, to] of a text in which the words stand.
function stretches(text, words) {
  const { folded, places } = trace(text);
  const taken = [];
  for (const word of words) {
    const latin = LATIN.test(word);
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      const stretch = [places[at], places[at + word.length]];
      if (latin && /[a-z0-9]/i.test(text[stretch[0] - 1] ?? "")) continue;
      while (stretch[1] > stretch[0] && /[\s、。（）()「」・,.]/.test(text[stretch[1] - 1])) stretch[1] -= 1;
      if (!taken.some(([from, to]) => stretch[0] < to && from < stretch[1])) taken.push(stretch);
    }
  }
  return taken.sort((one, other) => one[0] - other[0]);
}

// Text with the words marked; nothing of it is read as HTML.
function marked(text, found) {
  const made = document.createDocumentFragment();
  let end = 0;
  for (const [from, to] of found) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(from, to);
    made.append(text.slice(end, from), mark);
    end = to;
  }
  made.append(text.slice(end));
  return made;
}
