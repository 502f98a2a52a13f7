// Scripts that few readers need come when they are needed.
function fetchScript(src, onerror, onload) {
  document.head.append(Object.assign(document.createElement("script"), { src, onerror, onload }));
}
