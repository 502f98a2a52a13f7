// Romaji (Hepburn and Kunrei) to folded hiragana; nothing where it is not romaji.
function kana(word) {
  let made = "";
  const spelt = word.replaceAll(" ", "").replace(/m(?=[bp])/g, "n").replace(/tch/g, "cch");
  const syllable = /n(?:n(?=[^aiueoy]|$))?(?=[^aiueoy]|$)'?|([kgsztdhbpmrcfj])(?=\1)|([^aiueo]{0,2})([aiueo])/y;
  while (syllable.lastIndex < spelt.length) {
    const [, double, onset, vowel] = syllable.exec(spelt) ?? [0, 0, "-", "a"];
    const sound = double ? "つ" : vowel ? tables.romaji[onset]?.split(" ")["aiueo".indexOf(vowel)] : "ん";
    if (!sound) return "";
    made += sound;
  }
  return made;
}

// Long vowels as one: けいかく and けかく, おう and お.
function short(reading) {
  return reading.replace(tables.long, "$1$2$3");
}
