// From a query to sections, best first.
const MOST = 1000; // characters of a query that are looked at
const GUESSED = 0.7; // how far a form is trusted that was not typed
const ENOUGH = 0.5; // the share of a query that a section must answer

const LATIN = /^[a-z0-9 ]+$/;
const INFLECTED = new RegExp(`^[${KANJI}][ぁ-ゖ]+$`);
const KANA = /^[ぁ-ゖ]+$/;

function times(text, part) {
  let found = 0;
  for (let at = text.indexOf(part); at >= 0 && found < 8; at = text.indexOf(part, at + part.length)) found += 1;
  return found;
}

// How well a form stands in a section: title, text, words of staff, the other language.
function standing({ form, words, joined, crossed }, entry, prepared) {
  let inHead, inBody, inOther, inOtherHead;
  if (words) {
    const fewest = (counts) => Math.min(...words.map((word) => counts.get(word) ?? 0));
    const loose = words.length > 1 && !entry.stemmed.includes(` ${joined} `) ? 0.4 : 1;
    inHead = fewest(entry.headWords) ? loose : 0;
    inBody = fewest(entry.words) * loose;
    inOther = fewest(entry.otherWords) * (words.length > 1 ? 0.6 : 1);
    inOtherHead = inOther && entry.otherStemmed.includes(joined) ? 1 : 0;
  } else {
    inHead = entry.head.includes(form) ? 1 : 0;
    inBody = times(entry.body, form) || (crossed && entry.bare.includes(form) ? 0.5 : 0);
    inOther = entry.across.includes(form) ? 1 : 0;
    inOtherHead = entry.otherHead.includes(form) ? 1 : 0;
  }
  const share = Math.min(1, form.length / (entry.head.length || 1));
  const here = inHead * (2 + 2 * share) + inBody / (inBody + 0.6 + (0.6 * entry.body.length) / prepared.average);
  return here || inOtherHead * (1 + share) + inOther * 0.6;
}

// Which sections a word in any of its forms stands in, and how well.
function find(forms, prepared) {
  const scores = new Map();
  for (const [form, trust] of forms) {
    const words = LATIN.test(form) ? form.split(" ").map(stem) : null;
    const joined = stems(form);
    // A short compound may only seem to stand where particles are left out.
    const crossed = !words && form.length > (trust === GUESSED ? 1 : 2) && prepared.bare.includes(form);
    const anywhere = words ? words.every((word) => prepared.vocabulary.has(word)) : crossed || prepared.text.includes(form);
    const aliased = prepared.aliases.has(joined);
    if (!anywhere && !aliased) continue;
    for (const entry of prepared.entries) {
      const score = trust * ((anywhere && standing({ form, words, joined, crossed }, entry, prepared)) + (aliased && entry.aliases.has(joined) ? 2.5 : !words && entry.alias.includes(form) ? 1 : 0));
      if (score > (scores.get(entry) ?? 0)) scores.set(entry, score);
    }
  }
  return scores;
}

// The forms of a word with how far each is trusted, the surest kind that stands anywhere.
function forms(raw, prepared) {
  const word = fold(raw);
  const made = new Map([[word, 1]]);
  const add = (found, trust) => found.forEach((form) => made.has(form) || made.set(form, trust));
  add(prepared.known.get(stems(word)) ?? [], 0.75);
  add(prepared.forms.get(word) ?? [], 0.9);
  const sound = KANA.test(word) ? word : LATIN.test(word) && word.length > 3 ? kana(word.replaceAll(" ", "")) : "";
  if (sound) {
    const spelt = spellings(sound, prepared);
    add([...spelt, ...(sound === word ? [] : [sound])], 0.9);
    add(spelt.flatMap((form) => prepared.known.get(form) ?? []), 0.6);
  }
  return made;
}

function guesses(raw, prepared) {
  const word = fold(raw);
  if (LATIN.test(word)) return nearWords(stem(word), prepared).map((form) => [form, GUESSED]);
  const other = variants(raw, prepared);
  if (!other.length && script(raw[0]) === 3 && KANA.test(word)) return [];
  return (other.length ? other : [...nearStretches(word, prepared)]).map((form) => [form, GUESSED]);
}

