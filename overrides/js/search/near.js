// What a word that stands nowhere may have meant.
const HONORIFIC = new RegExp(`^[おご](?=[${KANJI}])`);

function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = null;
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + cost);
      if (before && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    before = row;
    row = next;
  }
  return row[other.length];
}

// English words of the index within one or two slips of the keys; else those that begin so.
function nearWords(word, prepared) {
  if (/\d/.test(word) || word.length < 3) return [];
  const most = word.length < 5 ? 0 : word.length < 8 ? 1 : 2;
  const slips = [];
  const longer = [];
  for (const other of prepared.vocabulary) {
    if (other.length > 3 && word.length > 3 && other.startsWith(word)) longer.push(other);
    else if (most && other[0] === word[0] && distance(word, other, most) <= most) slips.push(other);
  }
  return longer.length ? longer : slips;
}

// Stretches of Japanese text that differ from a word in one character (from eight on: two).
function nearStretches(word, prepared) {
  const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  const found = new Set();
  if (!most) return found;
  const part = Math.floor(word.length / (most + 1));
  for (let index = 0; index <= most; index += 1) {
    const start = index * part;
    const seed = word.slice(start, index === most ? undefined : start + part);
    for (let at = prepared.text.indexOf(seed); at >= 0 && found.size < 20; at = prepared.text.indexOf(seed, at + 1)) {
      for (let from = at - start - most; from <= at - start + most; from += 1) {
        for (let length = word.length - most; length <= word.length + most; length += 1) {
          const stretch = prepared.text.slice(Math.max(0, from), from + length);
          if (stretch.includes(" ") || stretch.length < 3) continue;
          if (distance(word, stretch, most) <= most) found.add(stretch);
        }
      }
    }
  }
  return found;
}

// Kanji for a reading: words of the index joined as they stand in it.
function spellings(reading, prepared) {
  const wanted = short(reading);
  const found = new Set();
  const extend = (rest, spelt) => {
    if (found.size > 20) return;
    if (!rest) {
      found.add(spelt);
      return;
    }
    for (const [heard, words] of prepared.readings.get(rest[0]) ?? []) {
      const partial = rest.length > 1 && heard.startsWith(rest) && rest.length * 2 > heard.length;
      if (!rest.startsWith(heard) && !partial) continue;
      for (const word of words) {
        if (prepared.text.includes(spelt + word)) extend(rest.startsWith(heard) ? rest.slice(heard.length) : "", spelt + word);
      }
    }
  };
  if (wanted.length > 1) extend(wanted, "");
  return [...found];
}

// Other ways to write a Japanese word: other inflections, kana for a kanji, particles left out.
function variants(raw, prepared) {
  const found = [];
  const there = (word) => word.length > 1 && prepared.text.includes(word);
  const word = raw.replace(HONORIFIC, "");
  const kanji = fold(word.replace(/[ぁ-ゖ]/g, ""));
  for (let end = word.length; end > 1 && script(word[0]) !== 3 && !found.length; end -= 1) {
    const form = fold(word.slice(0, end));
    if (there(form)) found.push(form);
    found.push(...(prepared.forms.get(form) ?? []));
    if (script(word[end - 1]) !== 3) break;
  }
  if (/[ぁ-ゖ]/.test(word) && kanji.length > 1 && prepared.bare.includes(` ${kanji}`)) found.push(kanji);
  if (/[ぁ-ゖ]{2}/.test(word) && kanji.length > 1 && !found.length) {
    const pattern = word.split(/([ぁ-ゖ]{2,})/).map((part, place) => (place % 2 ? `[${KANJI}]{1,2}` : fold(part))).join("");
    const matches = word.endsWith(kanji.at(-1)) ? (prepared.text.match(new RegExp(pattern, "gu")) ?? []) : [];
    const sound = word.match(/[ぁ-ゖ]{2,}/)[0];
    const spelt = spellings(fold(sound), prepared).map((one) => fold(word.replace(sound, one))).filter(there);
    found.push(...(spelt.length ? spelt : matches.slice(0, 5)));
  }
  if (kanji.length === 1 && word[0] === kanji && word.length > 1 && word.length < 5) found.push(kanji);
  return found;
}
