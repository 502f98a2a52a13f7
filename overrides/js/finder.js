// The search is fetched when somebody is about to search, and not before.
const finder = document.querySelector(".finder");
const results = document.querySelector("#search-results");

function load() {
  finder.removeEventListener("focusin", load);
  finder.removeEventListener("input", load);
  const script = document.createElement("script");
  script.src = finder.dataset.script;
  script.onerror = () => {
    if (!results) return;
    document.querySelector("#search-status").textContent = document.querySelector("#search-status").dataset.failed;
    results.dataset.state = "done";
  };
  document.head.append(script);
}

finder.addEventListener("focusin", load);
finder.addEventListener("input", load);
if (results || finder.contains(document.activeElement)) load();
