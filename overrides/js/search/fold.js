// Forms that a reader does not tell apart, made one, as hooks/strategy/search/fold.py does.
const SMALL = "ぁぃぅぇぉっゃゅょゎゕゖぢづ";
const LARGE = "あいうえおつやゆよわかけじず";
const DASH = /([ぁ-ゖァ-ヺ])[-‐‑‒–—―−ー~〜]+(?=[ぁ-ゖァ-ヺ]|$)|([ァ-ヺ])一(?=[ァ-ヺ])/g;
const letters = {};
const stemmed = { __proto__: null };
let tables; // of the index: what it knows of the languages

function letter(char) {
  if (!letters[char]) {
    const code = char.codePointAt(0);
    let made = char;
    if (code >= 0x30a1 && code <= 0x30f6) made = String.fromCharCode(code - 0x60);
    else if (code >= 0xc0 && code <= 0x24f) made = char.normalize("NFD")[0];
    letters[char] = LARGE[SMALL.indexOf(made)] ?? (/[\p{L}\p{N}]/u.test(made) ? made : " ");
  }
  return letters[char];
}

// Width, case, and dashes that stand for long vowels; kana are still told apart.
function normal(text) {
  return text.normalize("NFKC").toLowerCase().replace(DASH, "$1$2");
}

function fold(text) {
  return normal(text).replaceAll("ー", "").replace(/[^a-z0-9]/gu, letter).trim().replace(/ +/g, " ");
}

function flat(text) {
  return fold(text).replaceAll(" ", "");
}

// English words as one, whatever their endings. The same words come again and again.
function stem(word) {
  return (stemmed[word] ??= word.length < 4 ? word : tables.stems.reduce((left, [ending, instead]) => left.replace(ending, instead), word));
}

// A phrase with each English word stemmed.
function stems(phrase) {
  return phrase.replace(/[a-z]+/g, stem);
}

// A text as words are sought in it: folded, and each English word stemmed and between spaces.
function spread(text) {
  return stems(fold(text)).replace(/ ?([a-z0-9]+) ?/g, " $1 ").replaceAll("  ", " ");
}
