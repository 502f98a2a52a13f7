// The search is fetched when somebody is about to search, and not before.
const finder = document.querySelector(".finder");
const said = document.querySelector("#search-status");
let script;

function end() {
  if (said) said.nextElementSibling.dataset.state = "done";
}

function load(event) {
  finder.composing = event?.isComposing;
  if (script) return;
  script = document.createElement("script");
  script.src = finder.dataset.script;
  script.onerror = () => {
    if (said) said.textContent = said.dataset.failed;
    end();
  };
  document.head.append(script);
}

finder.addEventListener("focusin", load);
finder.addEventListener("input", load);
if (said && (location.search || location.hash)) load();
else end();
