// From a query to sections, best first.
const GUESSED = 0.7; // how far a form is trusted that was not typed
const ENOUGH = 0.47; // the share of a query, by weight, that some section must answer

// Which sections a word in any of its forms stands in, and how well: in the title, in the text, in the
// words of staff, in the other language.
function find(forms, { entries, bare, text, average }) {
  const scores = new Map();
  for (const [form, trust] of forms) {
    const sought = spread(form);
    // A short compound may only seem to stand where particles are left out.
    const crossed = form.length > (trust === GUESSED ? 1 : 2) && bare.includes(form) && !LATIN.test(form);
    if (!crossed && !text.includes(sought)) continue;
    for (const entry of entries) {
      const { head, body, otherHead, across, alias } = entry;
      const share = Math.min(1, sought.length / head.length);
      const times = body.split(sought).length - 1 || (crossed && entry.bare.includes(form));
      const here = head.includes(sought) * (2 + 2 * share) + times / (times + 0.6 + (0.6 * body.length) / average);
      const stands = here ? here + (trust === 1) * 0.7 : otherHead.includes(sought) * (1 + share) + across.includes(sought) * 0.6;
      const score = trust * (stands + (alias.includes(`|${sought}|`) ? 2.5 : sought.length > 1 && alias.includes(sought) ? 0.6 : 0));
      if (score > (scores.get(entry) ?? 0)) scores.set(entry, score);
    }
  }
  return scores;
}

// The forms of a word with how far each is trusted.
function forms(raw, prepared) {
  const { known } = prepared;
  const word = fold(raw);
  const made = new Map([[word, 1]]);
  const add = (found, trust) => found?.forEach((form) => made.has(form) || made.set(form, trust));
  add(known.get(stems(word)), 0.75);
  add(prepared.forms.get(word), 0.9);
  const sounds = KANA.test(word) ? [word] : LATIN.test(word) && word.length > 3 ? [word, word.replace(/([aeiou])\1/g, "$1")].map(kana) : [];
  for (const form of sounds.flatMap((sound) => [...spellings(sound, prepared), sound]).filter(Boolean)) {
    add([form], 0.9);
    add(known.get(form), 0.6);
  }
  return made;
}

function guesses(raw, alone, last, prepared) {
  const word = fold(raw);
  let found = LATIN.test(word) ? nearWords(word, alone, last, prepared) : variants(raw, prepared);
  if (!found.length && !LATIN.test(word) && !(script(raw[0]) === 3 && word.length < 6)) found = nearStretches(word, prepared);
  return guessed(found, prepared);
}

// Forms that were not typed, with the words that are searched for with them.
function guessed(found, { known }) {
  return new Map(found.flatMap((form) => [form, ...(known.get(stems(form)) ?? [])]).map((form) => [form, GUESSED]));
}

// A compound that stands nowhere, in the longest parts that do: [part or nothing, its length].
function parts(raw, { text, known, forms }) {
  const { generic } = tables;
  const word = fold(raw);
  const found = [];
  let unknown = 0;
  let missed = false;
  for (let place = 0; place < word.length; ) {
    let end = word.length;
    const stands = (part) => generic.has(part) || known.has(part) || forms.has(part) || (part.length > (KANA.test(part) ? 2 : 1) && text.includes(part));
    while (end > place + 1 && !stands(word.slice(place, end))) end -= 1;
    const part = word.slice(place, end);
    if (stands(part)) found.push(part);
    else if (!missed) unknown += 1;
    missed = !stands(part);
    place = end;
  }
  return { found, unknown };
}

