"""Content to measure with: a project with more pages than the publication has, or more editions.

The same in every run. The pages are as staff write them: sections with ids, paragraphs, lists, tables,
links to other pages, terms of the glossary; about 20 of them stand under one heading of the navigation.
"""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import yaml

from strategy.checks import everything
from strategy.content import editions
from strategy.record import Record, sha256, write

ROOT = Path(__file__).parents[2]
COPIED = ("data", "docs", "editions", "hooks", "overrides")
PER_PART = 20
SECTIONS = 5
WHO = {
    "市民": "citizens", "職員": "the staff", "市役所": "city hall", "事務局": "the office",
    "担当課": "the division", "DX推進本部会議": "the headquarters", "関係団体": "associations",
    "事業者": "businesses",
}  # fmt: skip
WHAT = {
    "手続き": "procedures", "窓口": "counters", "情報": "information", "施設": "facilities",
    "予算": "budgets", "計画": "plans", "調査": "surveys", "研修": "training", "業務": "work",
    "システム": "systems", "データ": "data", "防災": "disaster prevention", "福祉": "welfare",
    "介護": "nursing care", "教育": "education", "観光": "tourism", "農業": "farming",
    "漁業": "fishing", "道路": "roads", "水道": "water", "空家": "vacant houses",
    "図書館": "libraries", "保育": "child care", "健診": "check-ups", "税": "taxes",
    "選挙": "elections", "統計": "statistics", "広報": "public relations", "環境": "environment",
    "交通": "transport",
}  # fmt: skip
HOW = {
    "オンラインで": "online", "早急に": "soon", "効果的に": "effectively",
    "毎年度": "every fiscal year", "段階的に": "step by step", "連携して": "together",
    "主体的に": "on their own initiative", "きめ細かく": "with care",
}  # fmt: skip
DONE = {
    "見直します": "reviewed", "整備します": "set up", "進めます": "promoted",
    "公表します": "published", "検討します": "examined", "実施します": "carried out",
    "支援します": "supported",
}  # fmt: skip
Pair = tuple[str, str]
"""Japanese and English."""


def project(root: Path, more: int = 0) -> Path:
    """The publication as a project at ``root``, with that many more pages a language."""
    for name in COPIED:
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    names = [f"part-{n // PER_PART + 1}/topic-{n % PER_PART + 1}" for n in range(more)]
    terms = yaml.safe_load((ROOT / "data/glossary.yml").read_text("utf-8"))["terms"]
    writer = Writer(names, [(term["term"]["ja"], term["term"]["en"]) for term in terms])
    for name in names:
        for suffix, text in zip(("", ".en"), writer.page(name), strict=True):
            path = root / "docs" / f"{name}{suffix}.md"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
    parts = [names[n : n + PER_PART] for n in range(0, more, PER_PART)]
    nav = "".join(
        f"  - 分野{n}:\n" + "".join(f"      - {name}.md\n" for name in part)
        for n, part in enumerate(parts, 1)
    )
    (root / "mkdocs.yml").write_text(
        config.replace("  - search.md\n", f"{nav}  - search.md\n"), "utf-8"
    )
    return root