// A compound that stands nowhere, in the longest parts that do: [part or nothing, its length].
function parts(raw, prepared) {
  const word = fold(raw);
  const found = [];
  let unknown = 0;
  for (let place = 0; place < word.length; ) {
    let end = word.length;
    while (end > place + 1 && !(prepared.text.includes(word.slice(place, end)) || GENERIC.has(word.slice(place, end)))) end -= 1;
    const part = word.slice(place, end);
    if (part.length > 1 || GENERIC.has(part)) found.push(part);
    else unknown += 1;
    place = end;
  }
  return { found, unknown };
}

function rarity(scores, prepared) {
  return Math.log(1 + (prepared.entries.length - scores.size + 0.5) / (scores.size + 0.5)) + 0.2;
}

// The pieces of a query: for each the sections and its weight. What stands nowhere weighs most.
function pieces(words, prepared) {
  const most = Math.log(2 + 2 * prepared.entries.length);
  const made = [];
  for (let place = 0; place < words.length; place += 1) {
    let raw = words[place].slice(0, 40);
    const joined = raw + words[place + 1];
    if (LATIN.test(joined) && prepared.vocabulary.has(stem(joined))) {
      raw = joined;
      place += 1;
    }
    const word = fold(raw);
    if (!word) continue;
    const weight = GENERIC.has(word) ? 0.15 : INFLECTED.test(raw) ? 0.5 : 1;
    let scores = find(forms(raw, prepared), prepared);
    if (!scores.size) scores = find(guesses(raw, prepared), prepared);
    if (scores.size) {
      made.push({ scores, weight: weight * rarity(scores, prepared) });
      continue;
    }
    const split = LATIN.test(word) || KANA.test(word) ? { found: [], unknown: 2 } : parts(raw, prepared);
    for (const part of split.found) {
      const stands = find(forms(part, prepared), prepared);
      made.push({ scores: stands, weight: GENERIC.has(part) ? 0.15 : rarity(stands, prepared) });
    }
    if (split.unknown) made.push({ scores: new Map(), weight: weight * Math.min(2, Math.max(1, split.unknown)) * most * 0.6 });
  }
  return made;
}

function dated(marks, prepared) {
  return marks.map((found) => {
    const exact = found.at(-1);
    const scores = new Map();
    for (const entry of prepared.entries) {
      const score = (entry.headDates.has(exact) ? 4 : 0) + (entry.dates.has(exact) ? 1 : 0);
      if (score) scores.set(entry, score);
    }
    return { scores, weight: 3 };
  });
}

function pairs(text) {
  return Array.from(text.slice(1), (_, place) => text.slice(place, place + 2));
}

// Sections that answer a query: [{entry, score}], best first.
function search(text, prepared) {
  const query = text.slice(0, MOST);
  const { marks: found, words, when, questions } = parse(query, prepared);
  const all = [...dated(found, prepared), ...pieces(words.slice(0, 40), prepared)];
  const total = all.reduce((sum, piece) => sum + piece.weight, 0);
  const flat = fold(query).replaceAll(" ", "");
  const asked = pairs(flat.slice(0, 40));
  const hits = [];
  for (const entry of prepared.entries) {
    let score = 0;
    let covered = 0;
    for (const { scores, weight } of all) {
      const stands = scores.get(entry);
      if (!stands) continue;
      score += weight * stands;
      covered += weight;
    }
    const share = total ? covered / total : 0;
    const phrase = flat.length > 1 && entry.flat.includes(flat) && (!LATIN.test(fold(query)) || ` ${entry.head} ${entry.body} `.includes(` ${fold(query)} `));
    if (!phrase && share <= ENOUGH) continue;
    score *= share;
    if (phrase) score += !score || (!KANA.test(flat) && (flat.length > 5 || all.length > 1)) ? 4 : 0.5;
    if (phrase && flat.length > 12) score += 100;
    const likeness = asked.filter((pair) => entry.head.includes(pair)).length / asked.length;
    if (likeness > 0.5) score += total * likeness * 2;
    if (questions.some((word) => entry.aliases.has(word))) score += total * 1.5;
    if (when && entry.headDates.size) score *= 1.6;
    hits.push({ entry, score: score * entry.prior });
  }
  hits.sort((one, other) => other.score - one.score);
  const least = (hits[0]?.score ?? 0) * 0.12;
  return hits.filter((hit) => hit.score >= least).slice(0, 20);
}
