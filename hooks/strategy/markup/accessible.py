"""What Markdown makes of what staff write, made accessible: a Markdown extension.

Python-Markdown's own HTML for tables, task lists, footnotes, abbreviations and admonitions has
inline styles, English words on Japanese pages, or content that only a mouse reaches.
"""

import re
from xml.etree import ElementTree

import markdown
from markdown.extensions.abbr import AbbrTreeprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX, AtomicString

from strategy.languages import japanese
from strategy.languages.labels import BRACKETS
from strategy.languages.say import Language, Say
from strategy.markup.glossary_terms import word_pattern

# After terms, contents (5) and abbreviations (7); before MkDocs takes the page's title (-1).
PRIORITY = 3
ABBREVIATIONS_PRIORITY = 7

FOOTNOTE = Say("注{}", "Note {}")
FOOTNOTES = Say("注", "Notes")
BACK = Say("注{}の付いた本文に戻る", "Back to the text of note {}")
DONE, TO_DO = Say("完了", "Done"), Say("未完了", "To do")
ADMONITIONS = {
    "note": Say("補足", "Note"),
    "info": Say("お知らせ", "Information"),
    "tip": Say("ヒント", "Tip"),
    "warning": Say("注意", "Caution"),
    "danger": Say("警告", "Warning"),
    "example": Say("例", "Example"),
}
_TASK = re.compile(r"\[([ xX])\] ")


class ProseExtension(markdown.Extension):
    """Makes what staff write in Markdown accessible, in the language of the page."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language = language

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - Markdown's name
        """Register the tree processor."""
        md.treeprocessors.register(_Prose(md, self.language), "strategy-prose", PRIORITY)
        found = md.treeprocessors["abbr"]
        if isinstance(found, AbbrTreeprocessor):
            abbreviations = _Abbreviations(md, found.abbrs)
            md.treeprocessors.register(abbreviations, "abbr", ABBREVIATIONS_PRIORITY)


class _Abbreviations(AbbrTreeprocessor):
    """Finds abbreviations also where Japanese follows them without a space."""

    def run(self, root: ElementTree.Element) -> None:
        if self.abbrs:
            self.RE = word_pattern(self.abbrs)
            self.iter_element(root)


class _Prose(Treeprocessor):
    def __init__(self, md: markdown.Markdown, language: Language) -> None:
        super().__init__(md)
        self.language = language

    def run(self, root: ElementTree.Element) -> None:
        self._tables(root)
        expanded: set[str] = set()
        for parent in list(root.iter()):
            self._admonition(parent)
            self._footnotes(parent)
            if parent.tag == "li":
                self._task(parent)
            for child in list(parent):
                if child.tag == "abbr":
                    self._abbreviation(child, expanded)
        if self.language == "en":
            _mark_japanese(root)

    def _tables(self, root: ElementTree.Element) -> None:
        """Classes for styles, a head for each column and row, each cell with its column's name.

        Markdown has no heads of rows: the first cell names its row. The style sheet shows the
        columns' names where a narrow screen has the cells one below the other.
        """
        for table in root.iter("table"):
            head = ["".join(cell.itertext()) for cell in table.iterfind("thead/tr/th")]
            for cell in [*table.iter("th"), *table.iter("td")]:
                if match := re.fullmatch(r"text-align: (\w+);", cell.attrib.pop("style", "")):
                    cell.set("class", f"align-{match[1]}")
            for cell in table.iterfind("thead/tr/th"):
                cell.set("scope", "col")
            for line in table.iterfind("tbody/tr"):
                if head and len(line) and line[0].tag == "td":
                    line[0].tag = "th"
                    line[0].set("scope", "row")
                for name, cell in zip(head, line, strict=False):
                    if cell.tag == "td":
                        cell.set("data-label", name)

    def _admonition(self, element: ElementTree.Element) -> None:
        """A title that Markdown made of the type's name, in the language of the page."""
        kind = element.get("class", "").removeprefix("admonition ")
        if kind in ADMONITIONS and len(element) and element[0].text == kind.capitalize():
            element[0].text = ADMONITIONS[kind][self.language]

    def _footnotes(self, element: ElementTree.Element) -> None:
        match element.get("class"):
            case "footnote":
                element.tag = "section"
                element.set("aria-label", FOOTNOTES[self.language])
            case "footnote-ref":
                element.set("aria-label", FOOTNOTE[self.language].format(element.text))
            case "footnote-backref":
                number = re.sub(r"\D", "", element.attrib.pop("title", ""))
                element.set("aria-label", BACK[self.language].format(number))

    def _task(self, item: ElementTree.Element) -> None:
        """``- [x] text`` as a mark that is read as a word: a box that cannot be ticked misleads."""
        owner = (
            item[0] if len(item) and item[0].tag == "p" and not (item.text or "").strip() else item
        )
        match = _TASK.match((owner.text or "").lstrip("\n"))
        if not match:
            return
        done = match[1] != " "
        mark = ElementTree.Element("span", {"class": "task", "role": "img"})
        mark.set("aria-label", (DONE if done else TO_DO)[self.language])
        mark.text = AtomicString("☑" if done else "☐")
        mark.tail = " " + (owner.text or "").lstrip("\n")[match.end() :]
        owner.text = None
        owner.insert(0, mark)
        item.set("class", "task-item")

    def _abbreviation(self, element: ElementTree.Element, expanded: set[str]) -> None:
        """Written out after its first use: a ``title`` shows only to those who use a mouse."""
        title = element.attrib.pop("title", "")
        if title and title not in expanded:
            expanded.add(title)
            element.tail = BRACKETS[self.language].format(title) + (element.tail or "")


def _mark_japanese(element: ElementTree.Element) -> None:
    """Wrap Japanese words of an English page in ``<span lang="ja">`` (WCAG 2.2, 3.1.2)."""
    if element.get("lang") == "ja" or element.tag in ("code", "pre"):
        return
    for child in list(element):
        _mark_japanese(child)
        tail, marked = _split(child.tail)
        if marked:
            child.tail = tail
            position = list(element).index(child) + 1
            element[position:position] = marked
    text, marked = _split(element.text)
    if marked:
        element.text = text
        element[0:0] = marked


def _split(text: str | None) -> tuple[str, list[ElementTree.Element]]:
    """The text before the first Japanese words, and an element for each, followed by its text."""
    if not text or STX in text:
        return "", []
    before, *rest = japanese.split(text)
    spans = []
    for words, after in zip(rest[::2], rest[1::2], strict=True):
        span = ElementTree.Element("span", {"lang": "ja"})
        span.text, span.tail = AtomicString(words), after
        spans.append(span)
    return before, spans
