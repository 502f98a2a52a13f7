// What of a query is marked in a text.
function trace(text) {
  // The folded text without spaces, and for each of its units the place in the text.
  let folded = "";
  const places = [];
  let place = 0;
  for (const char of text) {
    for (const part of char.normalize("NFKC").toLowerCase()) {
      const made = part === "ー" ? "" : letter(part).trim();
      folded += made;
      for (let unit = 0; unit < made.length; unit += 1) places.push(place);
    }
    place += char.length;
  }
  return { folded, places: [...places, place] };
}

// The words of a query as they may be marked: as typed, or whatever they were taken for; of what staff
// alone know, the parts that stand in a text.
function markable(typed, prepared) {
  const found = new Set([flat(typed)]);
  const stands = (word) => prepared.entries.some(({ head, body }) => (head + body).includes(spread(word)));
  for (const raw of parse(typed, prepared).words.slice(0, 12)) {
    const shown = [...forms(raw, prepared).keys()];
    const runs = (raw.match(RUN) ?? []).filter((run) => script(run) !== 3).map((run) => stem(fold(run))).filter((run) => !tables.common.has(run));
    const guessed = shown.some(stands) ? [] : [...guesses(raw, false, true, prepared).keys(), ...parts(raw, prepared).found, ...runs];
    for (const word of [...shown, ...guessed]) found.add(word.replaceAll(" ", ""));
  }
  return [...found].filter((word) => word.length > 1).sort((one, other) => other.length - one.length);
}

// The stretches [from, to] of a text in which the words stand.
function stretches(text, words) {
  const { folded, places } = trace(text);
  const taken = [];
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      const from = places[at];
      let to = places[at + word.length];
      while (to > from && letter(text[to - 1]) === " ") to -= 1;
      const inside = LATIN.test(word) && /[a-z0-9]/i.test(text[from - 1] ?? "");
      if (!inside && !taken.some(([start, end]) => from < end && start < to)) taken.push([from, to]);
    }
  }
  return taken.sort((one, other) => one[0] - other[0]);
}
