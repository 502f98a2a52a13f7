"""What a section is, and the mark-up that sections share.

Sections return Markdown, wrapped in HTML elements that carry ``markdown``, so that headings
reach the contents list, links are checked, and every paragraph and item can be cited.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape as escape_html

from strategy.languages import calendar
from strategy.languages.labels import BRACKETS, COLON
from strategy.languages.say import Language, Say
from strategy.markup.html import Html, element, lines
from strategy.model import Evidence, Strategy

BREAK = element("br")


def no_arguments(_strategy: Strategy) -> list[str]:
    """The section takes no argument."""
    return []


@dataclass(frozen=True)
class Section:
    """A data-driven section.

    ``render(strategy, language, argument)`` gives its Markdown, ``data`` names the files that it
    shows, ``arguments(strategy)`` lists the arguments that it takes (empty: none).
    """

    render: Callable[[Strategy, Language, str], str]
    data: tuple[str, ...]
    arguments: Callable[[Strategy], list[str]] = no_arguments


def paragraph(content: str, css_class: str) -> str:
    """A paragraph with a class."""
    return f"{content}\n{{: .{css_class} }}"


def item(bullet: str, content: str, ident: str) -> str:
    """A list item with an anchor. The attribute list of an item stands on a line of its own."""
    return f"{bullet} {content}\n    {{: #{ident} }}"


def inline(text: str) -> str:
    """A data text as inline Markdown: everything literal but ``**strong**``."""
    # Every second part stands between two "**".
    parts = re.split(r"\*\*(.+?)\*\*", text)
    return "".join(
        f"**{_literal(part)}**" if index % 2 else _literal(part) for index, part in enumerate(parts)
    )


def _literal(text: str) -> str:
    text = re.sub(r"([\\`*_{}\[\]!|])", r"\\\1", escape_html(text, quote=False))
    # What would begin a list or a heading at the start of a line.
    return re.sub(r"^(\d*)([-+#.])", r"\1\\\2", text)


def table(name: str, head: tuple[str, ...], rows: list[Html]) -> Html:
    """A table with its accessible name. ``rows`` are ``<tr>`` elements from `row`."""
    heads = element("tr", lines(element("th", cell, scope="col") for cell in head))
    parts = (element("thead", lines([heads])), element("tbody", lines(rows), markdown="block"))
    return element("table", lines(parts), aria_label=name, markdown="block")


def row(head: str, cells: tuple[str, ...], ident: str = "", *, searched: bool = True) -> Html:
    """A row of a table: the cell that names it, then the others, all inline Markdown.

    Of a row that is not ``searched`` only the name is.
    """
    left_out = None if searched else ""
    shown = [
        element("th", Html(head), scope="row", markdown="span"),
        *(
            element("td", Html(cell), data_search_exclude=left_out, markdown="span")
            for cell in cells
        ),
    ]
    return element("tr", lines(shown), id=ident or None, markdown="block")


SOURCE = Say("出典", "source in Japanese")
JA = Say("", "hreflang=ja ")  # the city's pages are in Japanese
PUBLIC_RECORD = Say(
    "市の公表資料から（戦略の一部ではありません）",
    "Published by the city (not part of the strategy)",
)


def evidence_list(evidence: tuple[Evidence, ...], language: Language) -> str:
    """Facts of the public record as a list, each with its date and page."""
    lines = []
    for fact in evidence:
        date, text = calendar.show(fact.date, language), inline(fact.text[language])
        link = f'[{SOURCE[language]}](<{fact.page}>){{: aria-label="{SOURCE[language]} {date}" {JA[language]}}}'
        source = BRACKETS[language].format(link)
        lines.append(item("-", f"{date}{COLON[language]}{text}{source}", fact.id))
    return "\n".join(lines)


def evidence_box(evidence: tuple[Evidence, ...], language: Language) -> str:
    """The same in a box that says that it is not part of the strategy; empty without evidence."""
    if not evidence:
        return ""
    return block(
        "div",
        "public-record",
        f"{paragraph(PUBLIC_RECORD[language], 'label')}\n\n{evidence_list(evidence, language)}",
    )


def facts(values: dict[Say, str], language: Language) -> str:
    """What is known about something: names and values side by side where there is room."""
    terms = "\n\n".join(f"{name[language]}\n:   {value}" for name, value in values.items())
    return block("div", "facts", terms)


def block(tag: str, css_class: str | None, content: str, ident: str | None = None) -> Html:
    """Markdown content inside an HTML element."""
    inside = Html(f"\n\n{content.strip()}\n\n")
    return element(tag, inside, class_=css_class, id=ident, markdown="block")


ADOPTED = Say("戦略の文言（原文のとおり）", "Adopted wording (reference translation)")


def adopted(content: str, language: Language) -> str:
    """A quotation of the strategy, visibly told apart from the site's own prose."""
    return block("blockquote", "adopted", f"{paragraph(ADOPTED[language], 'label')}\n\n{content}")


DATA = Say("この部分のデータ", "Data of this section")


def data_links(name: str, language: Language, *, table: bool = True) -> str:
    """A line that links the published data of a section."""
    forms = ["json", "csv"] if table else ["json"]
    links = " · ".join(f"[{name}.{form}](/data/{name}.{form})" for form in forms)
    return paragraph(f"{DATA[language]}{COLON[language]}{links}", "data-links")