// The pieces of a query: for each the sections and its weight. What stands nowhere weighs most.
function pieces(words, prepared) {
  const { entries, text } = prepared;
  const { generic } = tables;
  const most = Math.log(2 + 2 * entries.length);
  const made = [];
  const add = (scores, weight) => made.push({ scores, weight: weight * (scores.size ? Math.log(1 + (entries.length - scores.size + 0.5) / (scores.size + 0.5)) + 0.2 : most * (weight < 1 ? 0.5 : 1)) });
  for (let place = 0; place < words.length; place += 1) {
    let raw = words[place].slice(0, 40);
    const joined = raw + words[place + 1];
    if (LATIN.test(joined) && text.includes(` ${stem(joined)} `)) {
      raw = joined;
      place += 1;
    }
    const word = fold(raw);
    if (!word || /^[a-zぁ-ゖ]$/.test(word)) continue;
    // Verbs and adjectives say less than nouns.
    const weak = (place && raw.length > 2 && KANA.test(raw)) || /^[㐀-鿿][ぁ-ゖ]+$/.test(raw);
    const weight = generic.has(stem(word)) ? 0.15 : weak ? 0.4 : 1;
    let scores = find(forms(raw, prepared), prepared);
    if (!scores.size) scores = find(guesses(raw, words.length === 1, place === words.length - 1, prepared), prepared);
    if (scores.size || LATIN.test(word) || KANA.test(raw)) {
      add(scores, weight);
      continue;
    }
    const { found, unknown } = parts(raw, prepared);
    for (const part of found) add(find(forms(part, prepared), prepared), generic.has(part) ? 0.15 : weight);
    if (unknown) add(new Map(), weight * unknown);
  }
  return made;
}

function dated(marks, words, { entries }) {
  return marks.map((found) => {
    // A day that is not there is looked for as its month.
    const exact = found.findLast((mark) => entries.some((entry) => entry.dates.has(mark) || entry.headDates.has(mark)));
    const scores = new Map();
    entries.forEach((entry, place) => {
      // A year beside words is one fact among others. Of its months the later ones show what came of it.
      if (entry.headDates.has(exact) && (!exact.startsWith("y") || !words)) scores.set(entry, 4 + place / entries.length);
      else if (entry.dates.has(exact) || entry.headDates.has(exact)) scores.set(entry, 1);
    });
    return { scores, weight: 3 };
  });
}

// Sections that answer a query: [{entry, score}], best first.
function search(query, prepared) {
  const { marks, words, when, asked } = parse(query, prepared);
  const found = answers(query, [...dated(marks, words.length, prepared), ...pieces(words.slice(0, 40), prepared)], when, prepared);
  if (found.length || /^[ -~ぁ-ゖー]*$/.test(asked)) return found;
  // A slip may have torn a word apart: once more, as one word.
  const scores = find(guessed(nearStretches(flat(asked), prepared), prepared), prepared);
  return answers(query, [{ scores, weight: 1 }], when, prepared);
}

function answers(query, all, when, { entries }) {
  const sum = (chosen) => chosen.reduce((total, { weight }) => total + weight, 0);
  const total = sum(all);
  const plain = fold(query);
  const whole = flat(query);
  const pairs = Array.from(whole.slice(1, 40), (_, place) => whole.slice(place, place + 2));
  const hits = [];
  let most = 0;
  for (const entry of entries) {
    const stands = all.filter(({ scores }) => scores.has(entry));
    const phrase = whole.length > 1 && entry.flat.includes(whole) && (!LATIN.test(plain) || (entry.head + entry.body).includes(` ${stems(plain)} `));
    if (!phrase && !stands.length) continue;
    const share = total && sum(stands) / total;
    most = Math.max(most, phrase ? 1 : share);
    let score = stands.reduce((value, { scores, weight }) => value + weight * scores.get(entry), 0) * share;
    if (phrase) score += whole.length > 12 && (all.length > 1 || !LATIN.test(whole) || plain.includes(" ")) ? 100 : !score || (!KANA.test(whole) && (all.length > 1 || plain.includes(" ") || (!LATIN.test(whole) && whole.length > 5))) ? 4 + total : 0.5;
    const likeness = pairs.filter((pair) => entry.head.includes(pair)).length / pairs.length;
    if (likeness > 0.5) score += total * likeness * 2;
    if (when && entry.headDates.size) score *= 1.6;
    hits.push({ entry, phrase, score: score * entry.prior });
  }
  if (most <= ENOUGH) return [];
  hits.sort((one, other) => other.score - one.score);
  return hits.filter(({ phrase, score }) => phrase || score >= hits[0].score * 0.12).slice(0, 20);
}
