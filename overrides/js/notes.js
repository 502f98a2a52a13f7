// "My notes": opinions on paragraphs of a draft, kept in this browser only, until the reader mails,
// prints or saves them. Without this script each paragraph has a link that begins a mail.
{
  const LONGEST = 1900; // characters that every mail program takes in an address
  const place = document.querySelector("[data-notes]");
  const key = place && `notes.${place.dataset.notes}`;

  function read() {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? {};
    } catch {
      return {};
    }
  }

  function keep(notes) {
    try {
      if (Object.keys(notes).length) localStorage.setItem(key, JSON.stringify(notes));
      else localStorage.removeItem(key);
      return true;
    } catch {
      return false; // The browser keeps nothing.
    }
  }

  const inOrder = (notes) =>
    Object.entries(notes).sort(([one], [other]) => one.localeCompare(other, "en", { numeric: true }));
  const mailto = (to, subject, body) =>
    `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replace(/\r?\n/g, "\r\n"))}`;
  // Begins a mail, unless its address is too long: that is told instead.
  function send(address, status, long) {
    status.textContent = address.length > LONGEST ? long : "";
    if (address.length <= LONGEST) location.href = address;
  }

  if (place?.tagName === "DIALOG") writeNotes(place);
  else if (place) useNotes(place);

  // On the page of the draft: a box to write in.
  function writeNotes(dialog) {
    const { draft, mail, form, subject, body, title, saved, failed, long, count } = dialog.dataset;
    const text = dialog.querySelector("textarea");
    const link = document.querySelector(".my-notes a");
    const status = document.querySelector(".my-notes [role=status]");
    const trouble = dialog.querySelector("[role=status]");
    let paragraph = "";
    let opener = null;

    const tell = () => (link.textContent = count.replace("{}", Object.keys(read()).length));
    document.addEventListener("click", (event) => {
      const target = event.target.closest("a.comment");
      if (!target) return;
      event.preventDefault();
      opener = target;
      paragraph = target.dataset.paragraph;
      dialog.querySelector("h2").textContent = target.dataset.name ?? title.replace("{}", paragraph);
      text.value = read()[paragraph] ?? "";
      status.textContent = trouble.textContent = "";
      dialog.showModal();
      text.focus();
    });
    const actions = {
      close: () => dialog.close(),
      form: () => {
        const address = form.replaceAll("{edition}", encodeURIComponent(draft));
        open(address.replaceAll("{paragraph}", encodeURIComponent(paragraph)), "_blank", "noopener");
      },
      mail: () => {
        const [before, after] = body.replaceAll("\r", "").split("{}");
        const written = after.replace("\n\n\n", () => `\n${text.value}\n\n`);
        const address = mailto(mail, subject.replace("{}", paragraph), before + paragraph + written);
        send(address, trouble, long);
      },
    };
    dialog.addEventListener("click", ({ target }) => actions[target.dataset.do]?.());
    dialog.querySelector("form").addEventListener("submit", (event) => {
      const notes = read();
      if (text.value.trim()) notes[paragraph] = text.value;
      else delete notes[paragraph];
      if (keep(notes)) {
        status.textContent = saved;
        tell();
      } else {
        event.preventDefault();
        trouble.textContent = failed;
      }
    });
    dialog.addEventListener("close", () => opener?.focus());
    tell();
  }

  // On the page of the form: the notes in its table, and what can be done with them.
  function useNotes(section) {
    const { mail, subject, start, paragraph, confirm: question, remove, long, draft } = section.dataset;
    const rows = document.querySelector("table.opinions tbody");
    const blank = [...rows.children];
    const status = section.querySelector("[role=status]");

    function show() {
      const notes = inOrder(read());
      for (const row of rows.querySelectorAll(".note")) row.remove();
      blank.forEach((row, index) => (row.hidden = index < notes.length));
      for (const [number, text] of [...notes].reverse()) {
        const row = document.createElement("tr");
        row.className = "note";
        const cells = [document.createElement("td"), document.createElement("td")];
        cells[0].textContent = number;
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = "×";
        button.ariaLabel = remove.replace("{}", number);
        button.addEventListener("click", () => {
          const left = read();
          delete left[number];
          keep(left);
          show();
          section.querySelector("h2").focus();
        });
        const written = document.createElement("p");
        written.textContent = text;
        cells[1].append(written, button);
        row.append(...cells);
        rows.prepend(row);
      }
      section.querySelector(".none").hidden = notes.length > 0;
      section.querySelector(".actions").hidden = !notes.length;
    }

    function asText() {
      const parts = inOrder(read()).map(([number, text]) => `${paragraph} ${number}\n${text}\n`);
      return [`${subject}\n(${draft})\n`, start, "", ...parts].join("\n");
    }

    const actions = {
      print: () => print(),
      mail: () => send(mailto(mail, subject, asText()), status, long),
      save: () => {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(new Blob([asText()], { type: "text/plain;charset=utf-8" }));
        link.download = `${section.dataset.notes}.txt`;
        link.click();
        URL.revokeObjectURL(link.href);
      },
      delete: () => {
        if (!confirm(question)) return;
        keep({});
        show();
      },
    };
    section.addEventListener("click", ({ target }) => actions[target.dataset.do]?.());
    addEventListener("storage", show);
    show();
  }
}
