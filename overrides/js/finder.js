// The search is fetched when somebody is about to search, and not before.
const finder = document.querySelector(".finder");
const results = document.querySelector("#search-results");

function load() {
  if (finder.dataset.asked) return;
  finder.dataset.asked = "yes";
  const script = document.createElement("script");
  script.src = finder.dataset.script;
  script.onerror = () => {
    const said = document.querySelector("#search-status");
    if (!said) return;
    said.textContent = said.dataset.failed;
    results.dataset.state = "done";
  };
  document.head.append(script);
}

finder.addEventListener("focusin", load);
finder.addEventListener("input", (event) => {
  finder.composing = event.isComposing;
  load();
});
if (results || finder.contains(document.activeElement)) load();
