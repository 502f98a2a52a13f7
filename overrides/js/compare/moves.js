// What was moved, told apart from what has another place because something else moved.
function staying(places) {
  const ranked = ranks(places);
  const size = ranked.length;
  const best = Array(size + 1).fill([0, -1]);
  const before = [];
  ranked.forEach((rank, index) => {
    let top = best[0];
    for (let at = rank; at; at &= at - 1) top = longer(top, best[at]);
    before.push(top[1]);
    const run = [top[0] + size + 1 + (rank === index), index];
    for (let at = rank + 1; at <= size; at += at & -at) best[at] = longer(best[at], run);
  });
  const kept = new Set();
  for (let last = best.reduce(longer)[1]; last >= 0; last = before[last]) kept.add(last);
  return kept;
}

const longer = (one, other) => ((other[0] - one[0] || other[1] - one[1]) > 0 ? other : one);

function moved(places) {
  const ranked = ranks(places);
  const kept = staying(places);
  const gone = ranked.map((_, index) => index).filter((index) => !kept.has(index));
  return new Set([...gone, ...gone.filter((index) => ranked[ranked[index]] === index).map((index) => ranked[index])]);
}

function ranks(places) {
  const found = [];
  const sorted = places.map((_, index) => index).sort((one, other) => places[one] - places[other]);
  sorted.forEach((index, rank) => (found[index] = rank));
  return found;
}
