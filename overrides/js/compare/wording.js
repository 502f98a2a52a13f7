// What changed within a text, word by word, as people read it.
const WORDS_ALIKE = 0.3;
const CONTAINED = 0.8;
const ENDS = /[。！？!?.]$/;
const PAUSES = RegExp(`(?:[、，,;；：:・)）」』]|${SPACE})$`);
const OPENS = RegExp(`^(?:[(（「『]|${SPACE})`);
const EDGES = RegExp(`^${SPACE}+|${SPACE}+$`, "g");

const trimmed = (text) => text.replace(EDGES, "");

// The pieces of both texts, given as words, in the order of reading.
function changes(old, fresh) {
  let steps = mergedSteps(stepsOf(old, fresh));
  slide(steps);
  steps = mergedSteps(steps);
  const size = (words) => signs(trimmed(words.join(""))).length;
  const same = steps.reduce((sum, step) => sum + size(step.same), 0);
  const [one, other] = [old, fresh].map((words) => signs(words.join("")).length);
  const shorter = Math.min(one, other);
  const both = one + other;
  if (both && 2 * same < WORDS_ALIKE * both && same < CONTAINED * shorter) {
    steps = [{ deleted: old, inserted: fresh, same: [] }];
  }
  const kinds = ["deleted", "inserted", "same"];
  return steps.flatMap((step) => kinds.filter((kind) => step[kind].length).map((kind) => ({ kind, text: step[kind].join("") })));
}

function stepsOf(old, fresh) {
  const first = alike(old, fresh);
  const last = alike(old.slice(first).reverse(), fresh.slice(first).reverse());
  const steps = [{ deleted: [], inserted: [], same: old.slice(0, first) }];
  const [ones, others] = [old, fresh].map((words) => words.slice(first, words.length - last));
  let [here, there] = [0, 0];
  for (const [one, other, size] of [...matchingBlocks(ones, others), [ones.length, others.length, 0]]) {
    if (here < one || there < other) {
      steps.push({ deleted: ones.slice(here, one), inserted: others.slice(there, other), same: [] });
    }
    steps.at(-1).same.push(...ones.slice(one, one + size));
    [here, there] = [one + size, other + size];
  }
  steps.at(-1).same.push(...old.slice(old.length - last));
  return steps;
}

function alike(one, other) {
  const at = one.findIndex((word, index) => word !== other[index]);
  return at < 0 ? one.length : at;
}

// The longest run of words that both have, then those before and after it: as Python's difflib.
function matchingBlocks(ones, others) {
  const stands = new Map();
  others.forEach((word, index) => gather(stands, word, index));
  const queue = [[0, ones.length, 0, others.length]];
  const found = [];
  while (queue.length) {
    const [low, high, left, right] = queue.pop();
    const [one, other, size] = longestMatch(ones, stands, low, high, left, right);
    if (!size) continue;
    found.push([one, other, size]);
    if (low < one && left < other) queue.push([low, one, left, other]);
    if (one + size < high && other + size < right) queue.push([one + size, high, other + size, right]);
  }
  return found.sort((one, other) => one[0] - other[0]);
}

function longestMatch(ones, stands, low, high, left, right) {
  let best = [low, left, 0];
  let lengths = new Map();
  for (let one = low; one < high; one += 1) {
    const longer = new Map();
    for (const other of stands.get(ones[one]) ?? []) {
      if (other < left) continue;
      if (other >= right) break;
      const size = (lengths.get(other - 1) ?? 0) + 1;
      longer.set(other, size);
      if (size > best[2]) best = [one - size + 1, other - size + 1, size];
    }
    lengths = longer;
  }
  return best;
}

// The steps without what is the same between two changes, but only a sign long or a space.
function mergedSteps(steps) {
  const merged = steps.slice(0, 2);
  for (const step of steps.slice(2)) {
    const last = merged.at(-1);
    const between = last.same.join("");
    const replaces = (last.deleted.length || step.deleted.length) && (last.inserted.length || step.inserted.length);
    if (!between || (replaces && signs(trimmed(between)).length <= 1)) {
      last.deleted.push(...last.same, ...step.deleted);
      last.inserted.push(...last.same, ...step.inserted);
      last.same = step.same;
    } else merged.push(step);
  }
  return merged;
}

// Move what was only added, or only taken away, to where a sentence or a phrase ends.
function slide(steps) {
  steps.slice(1).forEach((step, index) => {
    const before = steps[index];
    if (step.inserted.length && step.deleted.length) return;
    const kind = step.inserted.length ? "inserted" : "deleted";
    const row = [...before.same, ...step[kind], ...step.same];
    const [size, start] = [step[kind].length, before.same.length];
    let [first, last] = [start, start];
    while (first && row[first - 1] === row[first + size - 1]) first -= 1;
    while (last + size < row.length && row[last] === row[last + size]) last += 1;
    let [best, most] = [first, -1];
    for (let at = first; at <= last; at += 1) {
      const ease = 2 * (rest(row, at) + rest(row, at + size)) + (at === start);
      if (ease > most) [best, most] = [at, ease];
    }
    before.same = row.slice(0, best);
    step[kind] = row.slice(best, best + size);
    step.same = row.slice(best + size);
  });
}

function rest(row, place) {
  if (!place || place === row.length || ENDS.test(row[place - 1])) return 3;
  if (PAUSES.test(row[place - 1])) return 2;
  return OPENS.test(row[place]) ? 1 : 0;
}
