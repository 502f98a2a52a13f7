"""``strategy translated``: what is older than its Japanese, and confirming what is not."""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from strategy.checks import everything
from strategy.content import translations
from strategy.languages.say import Language, Say
from strategy.problems import BilingualError, Location
from strategy.record import RecordedChapter

STATE = {
    "older": Say("英語が古い", "English is older"),
    "missing": Say("英語がない", "English is missing"),
}

NOTHING = Say("何も記録していません。", "Nothing was recorded.")
UP_TO_DATE = Say(
    "どの英語訳も、すでに確認済みです。記録は変えていません。",
    "All of it was up to date already; the record is as it was.",
)


def add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser
) -> None:
    """Describe the command line."""
    parser = commands.add_parser(
        "translated",
        parents=[common],
        help="英語訳を確かめたことを記録する / record that the English is up to date",
    )
    parser.add_argument(
        "page",
        nargs="?",
        help="章のページ名か番号（なければ、確かめる必要のある段落の一覧）/ page or number of a chapter; without it, a list",
    )
    parser.add_argument(
        "number", nargs="*", help="段落番号（例: 1-12。なければ章の全部）/ numbers of paragraphs"
    )


def run(root: Path, options: argparse.Namespace, language: Language) -> int:
    """List what is not confirmed, or confirm a chapter. Raises `InvalidStrategy`."""
    found = everything.checked(root, gate=False)
    chapters = found.composition.record.chapters
    if options.page is None:
        return _list(chapters, found.ids, language)
    chapter = _chapter(chapters, options.page)
    if chapter is None:
        known = ", ".join(chapter.id for chapter in chapters)
        raise BilingualError(
            Say(
                f"「{options.page}」という章はありません。使えるもの: {known}",
                f"There is no chapter “{options.page}”. Known: {known}",
            )
        )
    places = [_place(number) for number in options.number]
    refusals = [
        _refusal(chapters, chapter, place, number)
        for place, number in zip(places, options.number, strict=True)
    ]
    if any(refusals):
        print(*(said[language] for said in refusals if said), sep="\n", file=sys.stderr)
        print(NOTHING[language], file=sys.stderr)
        return 1
    newly = translations.confirm(root, chapter, places)
    message = Say(
        f"{len(newly)}か所の英語訳を、確認済みと記録しました。",
        f"{len(newly)} block(s) are recorded as up to date.",
    )
    print((message if newly else UP_TO_DATE)[language])
    return 0


def _chapter(chapters: tuple[RecordedChapter, ...], name: str) -> RecordedChapter | None:
    """The chapter that is called by its page or its number: purpose, 2, 第2章."""
    number = re.fullmatch(r"第?(\d+)章?", _plain(name))
    for chapter in chapters:
        if chapter.id == name or (number and chapter.number == int(number[1])):
            return chapter
    return None


def _place(text: str) -> str:
    """A number of a paragraph as people may write it, in its one form: 段落２－１ → 2-1."""
    return re.sub(r"[‐‑‒–—−ー]", "-", _plain(text).removeprefix("段落").strip())


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def _refusal(
    chapters: tuple[RecordedChapter, ...], chapter: RecordedChapter, place: str, shown: str
) -> Say | None:
    """Why nothing can be confirmed at a place of a chapter; None if something can."""
    blocks = [block for block in chapter.blocks if translations.citation(chapter, block) == place]
    if any(block.translation != "missing" for block in blocks):
        return None
    if blocks:
        return Say(
            f"段落{place}には、英語訳がありません。docs/{chapter.id}.en.md の同じ場所に訳を書いてください。",
            f"Paragraph {place} has no translation; write it in docs/{chapter.id}.en.md.",
        )
    for other in chapters:
        if place in (translations.citation(other, block) for block in other.blocks):
            return Say(
                f"「{shown}」は、第{chapter.number}章（{chapter.id}）ではなく、"
                f"第{other.number}章の段落です。「strategy translated {other.id} {place}」と打ってください。",
                f"{shown} is in chapter {other.number}, not in {chapter.number} ({chapter.id}); "
                f"type “strategy translated {other.id} {place}”.",
            )
    last = max(block.number for block in chapter.blocks)
    return Say(
        f"「{shown}」という段落はありません。第{chapter.number}章（{chapter.id}）の段落は、"
        f"{chapter.number}-1から{chapter.number}-{last}までです。",
        f"There is no paragraph “{shown}”; those of chapter {chapter.number} ({chapter.id}) "
        f"are {chapter.number}-1 to {chapter.number}-{last}.",
    )


def _list(
    chapters: tuple[RecordedChapter, ...], ids: Mapping[str, Location], language: Language
) -> int:
    for chapter in chapters:
        for block in chapter.blocks:
            if block.translation != "confirmed":
                place = translations.citation(chapter, block)
                state = STATE[block.translation][language]
                file = ids[block.item].file if block.item in ids else f"docs/{chapter.id}.en.md"
                print(f"{file}\t{place}\t{state}\t{block.ja.text[:60]}")
    return 0
