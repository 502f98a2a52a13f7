// How much two Japanese texts have in common, and which of many texts are worth a look: as
// hooks/strategy/record/compare/similar.py, which says why. So are all files here, but for page.js.
const MOST_ENTRIES = 400;
const MOST_CANDIDATES = 8;
// What Python takes for white space.
const SPACE = "[\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const SPACES = RegExp(SPACE, "g");

// The signs of a text; JavaScript counts halves of some.
const signs = (text) => [...text];
const bare = (text) => text.replace(SPACES, "");
const gather = (lists, key, value) => lists.get(key)?.push(value) ?? lists.set(key, [value]);
const tally = (counts, key) => counts.set(key, (counts.get(key) ?? 0) + 1);

function grams(text, size = 2) {
  const plain = signs(bare(text.normalize("NFKC")));
  const found = new Set();
  for (let start = 0; start + size <= plain.length; start += 1) found.add(plain.slice(start, start + size).join(""));
  return found.size ? found : found.add(plain.join(""));
}

function overlap(one, other) {
  let both = 0;
  for (const gram of one) both += other.has(gram);
  return (2 * both) / (one.size + other.size);
}

// Python orders texts by their signs.
function order(one, other) {
  const [left, right] = [signs(one), signs(other)];
  const at = left.findIndex((sign, index) => sign !== right[index]);
  if (at < 0) return left.length - right.length;
  return at < right.length ? left[at].codePointAt() - right[at].codePointAt() : 1;
}

function candidates(here, there) {
  const holders = new Map();
  for (const [key, found] of there) for (const gram of found) gather(holders, gram, key);
  const rarity = (one, other) => holders.get(one).length - holders.get(other).length || order(one, other);
  return [...here].flatMap(([key, found]) => {
    const votes = new Map();
    let left = MOST_ENTRIES;
    for (const gram of [...found].filter((each) => holders.has(each)).sort(rarity)) {
      left -= holders.get(gram).length;
      if (left < 0) break;
      for (const near of holders.get(gram)) tally(votes, near);
    }
    const best = [...votes].sort((one, other) => other[1] - one[1]).slice(0, MOST_CANDIDATES);
    return best.map(([near]) => [key, near]);
  });
}
