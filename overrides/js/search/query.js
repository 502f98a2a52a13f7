// A query as pieces: what is asked for, without how it is asked.
const ASKING = /とは(何|なに|なん)?(ですか|か|なの|でしょうか)?$|(って|は)?(何|なに)(ですか|でしょうか|なの|が)?(か|$)|とは(?=[ 、？?]|$)|って(何|なに|なん|いつ|どこ|どう|誰|だれ)?|(に|へ)?(ついて|関する|関して|おける)(の)?|を?(教えて|おしえて|知りたい|しりたい|見たい|調べたい)(ください|下さい|ほしい|欲しい)?|(は|が|を)?(どのように|どうやって|どうして|なぜ|なんで|どんな|どのような|どうなる|どうなって|どう|いつ|どこ|だれ|誰|何人|何歳|何年|何月|何件|何割|何|どれくらい|どのくらい|いくら|いくつ)(で|が|に|を|から|まで|の)?|(でしょうか|ですか|ますか|ましたか|のですか|なのか|のか|なの|たのか|ください|下さい)(?=[ 、。？?]|$)|(さ?れた|した|された)か(?=[ ？?]|$)/g;
const WHEN = /いつ|何年|何月|\bwhen\b/;
const QUESTIONS = /なぜ|どうして|誰|だれ|いつ|どこ|いくら|\b(why|who|when|where|how)\b/g;
const JOINING = /^(の|を|は|が|に|で|と|も|へ|や|か|な|から|まで|より|など|する|した|して|される|された|している|しない|すること|になる|になった|になるの|になります|にする|となる|ができる|できる|はある|がある|ある|との|への|での|には|では|とは|です|ます|たち|という|といった|をする|をした|をしたい|したい|のため|のための|さん|による|によって|とか|に対する|ください)$/;
const GENERIC = new Set("推移 状況 一覧 内容 方法 理由 情報 詳細 説明 概要 資料 について 数 化 的 率 性 度 等 例 別 用 案 者 面 点 必要 今後 現在 現状 鹿島市 鹿島 当市 本市 市 お ご こと もの".split(" ").map(fold));
const COMMON = new Set("a an and any are as at be by can city's could did do does for from get has have how i in into is it its kashima many me more much my of on or our please show tell that the their there they this to us was we were what what's when where which who whom whose why will with would you your about".split(" ").map(stem));
const KANJI = "\\u3400-\\u9fff々〆";
const RUN = new RegExp(`[a-z0-9]+(?:'[a-z]+)?|[${KANJI}]+|[ァ-ヺー]+|[ぁ-ゖ]+`, "gu");
const SCRIPTS = [/[a-z0-9]/, new RegExp(`[${KANJI}]`), /[ァ-ヺー]/, /[ぁ-ゖ]/];
const PARTICLE_FIRST = /^[のなをにはがでともへや]/;
const PARTICLE = /[をはがのにでともへや]/;

function script(char) {
  return char ? SCRIPTS.findIndex((one) => one.test(char)) : -1;
}

// Whether a word may end between two characters.
function between(before, after) {
  const one = script(before);
  return one < 0 || one !== script(after) || (one === 3 && PARTICLE.test(after));
}

// Known words, longest first, cut out of the text: [what is left, the words].
function known(text, prepared) {
  const found = [];
  let rest = "";
  let place = 0;
  while (place < text.length) {
    let taken = 0;
    const last = rest.at(-1) ?? text[place - 1];
    if (text[place] !== " " && (script(last) !== script(text[place]) || PARTICLE.test(last ?? ""))) {
      for (let end = Math.min(text.length, place + prepared.longest * 2); end > place + 1; end -= 1) {
        if (text[end - 1] === " " || !between(text[end - 1], text[end])) continue;
        const word = stems(fold(text.slice(place, end)));
        if (word.length > 1 && prepared.known.has(word) && !(script(text[place]) === 3 && end - place < 3)) {
          found.push(text.slice(place, end));
          taken = end - place;
          break;
        }
      }
    }
    rest += taken ? " " : text[place];
    place += taken || 1;
  }
  return [rest, found];
}

// Words between spaces, particles and changes of script; inflections stay with their stem.
function tokens(text, prepared) {
  const found = [];
  let word = "";
  const close = () => {
    if (word) found.push(word);
    word = "";
  };
  let end = 0;
  for (const run of text.matchAll(RUN)) {
    if (run.index > end) close();
    end = run.index + run[0].length;
    const kind = script(run[0]);
    if (kind === 0) {
      close();
      found.push(run[0]);
    } else if (kind === 3 && word && JOINING.test(run[0])) close();
    else if (kind === 3 && !word && JOINING.test(run[0])) continue;
    else if (kind === 3 && !word && /^.{2,}[のをはがにでも]$/.test(run[0]) && text[end]?.trim()) found.push(run[0].slice(0, -1));
    else if (kind === 3 && run[0].length > 2 && run[0].length < text.length && PARTICLE_FIRST.test(run[0]) && !prepared.text.includes(fold(word + run[0])) && prepared.text.includes(fold(run[0].slice(1)))) {
      close();
      found.push(run[0].slice(1));
    } else word += run[0];
  }
  close();
  return found;
}

function parse(text, prepared) {
  const { found, rest } = dates(text);
  const asked = rest.replace(/\s+/g, " ").trim();
  const whole = stems(fold(asked));
  if (prepared.known.has(whole)) return { marks: found, words: [asked], when: false, questions: [] };
  if (/^[a-z]+ [a-z ]+$/.test(asked) && kana(asked.replaceAll(" ", ""))) {
    const word = asked.replaceAll(" ", "");
    if (spellings(kana(word), prepared).length) return { marks: found, words: [word], when: false, questions: [] };
  }
  const [left, words] = known(/[^ぁ-ゖー ]/.test(asked) ? asked.replace(ASKING, " ") : asked.replace(/(とは|って)(なに)?(ですか)?$/, ""), prepared);
  const all = tokens(left, prepared).map((word) => word.replace(/'s$/, ""));
  const telling = all.filter((word) => !COMMON.has(stem(word)));
  const others = telling.length || words.length || found.length ? telling : all;
  return { marks: found, words: [...words, ...others], when: WHEN.test(asked), questions: (asked.match(QUESTIONS) ?? []).map(fold) };
}
