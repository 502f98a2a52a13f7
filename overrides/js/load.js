// Scripts that few readers need come when they are needed.
function fetchScript(src, onerror) {
  document.head.append(Object.assign(document.createElement("script"), { src, onerror }));
}
