// Two records as rows, old and new side by side.
function compare([old, oldCuts], [fresh, freshCuts]) {
  const sides = [sideOf(old, oldCuts), sideOf(fresh, freshCuts)];
  const { chapters, pairs } = align(...sides, [old, fresh]);
  const [rows, steady, deleted] = [new Map(), new Map(), new Map()];
  for (const pair of pairs) {
    const row = rowOf(pair, chapters);
    if (pair.fresh) {
      rows.set(blockKey(pair.fresh), row);
      if (pair.old && !pair.moved) steady.set(blockKey(pair.old), pair.fresh);
    } else deleted.set(blockKey(pair.old), row);
  }
  const after = afterWhich(old, chapters, steady, deleted);
  const found = [];
  const add = (...place) => found.push(...(after.get(joined(...place)) ?? []));
  add("", -1);
  for (const { id, blocks } of fresh.chapters) {
    add(id, -1);
    blocks.forEach((_, index) => {
      found.push(rows.get(joined(id, index)));
      add(id, index);
    });
    add(id, "end");
  }
  return found;
}

const blockKey = ({ chapter, index }) => joined(chapter.id, index);
const isChange = ({ change }) => change !== "unchanged" && change !== "renumbered";

function rowOf({ old, fresh, moved }, chapters) {
  if (!fresh) return { change: "deleted", moved: false, chapter: chapters.get(old.chapter.id) ?? old.chapter.id, old, fresh };
  const row = { moved, chapter: fresh.chapter.id, old, fresh };
  const differs = (language) => folded(old.block[language].text) !== folded(fresh.block[language].text);
  if (!old) return { change: "added", ...row };
  if (differs("ja")) return { change: "changed", ...row };
  if (differs("en")) return { change: "translation", ...row };
  if (moved) return { change: "moved", ...row };
  return { change: old.number === fresh.number ? "unchanged" : "renumbered", ...row };
}

// What was deleted, by the block in the new text that it stood after.
function afterWhich(old, chapters, steady, deleted) {
  const found = new Map();
  let end = joined("", -1);
  for (const { id, blocks } of old.chapters) {
    const here = chapters.get(id);
    let place = here ? joined(here, -1) : end;
    blocks.forEach((_, index) => {
      const key = joined(id, index);
      if (deleted.has(key)) gather(found, place, deleted.get(key));
      else if (here && steady.get(key)?.chapter.id === here) place = blockKey(steady.get(key));
    });
    if (here) end = joined(here, "end");
  }
  return found;
}

// The language in which a row differs, where that is only one; else that of the page.
function shownIn({ change, old, fresh }, language) {
  if (change === "translation") return "en";
  return change === "changed" && old.block.en.text === fresh.block.en.text ? "ja" : language;
}

// The texts of a row, word by word; as now where only white space differs.
function piecesOf({ old, fresh }, language) {
  const text = (cited) => cited.block[language].text;
  const whole = (kind, cited) => (text(cited) ? [{ kind, text: text(cited) }] : []);
  if (!old || !fresh) return whole(old ? "deleted" : "inserted", old ?? fresh);
  if (folded(text(old)) === folded(text(fresh))) return whole("same", fresh);
  const words = (cited) => {
    let start = 0;
    return cited.cut[language][1].map((size) => text(cited).slice(start, (start += size)));
  };
  return changes(words(old), words(fresh));
}
