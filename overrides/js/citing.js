// The number of a paragraph leads to it, and shows how to cite it.
const cite = document.querySelector(".cite");

for (const number of cite ? document.querySelectorAll("a.number") : []) {
  number.addEventListener("click", (event) => {
    // A jump would take the focus out of the dialog.
    event.preventDefault();
    history.replaceState(null, "", number.hash);
    cite.number = number;
    if (cite.tell) cite.tell();
    else fetchScript(cite.dataset.script);
  });
}
