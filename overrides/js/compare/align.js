// Which block of the new record is which of the old.
const ALIKE = 0.5;
const ALIKE_IN_PLACE = 0.35;
const IN_PLACE = 0.2;
const IN_CHAPTER = 0.1;
const LONG_ENOUGH = 6;
const REACH = 8;

// All blocks of both records, each once: in the order of the new, then those that are gone.
function align(old, fresh, records) {
  const places = placesOf(old, fresh, records);
  pairHeadings(places);
  pairTexts(places);
  pairHeadingsBySection(places);
  const gone = places.moved();
  const back = new Map([...places.pairs].map(([here, there]) => [there, here]));
  const found = fresh.map((cited, there) => ({
    old: old[back.get(there)] ?? null,
    fresh: cited,
    moved: gone.has(back.get(there)),
  }));
  const rest = old.filter((_, here) => !places.pairs.has(here));
  return { chapters: places.chapters, pairs: [...found, ...rest.map((cited) => ({ old: cited, fresh: null, moved: false }))] };
}

function pairHeadings(places) {
  const match = (key) => matchKeys(places, key, true);
  match((side, place) => {
    const { opens, block } = side[place];
    return opens || block.id ? joined(places.chapter(side, place), block.id) : null;
  });
  match((side, place) => joined(places.chapter(side, place), side[place].text));
  match((side, place) => (side[place].block.id ? joined(side[place].block.id, side[place].text) : null));
  match(longText);
  matchSimilar(places, true);
  places.pairSections();
}

function pairTexts(places) {
  function match(key, unique) {
    const withinKind = (side, place) => {
      const found = key(side, place);
      return found === null ? null : joined(side[place].block.kind === "head", found);
    };
    matchKeys(places, withinKind, false, unique);
  }
  const inChapter = (side, place, key) => {
    const chapter = places.chapter(side, place);
    return chapter === null || key === null ? null : joined(chapter, key);
  };
  const inSection = (side, place) => {
    const section = places.section(side, place);
    return section === null ? null : joined(section, side[place].text);
  };
  match((side, place) => inChapter(side, place, itemId(side, place)));
  match(itemId);
  match(inSection, true);
  const [oldGaps, freshGaps] = places.gaps();
  match((side, place) => {
    const gap = (side === places.old ? oldGaps : freshGaps)[place];
    return gap === null ? null : joined(gap, side[place].text);
  });
  match(inSection);
  match((side, place) => inChapter(side, place, side[place].text));
  match(longText);
  match(onlyPart(places));
  matchSimilar(places, false);
}

function itemId(side, place) {
  const { id } = side[place].block;
  return id && !id.includes("/") ? id : null;
}

function onlyPart({ old, fresh }) {
  const item = ({ block }) => (block.id.includes("/") ? block.id.split("/")[0] : null);
  const [here, there] = [old, fresh].map((side) => side.map(item).reduce(tally, new Map()));
  return (side, place) => {
    const found = item(side[place]);
    return (side === old ? here : there).get(found) === 1 ? found : null;
  };
}

function longText(side, place) {
  const { block, text } = side[place];
  return signs(block.ja.text).length >= LONG_ENOUGH ? text : null;
}

// Pair what has the same key, in order; if `unique` only where it stands once on each side.
function matchKeys(places, key, headings, unique) {
  const byKey = (side) => {
    const found = new Map();
    for (const place of places.free(side, headings)) {
      const name = key(side, place);
      if (name !== null) gather(found, name, place);
    }
    return found;
  };
  const [there, here] = [byKey(places.fresh), byKey(places.old)];
  for (const [name, ones] of here) {
    const others = there.get(name) ?? [];
    if (!unique || (ones.length === 1 && others.length === 1)) {
      ones.slice(0, others.length).forEach((one, index) => places.pair(one, others[index]));
    }
  }
}

// Pair what says nearly the same, the closest first.
function matchSimilar(places, headings) {
  const { old, fresh, pairs, taken } = places;
  const gramsOf = (side) => new Map(places.free(side, headings).map((place) => [place, grams(side[place].block.ja.text)]));
  const [here, there] = [gramsOf(old), gramsOf(fresh)];
  const near = sameGap(places, [...here.keys()], [...there.keys()]);
  const looked = new Map([...near.values(), ...candidates(here, there)].map(([one, other]) => [joined(one, other), [one, other]]));
  const rated = [];
  for (const [key, [one, other]] of looked) {
    if ((old[one].block.kind === "head") !== (fresh[other].block.kind === "head")) continue;
    const share = overlap(here.get(one), there.get(other));
    if (share < (near.has(key) ? ALIKE_IN_PLACE : ALIKE)) continue;
    const sameChapter = places.chapter(old, one) === fresh[other].chapter.id;
    const bonus = near.has(key) ? IN_PLACE : sameChapter ? IN_CHAPTER : 0;
    rated.push([-share - bonus, near.get(key)?.[2] ?? 0, one, other]);
  }
  rated.sort((left, right) => left[0] - right[0] || left[1] - right[1] || left[2] - right[2] || left[3] - right[3]);
  for (const [, , one, other] of rated) if (!pairs.has(one) && !taken.has(other)) places.pair(one, other);
}

// What stands between the same neighbours, with how far it is from the same rank there.
function sameGap(places, here, there) {
  const [oldGaps, freshGaps] = places.gaps();
  const [waiting, ranks, found] = [new Map(), new Map(), new Map()];
  for (const place of there) gather(waiting, freshGaps[place], place);
  for (const place of here) {
    const gap = oldGaps[place];
    if (gap === null) continue;
    const rank = ranks.get(gap) ?? 0;
    tally(ranks, gap);
    const first = Math.max(0, rank - REACH);
    (waiting.get(gap) ?? []).slice(first, rank + REACH + 1).forEach((other, index) => {
      found.set(joined(place, other), [place, other, Math.abs(first + index - rank)]);
    });
  }
  return found;
}

// A heading that is new in id and wording is the old one if most of its section is the same.
function pairHeadingsBySection(places) {
  const { old, fresh } = places;
  const went = new Map();
  for (const [here, there] of places.pairs) {
    const { section } = old[here];
    went.set(section, tally(went.get(section) ?? new Map(), fresh[there].section));
  }
  const [ones, others] = [old, fresh].map((side) => side.map(({ section }) => section).reduce(tally, new Map()));
  const size = (section) => Math.max(ones.get(section) ?? 0, others.get(section) ?? 0);
  const opening = (side) => places.free(side, true).filter((place) => side[place].opens);
  const waiting = new Map(opening(fresh).map((there) => [fresh[there].section, there]));
  for (const here of opening(old)) {
    const { section } = old[here];
    if (!went.has(section)) continue;
    const [target, count] = [...went.get(section)].reduce((most, each) => (each[1] > most[1] ? each : most));
    if (waiting.has(target) && 2 * count >= Math.max(size(section), size(target))) {
      places.pair(here, waiting.get(target));
      waiting.delete(target);
    }
  }
  places.pairSections();
}
