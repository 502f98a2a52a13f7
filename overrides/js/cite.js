// The number of a paragraph leads to it, and shows how to cite it.
const cite = document.querySelector(".cite");

if (cite) {
  const { form, base } = cite.dataset;
  const text = cite.querySelector("p");
  const status = cite.querySelector("[role=status]");
  const date = new Intl.DateTimeFormat(root.lang === "ja" ? "ja" : "en-GB", { dateStyle: "long" });

  for (const number of document.querySelectorAll("a.number")) {
    number.addEventListener("click", () => {
      const address = base ? new URL(`${base}#${number.id}`, location) : number.href;
      const parts = { number: number.textContent, address, date: date.format() };
      text.textContent = form.replace(/{(\w+)}/g, (_, name) => parts[name]);
      status.textContent = "";
      cite.showModal();
    });
  }
  cite.querySelector("[type=button]").addEventListener("click", async () => {
    await navigator.clipboard.writeText(text.textContent);
    status.textContent = status.dataset.done;
  });
}
