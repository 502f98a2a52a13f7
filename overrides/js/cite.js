// How to cite a paragraph; fetched when the first number is pressed. What stands outside a quotation
// of the strategy is the site's own text, and is cited as that.
const dialog = document.querySelector(".cite");
const text = dialog.querySelector("p");
const status = dialog.querySelector("[role=status]");
const copy = dialog.querySelector("[type=button]");
const date = new Intl.DateTimeFormat(root.lang === "ja" ? "ja" : "en-GB", { dateStyle: "long" });

dialog.tell = () => {
  const { number } = dialog;
  const { base, adopted, explained } = dialog.dataset;
  const form = number.closest(".adopted") ? adopted : explained;
  const address = base ? new URL(`${base}#${number.id}`, location) : number.href;
  const parts = { number: number.textContent, address, date: date.format() };
  text.textContent = form.replace(/{(\w+)}/g, (_, name) => parts[name]);
  status.textContent = "";
  dialog.showModal();
};
// Browsers offer the clipboard only to pages that came over a safe connection.
copy.hidden = !navigator.clipboard;
copy.addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(text.textContent);
    status.textContent = status.dataset.done;
  } catch {
    status.textContent = status.dataset.failed;
  }
});
dialog.tell();
