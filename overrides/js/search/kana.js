// Romaji (Hepburn and Kunrei) to folded hiragana; nothing where it is not romaji.
const ROWS = { "": "あいうえお", k: "かきくけこ", g: "がぎぐげご", s: "さしすせそ", z: "ざじずぜぞ", t: "たちつてと", d: "だじずでど", n: "なにぬねの", h: "はひふへほ", b: "ばびぶべぼ", p: "ぱぴぷぺぽ", m: "まみむめも", y: "や ゆ よ", r: "らりるれろ", w: "わ   を", f: "  ふ  ", j: " じ   ", sh: " し   ", ch: " ち   ", ts: "  つ  " };
const GLIDES = { ky: "き", gy: "ぎ", sh: "し", sy: "し", j: "じ", zy: "じ", jy: "じ", ch: "ち", ty: "ち", cy: "ち", ny: "に", hy: "ひ", by: "び", py: "ぴ", my: "み", ry: "り" };
const VOWELS = "aiueo";

function kana(word) {
  let made = "";
  const spelt = word.replace(/m(?=[bp])/g, "n").replace(/tch/g, "cch");
  const syllable = /n(?:n(?=[^aiueoy]|$))?(?=[^aiueoy]|$)'?|([kgsztdhbpmrcfj])(?=\1)|([^aiueo]{0,2})([aiueo])/y;
  while (syllable.lastIndex < spelt.length) {
    const found = syllable.exec(spelt);
    if (!found) return "";
    const [, double, onset, vowel] = found;
    const place = VOWELS.indexOf(vowel);
    const plain = ROWS[onset]?.[place]?.trim();
    const glide = ROWS.y[place]?.trim();
    if (double) made += "つ";
    else if (!vowel) made += "ん";
    else if (plain) made += plain;
    else if (GLIDES[onset] && glide) made += GLIDES[onset] + glide;
    else return "";
  }
  return made;
}

// Long vowels as one: けいかく and けかく, おう and お.
function short(reading) {
  return reading.replace(/([おこごそぞとどのほぼぽもよろ])[うお]|([うくぐすずつぬふぶぷむゆる])う|([えけげせぜてでねへべぺめれ])い/g, "$1$2$3");
}
