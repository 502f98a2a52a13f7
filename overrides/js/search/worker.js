// Beside the page, so that typing goes on while the index is made ready. Its name is the index's address.
let prepared;
self.onmessage = ({ data: [number, typed] }) => {
  if (!prepared) {
    importScripts(self.name);
    prepared = ready(self.searchIndex);
  }
  self.postMessage([number, answer(typed, prepared)]);
};
