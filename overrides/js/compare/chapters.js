// Which chapter of the new record is which of the old.
const RUN = 5;
const CHAPTERS_ALIKE = 0.3;
const TITLES_ALIKE = 0.5;
const CHAPTER_NUMBER = RegExp(`^第?\\p{Nd}+[.．章]?${SPACE}*`, "u");

// Texts that are the same but for white space fold to the same.
const folded = (text) => bare(text.normalize("NFC"));

function pairChapters(old, fresh) {
  const known = new Set(fresh.chapters.map(({ id }) => id));
  const pairs = new Map(old.chapters.filter(({ id }) => known.has(id)).map(({ id }) => [id, id]));
  const ones = old.chapters.filter(({ id }) => !pairs.has(id)).map(chapterLook);
  const others = fresh.chapters.filter(({ id }) => !pairs.has(id)).map(chapterLook);
  const rated = ones.flatMap((one) => others.map((other) => ({ one, other, rate: chapterRate(one, other) })));
  const distance = ({ one, other }) => Math.abs(one.number - other.number);
  rated.sort(
    (left, right) =>
      right.rate - left.rate ||
      distance(left) - distance(right) ||
      left.one.number - right.one.number ||
      order(right.one.id, left.one.id) ||
      order(right.other.id, left.other.id),
  );
  const taken = new Set();
  for (const { one, other, rate } of rated) {
    if (rate && !pairs.has(one.id) && !taken.has(other.id)) {
      pairs.set(one.id, other.id);
      taken.add(other.id);
    }
  }
  return pairs;
}

function chapterLook({ id, number, title, blocks }) {
  const name = title.ja.replace(CHAPTER_NUMBER, "");
  const content = grams(blocks.map(({ ja }) => ja.text).join(""), RUN);
  return { id, number, name: folded(name), words: grams(name), content };
}

function chapterRate(one, other) {
  if (one.name === other.name) return 3;
  const [content, title] = [overlap(one.content, other.content), overlap(one.words, other.words)];
  return content >= CHAPTERS_ALIKE || title >= TITLES_ALIKE ? content + title : 0;
}
