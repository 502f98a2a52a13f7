// The page in the other language has the same places, and the search takes the same words.
document.querySelector(".language-switch").addEventListener("click", ({ currentTarget }) => {
  currentTarget.search = location.search;
  currentTarget.hash = location.hash;
});
