// The index as fetched, made ready: every section folded, its words counted, its dates marked.
function count(text) {
  const words = new Map();
  for (const word of text.match(/[a-z0-9]+/g) ?? []) {
    const stemmed = stem(word);
    words.set(stemmed, (words.get(stemmed) ?? 0) + 1);
  }
  return words;
}

// Compounds as a reader may type them, without the particles between: 市民の意見 as 市民意見.
function bare(text) {
  return fold(normal(text).replace(/[ぁ-ゖ]/g, ""));
}

function prepare(index) {
  const entries = index.entries.map(([page, anchor, title, passages, alias, otherTitle, across]) => {
    const [address, pageTitle, chapter] = index.pages[page];
    const blocks = passages.map((passage) => {
      const [text, number, at] = typeof passage === "string" ? [passage] : passage;
      return { text, number, anchor: at ?? (number && `p${number}`) };
    });
    const text = blocks.map((block) => block.text).join("\n");
    const entry = { address, anchor, chapter, title, pageTitle, blocks };
    entry.head = fold(title);
    entry.body = blocks.map((block) => fold(block.text)).join(" ");
    entry.flat = `${entry.head} ${entry.body}`.replaceAll(" ", "");
    entry.bare = bare(`${title}\n${text}`);
    entry.alias = alias;
    entry.across = across;
    entry.otherHead = fold(otherTitle);
    entry.headWords = count(entry.head);
    entry.words = count(entry.body);
    entry.otherWords = count(`${entry.otherHead} ${across}`);
    entry.stemmed = stems(` ${entry.head} ${entry.body} `);
    entry.otherStemmed = stems(entry.otherHead);
    entry.aliases = new Set(alias ? alias.split("|").map(stems) : []);
    entry.headDates = new Set(dates(title).found.flat());
    entry.dates = new Set(dates(text).found.flat());
    entry.prior = chapter ? (anchor ? 1 : 0.92) : 0.5;
    return entry;
  });
  const prepared = { entries, known: new Map(), readings: new Map(), forms: new Map(index.forms.map(([form, ...words]) => [form, words])) };
  prepared.text = entries.map((entry) => `${entry.flat} ${entry.alias} ${entry.otherHead} ${entry.across}`).join(" ");
  prepared.bare = entries.map((entry) => ` ${entry.bare}`).join("");
  prepared.aliases = new Set(entries.flatMap((entry) => [...entry.aliases]));
  prepared.average = entries.reduce((sum, entry) => sum + entry.body.length, 0) / entries.length;
  prepared.vocabulary = new Set(entries.flatMap((entry) => [...entry.headWords.keys(), ...entry.words.keys(), ...entry.otherWords.keys()]));
  const know = (word, group) => {
    const key = stems(word);
    prepared.known.set(key, [...(prepared.known.get(key) ?? []), ...group]);
  };
  for (const group of index.groups) for (const word of group) know(word, group);
  for (const { alias } of entries) for (const word of alias.split("|")) if (word) know(word, [word]);
  for (const [sound, ...words] of index.readings) {
    const others = prepared.readings.get(sound[0]) ?? [];
    prepared.readings.set(sound[0], others);
    others.push([short(sound), words]);
  }
  prepared.longest = Math.max(...[...prepared.known.keys()].map((word) => word.length));
  return prepared;
}

// A phrase with each English word stemmed.
function stems(phrase) {
  return phrase.replace(/[a-z]+/g, stem);
}
