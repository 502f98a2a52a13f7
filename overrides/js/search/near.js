// What a word that stands nowhere may have meant.
// Slips between two words: a character more, less, other (at a cost), or exchanged with its neighbour.
function distance(one, other, cost = 1) {
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : cost));
      if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return row[other.length];
}

function slips(word, shortest) {
  return word.length < shortest ? 0 : word.length < 8 ? 1 : word.length < 13 ? 2 : 3;
}

// A word that stands in two, email; else English words of the index that begin like the last one, which
// may not be finished; else those within one or two slips of the keys.
// In a short word alone another letter makes another word: concert is no slip for concept.
function nearWords(word, alone, last, { spelt, text }) {
  for (let at = 1; at < word.length; at += 1) if (text.includes(` ${word.slice(0, at)} ${stem(word.slice(at))} `)) return [`${word.slice(0, at)} ${word.slice(at)}`];
  const most = slips(word, 5);
  const others = [...spelt].filter((other) => other[0] === word[0]);
  const longer = others.filter((other) => last && word.length > 3 && other.startsWith(word));
  return longer.length || !most || /\d/.test(word) ? longer : others.filter((other) => (other.at(-1) === word.at(-1) || word.startsWith(other)) && Math.abs(other.length - word.length) <= most && distance(word, other, word.length < (alone ? 8 : 6) ? 2 : 1) <= most);
}

// Stretches of Japanese text that differ from a word in one character (from eight on: two).
function nearStretches(word, { wide }) {
  const most = slips(word, 4);
  const found = new Set();
  const part = Math.floor(word.length / (most + 1));
  for (let index = 0; most && index <= most; index += 1) {
    const start = index * part;
    const seed = word.slice(start, index === most ? undefined : start + part);
    for (let at = wide.indexOf(seed); at >= 0 && found.size < 20; at = wide.indexOf(seed, at + 1)) {
      for (let from = Math.max(0, at - start - most); from <= at - start + most; from += 1) {
        for (let length = word.length - most; length <= word.length + most; length += 1) {
          const stretch = wide.slice(from, from + length);
          if (stretch.length > 3 && !stretch.includes(" ") && distance(word, stretch) <= most) found.add(stretch);
        }
      }
    }
  }
  return [...found];
}

// The writing for a reading: words of the index, and kana, joined as they stand in it.
function spellings(reading, { readings, wide }) {
  const found = new Set();
  const extend = (sound, unfinished, rest, spelt, kanji) => {
    if (found.size > 20) return;
    if (!rest) {
      if (kanji) found.add(spelt);
      return;
    }
    for (const { words, [sound]: heard } of readings.get(rest[0]) ?? []) {
      if (!rest.startsWith(heard) && !(unfinished && rest.length > 1 && heard.startsWith(rest))) continue;
      for (const word of words) if (wide.includes(spelt + word)) extend(sound, unfinished, rest.slice(heard.length), spelt + word, true);
    }
    if (wide.includes(spelt + rest[0])) extend(sound, unfinished, rest.slice(1), spelt + rest[0], kanji);
  };
  if (reading.length > 1) {
    extend("full", false, reading, "", false);
    if (!found.size) extend("short", false, short(reading), "", false);
    if (!found.size && reading.length > 2) extend("short", true, short(reading), "", false);
  }
  return [...found];
}

// Other ways to write a Japanese word: other inflections, kana for a kanji, particles left out.
function variants(raw, prepared) {
  const found = [];
  const there = (word) => word.length > 1 && prepared.text.includes(word);
  const word = raw.replace(/^[おご御](?=[㐀-鿿])/, "");
  const kanji = fold(word.replace(/[ぁ-ゖ]/g, ""));
  for (let end = word.length; end > 1 && script(word[0]) !== 3; end -= 1) {
    const form = fold(word.slice(0, end));
    if (prepared.known.has(form) || (!found.length && there(form))) found.push(form);
    found.push(...(prepared.forms.get(form) ?? []));
    if (script(word[end - 1]) !== 3) break;
  }
  for (const [form, words] of prepared.forms) if (form.slice(0, -1) === word) found.push(...words);
  // Longer words, and other inflections: 工程表 for 工程, 作った for 作られました
  const inflected = /^([㐀-鿿])[ぁ-ゖ]+$/;
  const others = new RegExp(inflected.test(word) ? `^${kanji}[ぁ-ゖ]+$` : `^${fold(word)}`);
  if (word.length > 1) for (const other of prepared.known.keys()) if (others.test(other) || (kanji.length > 1 && other.replace(/[ぁ-ゖ]/g, "") === kanji)) found.push(other);
  if (!/[ぁ-ゖ]/.test(word)) return found;
  if (kanji.length > 1 && prepared.bare.includes(kanji)) found.push(kanji);
  if (/[㐀-鿿]/.test(kanji) && !found.length) {
    // 見なおし for 見直し, 進ちょく管理 for 進捗管理
    const plain = fold(word);
    const heard = new RegExp(`^${short(plain).replace(/[㐀-鿿々]/g, "[ぁ-ゖ]{1,3}")}$`);
    const seen = new RegExp(plain.replace(/[ぁ-ゖ]+/g, "(?:$&|[㐀-鿿々]{1,2})"), "g");
    for (const { words, short } of [...prepared.readings.values()].flat()) {
      found.push(...words.filter((one) => [...kanji].every((char) => one.includes(char)) && heard.test(short)));
    }
    if (!found.length && kanji.length > 1) found.push(...(prepared.text.match(seen) ?? []).slice(0, 5));
  }
  if (kanji.length === 1 && word[0] === kanji && (tables.verbal.test(word) || tables.joining.test(word.slice(1))) && word.length < 8 && !found.length) found.push(kanji);
  return found;
}
