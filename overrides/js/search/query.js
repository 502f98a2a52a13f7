// A query as pieces: what is asked for, without how it is asked.
const RUN = /[a-z0-9]+(?:'[a-z]+)?|[㐀-鿿々]+|[ァ-ヺー]+|[ぁ-ゖー]+/g;
const SCRIPTS = [/[a-z0-9]/, /[㐀-鿿々]/, /[ァ-ヺー]/, /[ぁ-ゖ]/];
const LATIN = /^[a-z0-9 ]+$/;
const KANA = /^[ぁ-ゖ]+$/;

function script(char) {
  return char ? SCRIPTS.findIndex((one) => one.test(char)) : -1;
}

// Known words, longest first, cut out of the text: [what is left, the words].
function cut(text, { known, longest }) {
  const { particle } = tables;
  const edge = (at) => script(text[at - 1]) !== script(text[at]) || particle.test(text[at - 1]) || particle.test(text[at]);
  const found = [];
  let rest = "";
  let end;
  for (let place = 0; place < text.length; place = end) {
    // Of kana it takes more to be a word than of kanji.
    const least = place + [2, 1, 2, 3][script(text[place])];
    for (end = edge(place) ? Math.min(text.length, place + longest * 2) : 0; end >= least; end -= 1) {
      if (edge(end) && text[end - 1] !== " " && known.has(stems(fold(text.slice(place, end))))) break;
    }
    if (end >= least) {
      found.push(text.slice(place, end));
      rest += "|";
    } else {
      rest += text[place];
      end = place + 1;
    }
  }
  return [rest, found];
}

// Words between spaces, particles and changes of script; inflections stay with their stem.
function tokens(asked, prepared) {
  const { text } = prepared;
  const { joining, particle, verbal } = tables;
  if (/^[ぁ-ゖー]+$/.test(asked)) {
    // All in kana there is no telling where words end: as it is, or as much as stands in the text.
    let end = spellings(fold(asked), prepared).length ? 0 : asked.length;
    while (end > 3 && !text.includes(fold(asked.slice(0, end)))) end -= 1;
    return [end > 3 ? asked.slice(0, end) : asked];
  }
  const found = [];
  let word = "";
  let end = 0;
  const close = () => {
    if (word) found.push(word);
    word = "";
  };
  for (let { 0: run, index } of asked.matchAll(RUN)) {
    if (index > end) close();
    end = index + run.length;
    // The particle after a word that was cut out: テレワークの環境, but テレワークできる職場.
    if (asked[index - 1] === "|" && script(run) === 3 && particle.test(run[0]) && !joining.test(run)) run = run.slice(1);
    if (script(run) === 0) close();
    const led = particle.test(run[0]);
    // 働く人 are two words, 申し込み is one.
    if (script(run) === 1 && /[ぁ-ゖ]/.test(word) && !text.includes(fold(word + run)) && joining.test(word.match(/[ぁ-ゖ]*$/)[0]) && verbal.test(word)) close();
    if (script(run) !== 3 || (word && !led && text.includes(fold(word + run)))) word += run;
    else if (joining.test(run) && (led || word.length !== 1)) close();
    else if (!word) word = run.replace(/(..+?)[のをはがにでも]$/, asked[end]?.trim() ? "$1" : "$&");
    else if (run[0] === "を" || (led && run.length > 3 && text.includes(fold(run.slice(1))))) {
      close();
      word = run.slice(1);
    } else word += run;
    if (script(run) === 0) close();
  }
  close();
  return found;
}

function parse(typed, prepared) {
  const { known } = prepared;
  const { asking, common, topic, when } = tables;
  const { found, rest } = dates(typed.slice(0, 200)); // nobody means more words than that
  const asked = rest.replace(/\s+/g, " ").trim();
  const whole = { asked, marks: found, words: [asked] };
  if (known.has(stems(fold(asked)))) return whole;
  if (/^[a-z]+ [a-z ]+$/.test(asked) && spellings(kana(asked), prepared).length) return whole;
  const [left, words] = cut(asked.replace(topic, "$1"), prepared);
  const all = tokens(/[^ぁ-ゖー ]/.test(left) || words.length ? left.replace(asking, " ") : left, prepared).map((word) => word.replace(/'s$/, ""));
  const telling = all.filter((word) => !common.has(stem(word)));
  const others = telling.length || words.length || found.length ? telling : all;
  return { ...whole, words: [...words, ...others], when: when.test(asked) };
}
