// The index as fetched, made ready: every section folded, its words counted, its dates marked.
function count(text) {
  const words = new Map();
  for (const word of text.match(/[a-z0-9]+/g) ?? []) words.set(stem(word), (words.get(stem(word)) ?? 0) + 1);
  return words;
}

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
function readied({ asking, joining, generic, common, stems: endings, eras, dates: written, months, romaji }) {
  const all = (text) => new RegExp(text, "g");
  tables = {
    eras,
    romaji,
    months,
    stems: endings.map(([ending, instead]) => [new RegExp(ending), instead]),
    dates: Object.fromEntries(Object.entries(written).map(([name, text]) => [name, all(text)])),
    generic: new Set(generic.split(" ")),
    asking: all(asking),
    joining: new RegExp(`^(?:${joining.replaceAll(" ", "|")})+$`),
  };
  tables.common = new Set(common.split(" ").map(stem));
}

function prepare(index) {
  readied(index.tables);
  const known = new Map();
  const forms = new Map();
  const readings = new Map();
  const know = (word, group) => known.set(stems(word), [...(known.get(stems(word)) ?? []), ...group]);
  const lines = (text) => text.split("\n").map((line) => line.split("|"));
  for (const group of lines(index.groups)) for (const word of group) know(word, group);
  for (const [form, ...words] of lines(index.forms)) forms.set(form, words);
  for (const [sound, ...words] of lines(index.readings)) readings.set(sound[0], [...(readings.get(sound[0]) ?? []), { full: sound, short: short(sound), words }]);

  const counted = {};
  const entries = index.entries.map(([page, anchor, title, passages, alias, otherTitle, across]) => {
    const [address, pageTitle, chapter] = index.pages[page];
    const blocks = passages.map((passage) => {
      const [text, at, own] = [passage].flat();
      const number = own ?? (chapter && `${chapter}-${(counted[page] = (counted[page] ?? 0) + 1)}`);
      return { text, number, anchor: at ?? (number && `p${number}`) };
    });
    const text = blocks.map((block) => block.text).join("\n");
    const head = fold(title);
    const body = blocks.map((block) => fold(block.text)).join(" ");
    const otherHead = fold(otherTitle);
    const words = alias.split("|").filter(Boolean);
    for (const word of words) know(word, [word]);
    return {
      hit: { address, anchor, title, pageTitle, blocks },
      head,
      body,
      otherHead,
      alias,
      across,
      flat: `${head} ${body}`.replaceAll(" ", ""),
      bare: bare(`${title}\n${text}`),
      stemmed: stems(` ${head} ${body} `),
      otherStemmed: stems(otherHead),
      aliases: new Set(words.map(stems)),
      headWords: count(head),
      words: count(body),
      otherWords: count(`${otherHead} ${across}`),
      headDates: marksIn(title),
      dates: marksIn(text),
      prior: chapter ? (anchor ? 1 : 0.92) : 0.4,
    };
  });
  const all = (part) => entries.map(part).join(" ");
  const text = all((entry) => `${entry.flat} ${entry.alias} ${entry.otherHead} ${entry.across}`);
  return {
    entries,
    known,
    forms,
    readings,
    text,
    wide: `${text} ${[...known.keys()].join(" ")}`,
    bare: ` ${all((entry) => entry.bare)}`,
    average: all((entry) => entry.body).length / entries.length,
    vocabulary: new Set([...entries.flatMap((entry) => [...entry.headWords.keys(), ...entry.words.keys(), ...entry.otherWords.keys()]), ...known.keys()]),
    longest: Math.max(...[...known.keys()].map((word) => word.length)),
  };
}
