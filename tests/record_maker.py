"""Small records for tests, made from a list of blocks.

A block is a mapping with one entry: what it is and its stable id, then its text, as in
``{"item value.1": "…"}`` or ``{"paragraph": {"ja": "…", "en": "…"}}``; without ``en`` it is not
translated. ``chapter ID`` begins a chapter with its title, ``heading ID`` a section.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from strategy.languages.say import Language
from strategy.record import Block, Record, RecordedChapter, Written

Line = Mapping[str, str | Mapping[str, str]]


def record(lines: Iterable[Line], edition: str = "r8-05") -> Record:
    """A record of these blocks. Where none begins a chapter there is one, ``chapter``."""
    chapters: list[tuple[str, list[Block]]] = []
    section, number = "", 0
    for line in lines:
        [(name, text)] = line.items()
        kind, _space, ident = name.partition(" ")
        if kind == "chapter" or not chapters:
            chapters.append((ident if kind == "chapter" else "chapter", []))
            section, number = "", 0
        if kind == "chapter":
            kind, ident = "heading", ""
        elif kind == "heading":
            section = ident
        numbered = kind not in ("heading", "head")
        number += numbered
        chapters[-1][1].append(_block(number if numbered else 0, kind, section, ident, text))
    return of_chapters(
        (
            RecordedChapter(
                number=number,
                id=ident,
                title={"ja": blocks[0].ja.text, "en": blocks[0].en.text},
                blocks=tuple(blocks),
                layout={"ja": "", "en": ""},
            )
            for number, (ident, blocks) in enumerate(chapters, 1)
        ),
        edition,
    )


def of_chapters(chapters: Iterable[RecordedChapter], edition: str) -> Record:
    """A record of these chapters; the strategy is called a sample throughout."""
    both: dict[Language, str] = {"ja": "見本", "en": "Sample"}
    return Record(
        format=1,
        edition=edition,
        city=both,
        title=both,
        kind=both,
        period=both,
        adopted=both,
        updated=both,
        chapters=tuple(chapters),
    )


def _block(number: int, kind: Any, section: str, ident: str, text: Any) -> Block:
    texts = {"ja": text, "en": f"English of {text}"} if isinstance(text, str) else text
    ja, en = (
        Written(text=each, html=escape(each))
        for each in (texts["ja"], texts.get("en", texts["ja"]))
    )
    return Block(
        number=number,
        kind=kind,
        section=section,
        id=ident,
        ja=ja,
        en=en,
        translation="confirmed" if "en" in texts else "missing",
    )
