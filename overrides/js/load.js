// Scripts that few readers need come when they are needed.
function fetchScript(address, failed) {
  const script = document.createElement("script");
  script.src = address;
  script.onerror = failed;
  document.head.append(script);
}
