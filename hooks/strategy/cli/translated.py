"""``strategy translated``: what is older than its Japanese, and confirming what is not."""

import argparse
import re
import sys
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from strategy.checks import everything
from strategy.cli.arguments import Commands
from strategy.content import translations
from strategy.languages.say import Language, Say
from strategy.problems import BilingualError, Location, refusal
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


def add(commands: Commands) -> None:
    """Describe the command line."""
    parser = commands.add(
        "translated", "英語訳を確かめたことを記録する / record that the English is up to date", run
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
        raise BilingualError(refusal("no-chapter", page=options.page, known=known))
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
        return refusal("no-translation", place=place, page=chapter.id)
    for other in chapters:
        if place in (translations.citation(other, block) for block in other.blocks):
            return refusal(
                "other-chapter",
                shown=shown,
                number=chapter.number,
                page=chapter.id,
                other_number=other.number,
                other=other.id,
                place=place,
            )
    last = max(block.number for block in chapter.blocks)
    return refusal("no-paragraph", shown=shown, number=chapter.number, page=chapter.id, last=last)


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
