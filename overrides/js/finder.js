// The search is fetched when somebody is about to search, and not before.
const finder = document.querySelector(".finder");
const said = document.querySelector("#search-status");
const status = said ?? finder.querySelector("[role=status]");
let fetched;

function end() {
  if (said) said.nextElementSibling.dataset.state = "done";
}

function load(event) {
  finder.composing = event?.isComposing;
  if (fetched) return;
  fetched = true;
  fetchScript(finder.dataset.script, () => {
    fetched = false; // the next key tries again
    status.textContent = (said ?? finder).dataset.failed;
    end();
  });
}

finder.addEventListener("focusin", load);
finder.addEventListener("input", load);
if (said && (location.search || location.hash)) load();
else end();
