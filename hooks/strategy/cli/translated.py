"""``strategy translated``: what is older than its Japanese, and confirming what is not."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from strategy import check, translations
from strategy.problems import Language, Location, Say
from strategy.record import RecordedChapter

STATE = {
    "older": Say("英語が古い", "English is older"),
    "missing": Say("英語がない", "English is missing"),
}


def add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    common: argparse.ArgumentParser,
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
        help="章のページ名（なければ、確かめる必要のある段落の一覧）/ page of a chapter; without it, a list",
    )
    parser.add_argument(
        "number", nargs="*", help="段落番号（例: 1-12。なければ章の全部）/ numbers of paragraphs"
    )


def run(root: Path, options: argparse.Namespace, language: Language) -> int:
    """List what is not confirmed, or confirm a chapter. Raises `InvalidStrategy`."""
    found = check.checked(root, gate=False)
    chapters = found.composition.record.chapters
    if options.page is None:
        return _list(chapters, found.ids, language)
    chapter = next((chapter for chapter in chapters if chapter.id == options.page), None)
    if chapter is None:
        known = ", ".join(chapter.id for chapter in chapters)
        message = Say(
            f"「{options.page}」という章はありません。使えるもの: {known}",
            f"There is no chapter “{options.page}”. Known: {known}",
        )
        print(message[language], file=sys.stderr)
        return 1
    newly = translations.confirm(root, chapter, options.number)
    message = Say(
        f"{len(newly)}か所の英語訳を、確認済みと記録しました。",
        f"{len(newly)} block(s) are recorded as up to date.",
    )
    print(message[language])
    return 0


def _list(
    chapters: tuple[RecordedChapter, ...], ids: Mapping[str, Location], language: Language
) -> int:
    for chapter in chapters:
        for block in chapter.blocks:
            if block.translation != "confirmed":
                place = chapter.cite(block) or f"{chapter.number}#{block.section}"
                state = STATE[block.translation][language]
                file = ids[block.item].file if block.item in ids else f"docs/{chapter.id}.en.md"
                print(f"{file}\t{place}\t{state}\t{block.ja.text[:60]}")
    return 0
