// The blocks of two records by their places, what is paired so far, and what follows from that.
// `cuts` tell for each block and language its fingerprint, and how long its words are.
function sideOf({ chapters }, cuts) {
  const cited = chapters.flatMap((chapter) =>
    chapter.blocks.map((block, index) => ({
      chapter,
      block,
      index,
      number: block.number ? `${chapter.number}-${block.number}` : "",
      section: joined(chapter.id, block.section),
      text: folded(block.ja.text),
      isHeading: block.kind === "heading",
      opens: block.kind === "heading" && block.id === block.section && Boolean(block.section || !index),
    })),
  );
  return cited.map((each, place) => ({ ...each, cut: cuts[place] }));
}

// A key of several parts; `null` is a part like others.
const joined = (...parts) => JSON.stringify(parts);

function placesOf(old, fresh, records) {
  const chapters = pairChapters(...records);
  const pairs = new Map();
  const taken = new Set();
  let sections = new Map();
  const places = { old, fresh, chapters, pairs, taken };

  places.pair = (here, there) => {
    pairs.set(here, there);
    taken.add(there);
  };
  places.free = (side, headings) =>
    [...side.keys()].filter((place) => !(side === old ? pairs : taken).has(place) && side[place].isHeading === headings);
  // As they are called in the new record; null where nothing there is that.
  places.chapter = (side, place) => {
    const { id } = side[place].chapter;
    return side === old ? (chapters.get(id) ?? null) : id;
  };
  places.section = (side, place) => {
    const { section } = side[place];
    return side === old ? (sections.get(section) ?? null) : section;
  };

  places.pairSections = () => {
    const opening = [...pairs].filter(([here, there]) => old[here].opens && fresh[there].opens);
    sections = new Map(opening.map(([here, there]) => [old[here].section, fresh[there].section]));
    const found = new Set(sections.values());
    const left = new Set(fresh.map(({ section }) => section).filter((section) => !found.has(section)));
    for (const { section, chapter, block } of old) {
      const same = joined(chapters.get(chapter.id) ?? "", block.section);
      if (!sections.has(section) && left.has(same)) sections.set(section, same);
    }
  };

  // By old chapter, the pairs that are in the same chapter and section as they were.
  function byChapter() {
    const found = new Map();
    const counterparts = new Set(sections.values());
    for (const [here, there] of [...pairs].sort((one, other) => one[0] - other[0])) {
      const section = places.section(old, here);
      const now = fresh[there].section;
      const elsewhere = section !== null && section !== now && counterparts.has(now);
      if (places.chapter(old, here) === fresh[there].chapter.id && !elsewhere) {
        gather(found, old[here].chapter.id, [here, there]);
      }
    }
    return [...found.values()];
  }

  function gapsOf(side, steady) {
    let [chapter, after] = [null, -1];
    return side.map((_, place) => {
      const current = places.chapter(side, place);
      if (current !== chapter) [chapter, after] = [current, -1];
      after = steady.get(place) ?? after;
      return chapter === null ? null : joined(chapter, after);
    });
  }

  places.gaps = () => {
    const steady = byChapter().flatMap((list) => [...staying(list.map(([, there]) => there))].map((index) => list[index]));
    const arrivals = steady.map(([, there]) => [there, there]);
    return [gapsOf(old, new Map(steady)), gapsOf(fresh, new Map(arrivals))];
  };

  places.moved = () => {
    const found = new Set(pairs.keys());
    for (const list of byChapter()) {
      const gone = moved(list.map(([, there]) => there));
      list.forEach(([here], index) => gone.has(index) || found.delete(here));
    }
    const first = new Map();
    old.forEach(({ chapter }, place) => first.has(chapter.id) || first.set(chapter.id, place));
    const names = [...first.keys()].filter((name) => chapters.has(name));
    const numbers = records[1].chapters.map(({ id }) => id);
    for (const index of moved(names.map((name) => numbers.indexOf(chapters.get(name))))) {
      const place = first.get(names[index]);
      if (old[place].opens && pairs.has(place)) found.add(place);
    }
    return found;
  };
  return places;
}
