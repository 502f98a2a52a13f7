// A comparison can be narrowed to a chapter or a kind of change, also one that is made later.
document.addEventListener("change", ({ target }) => {
  const filter = target.closest(".filter");
  if (!filter) return;
  const [chapter, kind] = [...filter.querySelectorAll("select")].map((select) => select.value);
  let shown = 0;
  for (const section of document.querySelectorAll(".compared")) {
    let rows = 0;
    for (const row of section.querySelectorAll("tr[data-kind]")) {
      row.hidden = (kind && row.dataset.kind !== kind) || (chapter && section.dataset.chapter !== chapter);
      rows += !row.hidden;
    }
    section.hidden = !rows;
    shown += rows;
  }
  const status = filter.querySelector("[role=status]");
  status.textContent = status.dataset.shown.replace("{}", shown);
});