class Writer:
    """Writes pages in both languages at once."""

    def __init__(self, names: list[str], terms: list[Pair]) -> None:
        self.names, self.terms = names, terms
        self.chance = random.Random(0)

    def page(self, name: str) -> Pair:
        """A whole file."""
        number = self.names.index(name) + 1
        ja, en = self._some(WHAT)
        head = (
            f"---\ndescription: {ja}についての取組{number}の説明です。\n---\n\n# {ja}の取組{number}",
            f"---\ndescription: About measure {number} on {en}.\n---\n\n# Measure {number} on {en}",
        )
        blocks = [head, self._paragraph()]
        for section in range(1, SECTIONS + 1):
            ja, en = self._some(WHAT)
            ident = f"{{#section-{section}}}"
            blocks += [
                (f"## {ja}について（{section}） {ident}", f"## {section}. About {en} {ident}"),
                self._paragraph(),
                self._table() if section == SECTIONS else self._list(),
                self._linked(name, section % SECTIONS + 1),
            ]
        return self._joined(blocks, "\n\n", "\n")

    def _some(self, words: dict[str, str]) -> Pair:
        return self.chance.choice(list(words.items()))

    def _joined(self, parts: list[Pair], between: str, end: str = "") -> Pair:
        ja, en = zip(*parts, strict=True)
        return between.join(ja) + end, between.join(en) + end

    def _sentence(self) -> Pair:
        who, one, two = self._some(WHO), self._some(WHAT), self._some(WHAT)
        how, done = self._some(HOW), self._some(DONE)
        return (
            f"{who[0]}が使う{one[0]}と、それに伴う{two[0]}を、{how[0]}{done[0]}。",
            f"What {who[1]} need of {one[1]} and the {two[1]} that go with it are {done[1]} {how[1]}. ",
        )

    def _paragraph(self) -> Pair:
        term = self.chance.choice(self.terms)
        named = (f"ここでは、{term[0]}も使います。", f"{term[1]} is used here as well.")
        return self._joined([*(self._sentence() for _ in range(3)), named], "")

    def _list(self) -> Pair:
        items = []
        for _ in range(4):
            one, two = self._some(WHAT), self._some(WHAT)
            items.append((f"- {one[0]}と{two[0]}", f"- {one[1]} and {two[1]}"))
        return self._joined(items, "\n")

    def _table(self) -> Pair:
        rows = [("| 項目 | 担当 |\n|---|---|", "| Item | Who |\n|---|---|")]
        for _ in range(4):
            what, who = self._some(WHAT), self._some(WHO)
            rows.append((f"| {what[0]} | {who[0]} |", f"| {what[1]} | {who[1]} |"))
        return self._joined(rows, "\n")

    def _linked(self, name: str, section: int) -> Pair:
        other = self.chance.choice(self.names)
        part, _, page = other.partition("/")
        path = f"{page}.md" if name.startswith(f"{part}/") else f"../{other}.md"
        place = f"{path}#section-{section}"
        return (
            f"関連することは、[取組{self.names.index(other) + 1}]({place})にあります。",
            f"See also [measure {self.names.index(other) + 1}]({place}).",
        )


def with_editions(root: Path, number: int) -> Path:
    """The publication with that many editions in all whose text is held.

    Each differs from the one after it in a few words of one chapter.
    """
    project(root)
    last = everything.checked(root, gate=False).strategy.editions.in_force
    assert last and last.record
    facts = (root / editions.FOLDER / last.id / editions.FACTS).read_text("utf-8")
    record = last.record
    for back in range(1, number):
        record = _earlier(record, back)
        ident = f"sample-{back:02}"
        data = write(record.model_copy(update={"edition": ident}))
        year, month = divmod(2026 * 12 + 4 - back, 12)
        folder = root / editions.FOLDER / ident
        folder.mkdir()
        (folder / editions.RECORD).write_bytes(data)
        changed = {
            "id": ident,
            "status": "superseded",
            "name": f"{{ja: 見本の版{back}, en: Sample edition {back}}}",
            "date": f"{year}-{month + 1:02}",
            "sha256": sha256(data),
        }
        text = facts
        for key, value in changed.items():
            text, count = re.subn(rf"^{key}: .*", f"{key}: {value}", text, flags=re.M)
            assert count == 1, key
        (folder / editions.FACTS).write_text(text, "utf-8")
    return root


def _earlier(record: Record, back: int) -> Record:
    """The text before a small revision: a block in ten of one chapter had other words."""
    chapters = list(record.chapters)
    place = back % len(chapters)
    blocks = list(chapters[place].blocks)
    for number in range(back % 10, len(blocks), 10):
        block = blocks[number]
        texts = {
            language: written.model_copy(
                update={"text": f"{written.text}{back}", "html": f"{written.html}{back}"}
            )
            for language, written in (("ja", block.ja), ("en", block.en))
        }
        blocks[number] = block.model_copy(update=texts)
    chapters[place] = chapters[place].model_copy(update={"blocks": tuple(blocks)})
    return record.model_copy(update={"chapters": tuple(chapters)})
