// The page that compares any two editions: /editions/compare/?old=…&new=…
const form = document.querySelector(".compare");
const status = document.querySelector(".compare-status");
const said = JSON.parse(document.querySelector(".compare-words").textContent);

async function read(id) {
  const { root } = document.querySelector(".finder").dataset;
  const files = said.files.map((path) => fetch(`${root}/${path.replace("{id}", id)}`));
  return Promise.all((await Promise.all(files)).map((answer) => answer.json()));
}

async function show(chosen) {
  const names = chosen.map((id) => said.names[id]);
  if (!names.every(Boolean)) {
    status.textContent = said.unknown;
    return;
  }
  [form.elements.old.value, form.elements.new.value] = chosen;
  const built = document.querySelector(`[data-pair="${chosen.join(" ")}"]`);
  if (built) {
    location.replace(built.href + location.hash);
    return;
  }
  const title = filled(said.title, { old: names[0], new: names[1] });
  const heading = document.querySelector("h1");
  document.title = document.title.replace(heading.textContent, () => title);
  heading.textContent = title;
  status.textContent = said.reading;
  try {
    const texts = await Promise.all(chosen.map(read));
    const closing = filled(document.querySelector("template").innerHTML, { old: escaped(names[0]) });
    document.querySelector(".compared-here").innerHTML = `${tables(texts, names, said)}\n${closing}`;
    status.textContent = said.done;
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  } catch {
    status.textContent = said.failed;
  }
}

const asked = new URLSearchParams(location.search);
if (asked.has("old")) show([asked.get("old"), asked.get("new")]);
