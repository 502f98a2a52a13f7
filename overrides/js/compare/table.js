// The rows as HTML: hooks/strategy/editions/comparison_page.py does the same, and hands over its
// patterns and words as `said`.
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };

const escaped = (text) => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]);
const filled = (pattern, values) => pattern.replace(/{(\w+)}/g, (_, name) => values[name]);

// All that stands between the title and the closing words; each text is a record and its cuts.
function tables(texts, names, said) {
  const { patterns, language } = said;
  const rows = compare(...texts);
  const changed = rows.filter(isChange);
  const called = { old: escaped(names[0]), new: escaped(names[1]) };
  if (!changed.length) return filled(patterns.nothing, called);
  const chapters = texts.flatMap(([record]) => record.chapters);
  const titles = new Map(
    chapters.map(({ id, number, title }) => [id, escaped(filled(patterns.chapter, { number, title: title[language] }))]),
  );
  const options = (values, text) => [...new Set(values)].map((value) => filled(patterns.option, { value, text: text(value) })).join("");
  const offered = {
    chapters: options(changed.map(({ chapter }) => chapter), (id) => titles.get(id)),
    kinds: options(changed.map(({ change }) => change), (kind) => said.kinds[kind]),
  };
  const byChapter = new Map();
  for (const row of rows) gather(byChapter, row.chapter, row);
  const marks = new Set();
  return [
    filled(patterns.intro, called),
    filled(patterns.count, { count: changed.length, files: "" }),
    filled(patterns.filter, offered),
    ...[...byChapter].map(([id, each]) => chapterTable(id, titles.get(id), each, marks, said)).filter(Boolean),
  ].join("\n");
}

function chapterTable(id, title, rows, marks, said) {
  const { patterns } = said;
  const changed = rows.filter(isChange).map((row) => changedRow(row, marks, said));
  const items = rows.filter((row) => !isChange(row)).map((row) => unchangedItem(row, said));
  const rest = items.length ? filled(patterns.rest, { count: items.length, items: items.join("") }) : "";
  return changed.length ? filled(patterns.section, { id, title, rows: changed.join("\n"), rest }) : "";
}

function changedRow(row, marks, said) {
  const { patterns, language } = said;
  const { change, moved, old, fresh } = row;
  const [mark] = (fresh ?? old).cut[change === "translation" ? "en" : "ja"];
  const anchor = marks.has(mark) ? "" : filled(patterns.anchor, { mark });
  marks.add(mark);
  const shown = shownIn(row, language);
  const pieces = piecesOf(row, shown);
  const name = said.kinds[change];
  return filled(patterns.row, {
    anchor,
    kind: change,
    name: moved && change !== "moved" ? said.andMoved.replace("{}", name) : name,
    new: sideOfRow(fresh, pieces, "inserted", shown, said),
    old: sideOfRow(old, pieces, "deleted", shown, said),
    reason: escaped(reasonOf(row, mark, said)),
  });
}

function reasonOf({ change, old, fresh }, mark, said) {
  const isPublicRecord = (fresh ?? old).block.id.split("/")[0].startsWith(said.publicRecord);
  return said.reasons[`${change} ${mark}`] ?? (isPublicRecord ? said.publicFact : said.unrecorded);
}

function sideOfRow(cited, pieces, kind, shown, said) {
  if (!cited) return said.none;
  const parts = pieces.filter((piece) => piece.kind === kind || piece.kind === "same").map((piece) => {
    const text = escaped(piece.text);
    return piece.kind === kind ? filled(said.patterns[kind], { text }) : text;
  });
  return citedText(cited, "", parts.join(""), shown, said);
}

function citedText({ block, number }, before, text, shown, { patterns, language, heading }) {
  const spoken = block.translation === "missing" ? "ja" : shown;
  const lang = spoken === language ? "" : filled(patterns.lang, { lang: spoken });
  return filled(patterns.text, { place: (number || heading) + before, lang, text });
}

function unchangedItem({ change, old, fresh }, said) {
  const { patterns, language } = said;
  const before = change === "renumbered" ? filled(patterns.before, { number: old.number }) : "";
  const text = citedText(fresh, before, escaped(fresh.block[language].text), language, said);
  return filled(patterns.item, { text });
}
