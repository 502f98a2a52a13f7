// Forms that a reader does not tell apart, made one, as hooks/strategy/search/fold.py does.
const SMALL = { ぁ: "あ", ぃ: "い", ぅ: "う", ぇ: "え", ぉ: "お", っ: "つ", ゃ: "や", ゅ: "ゆ", ょ: "よ", ゎ: "わ", ゕ: "か", ゖ: "け", ぢ: "じ", づ: "ず" };
const DASH = /([ぁ-ゖァ-ヺ])[-‐‑‒–—―−ー~〜]+(?=[ぁ-ゖァ-ヺ]|$)/g;
const LETTER = /[\p{L}\p{N}]/u;

const letters = new Map();

function letter(char) {
  if (!letters.has(char)) letters.set(char, large(char));
  return letters.get(char);
}

function large(char) {
  const code = char.codePointAt(0);
  if (code < 0x80) return /[0-9a-z]/.test(char) ? char : " ";
  if (code >= 0x30a1 && code <= 0x30f6) char = String.fromCharCode(code - 0x60);
  else if (code >= 0xc0 && code <= 0x24f) char = char.normalize("NFD")[0];
  return SMALL[char] ?? (LETTER.test(char) ? char : " ");
}

// Width, case, and dashes that stand for long vowels; kana are still told apart.
function normal(text) {
  return text.normalize("NFKC").toLowerCase().replace(DASH, "$1");
}

function fold(text) {
  let folded = "";
  for (const char of normal(text).replaceAll("ー", "")) folded += letter(char);
  return folded.trim().replace(/ +/g, " ");
}

// The folded text without spaces, and for each of its units the place in the text.
function trace(text) {
  let folded = "";
  const places = [];
  let place = 0;
  for (const char of text) {
    for (const part of char.normalize("NFKC").toLowerCase()) {
      const made = part === "ー" ? " " : letter(part);
      if (made === " ") continue;
      folded += made;
      for (let unit = 0; unit < made.length; unit++) places.push(place);
    }
    place += char.length;
  }
  places.push(place);
  return { folded, places };
}

// English words as one: -isation and -ization, endings, -our and -or.
function stem(word) {
  if (word.length < 4 || /[^a-z]/.test(word)) return word;
  return word
    .replace(/i[sz]ations?$/, "is")
    .replace(/i[sz](e[ds]?|ing)$/, "is")
    .replace(/ies$/, "y")
    .replace(/(ss|sh|ch|x)es$/, "$1")
    .replace(/([^s])s$/, "$1")
    .replace(/(..[^e])(ed|ing)$/, "$1")
    .replace(/(...)ly$/, "$1")
    .replace(/(...)our/, "$1or")
    .replace(/([b-df-hj-km-np-rtv-z])\1$/, "$1")
    .replace(/(...)e$/, "$1");
}
