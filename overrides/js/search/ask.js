// The form in the header, and the way to the engine: through a worker or, where none may start (on a
// disk, or in a browser that forbids it), within the page. What failed is not kept: the next query
// tries again.
const form = document.querySelector(".finder");
const field = form.querySelector("input");
const index = new URL(form.dataset.index, location.href).href;
const waiting = []; // who is answered: queries are numbered, and 0 asks nothing
let loading;

async function ask(typed) {
  try {
    return await beside(typed);
  } catch {
    worker = null;
    return within(typed);
  }
}

function beside(typed) {
  return new Promise((found, failed) => {
    worker ??= new Worker(form.dataset.script, { name: index });
    worker.onmessage = ({ data: [number, answered] }) => waiting[number - 1]?.(answered);
    worker.addEventListener("error", failed);
    worker.postMessage([waiting.push(found), typed]);
  });
}

async function within(typed) {
  loading ??= new Promise((loaded, failed) => fetchScript(index, failed, loaded)).then(() => ready(self.searchIndex));
  try {
    return answer(typed, await loading);
  } catch (error) {
    loading = null;
    throw error;
  }
}

function address({ address: page, anchor }) {
  return new URL(page + (anchor && `#${anchor}`), new URL(form.dataset.root, location.href)).href;
}

// An element with texts and elements in it; nothing of them is read as HTML.
function make(name, parts, facts) {
  const made = Object.assign(document.createElement(name), facts);
  made.append(...parts);
  return made;
}
