// The index for a search, and a query's answer as plain data: it may have to leave a worker.
function ready(index) {
  if (index?.format !== 3) throw new Error("no index");
  return prepare(index);
}

// Nobody means more than a thousand characters.
function answer(typed, prepared) {
  const query = typed.slice(0, 1000);
  const hits = search(query, prepared).map(({ entry }) => entry.hit);
  return { hits, words: hits.length ? markable(query, prepared) : [] };
}
