// The worker that searches. On the page of results it begins before the page is drawn: nobody waits for both.
// On a disk none may start.
let worker;
if (/^http.*[?#]q=./.test(location)) {
  const src = document.currentScript.src.replace(/early(?=.js$)/, "search");
  worker = new Worker(src, { name: src.replace(/js$/, `${root.lang}.js`) });
  worker.onerror = () => (worker = null);
  worker.postMessage([0, ""]);
}
