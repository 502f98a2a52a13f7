// The index as fetched, made ready: every section folded and stemmed, its dates marked.
// Compounds as a reader may type them, without the particles between: 市民の意見 as 市民意見.
function bare(text) {
  return fold(normal(text).replace(/[ぁ-ゖ]/g, ""));
}

function marksIn(text) {
  const found = new Set(dates(text).found.flat());
  for (const mark of found) if (mark[0] === "m") found.add(`n${mark.split("-")[1]}`);
  return found;
}

// The tables with their lists as sets and their expressions as such.
function readied({ replaced, tested, ...lists }) {
  tables = lists;
  for (const [name, text] of Object.entries(replaced)) tables[name] = new RegExp(text, "g");
  for (const [name, text] of Object.entries(tested)) tables[name] = new RegExp(text);
  tables.stems = tables.stems.map(([ending, instead]) => [new RegExp(ending), instead]);
  tables.generic = new Set(tables.generic.split(" ").map((word) => stem(fold(word))));
  tables.common = new Set(tables.common.split(" ").map(stem));
}

function prepare(index) {
  readied(index.tables);
  const known = new Map();
  const forms = new Map();
  const readings = new Map();
  const know = (word, group, key = stems(word)) => known.set(key, [...(known.get(key) ?? []), ...group]);
  const lines = (text) => text.split("\n").map((line) => line.split("|"));
  for (const group of lines(index.groups)) for (const word of group) know(word, group);
  for (const [form, ...words] of lines(index.forms)) forms.set(form, words);
  for (const [sound, ...words] of lines(index.readings)) readings.set(sound[0], [...(readings.get(sound[0]) ?? []), { full: sound, short: short(sound), words }]);

  const counted = {};
  const entries = index.at.map(([page, anchor], place) => {
    const [address, pageTitle, chapter] = index.pages[page];
    const [title, passages, alias, otherTitle, across] = ["titles", "texts", "aliases", "otherTitles", "across"].map((name) => index[name][place]);
    const blocks = passages.map((passage) => {
      const [text, at, own] = [passage].flat();
      const number = own ?? (chapter && `${chapter}-${(counted[page] = (counted[page] ?? 0) + 1)}`);
      return { text, number, anchor: at ?? (number && `p${number}`) };
    });
    const text = blocks.map((block) => block.text).join("\n");
    const [head, body, otherHead] = [title, text, otherTitle].map(spread);
    for (const word of alias.split("|")) if (word) know(word, [word]);
    return {
      hit: { address, anchor, title, pageTitle, blocks },
      head,
      body,
      otherHead,
      across: spread(across),
      alias: `|${alias.split("|").map(spread).join("|")}|`,
      flat: flat(`${title} ${text}`),
      bare: chapter ? bare(`${title}\n${text}`) : "", // other pages only repeat
      headDates: marksIn(title),
      dates: marksIn(text),
      prior: chapter ? (anchor ? 1 : 0.92) : 0.4,
    };
  });
  const all = (part) => entries.map(part).join(" ");
  const text = all((entry) => entry.head + entry.body + entry.alias + entry.otherHead + entry.across);
  return {
    entries,
    known,
    forms,
    readings,
    text,
    wide: text + spread(index.groups),
    spelt: new Set(JSON.stringify(index).toLowerCase().match(/[a-z]{3,}/g)),
    bare: ` ${all((entry) => entry.bare)}`,
    average: all((entry) => entry.body).length / entries.length,
    longest: Math.max(...[...known.keys()].map((word) => word.length)),
  };
}
