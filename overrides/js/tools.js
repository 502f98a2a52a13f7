// The buttons below the text: print the page, copy its address.
const tools = document.querySelector(".tools");

if (tools) {
  const copy = tools.querySelector(".copy");
  const status = tools.querySelector("[role=status]");

  tools.querySelector(".print").addEventListener("click", () => window.print());
  // Browsers offer the clipboard only to pages that came over a safe connection.
  copy.hidden = !navigator.clipboard;
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      status.textContent = status.dataset.done;
    } catch {
      status.textContent = status.dataset.failed;
    }
  });
}
