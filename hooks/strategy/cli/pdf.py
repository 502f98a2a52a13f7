"""``strategy pdf``: the print edition."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from strategy.cache import of_project
from strategy.checks import everything
from strategy.content.editions import NOW, no_text
from strategy.languages.say import LANGUAGES, Language, Say
from strategy.model import Edition
from strategy.pdf.booklet import FOLDER, booklet, printed
from strategy.pdf.errors import PdfError
from strategy.site import hosting


def add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    common: argparse.ArgumentParser,
) -> None:
    """Describe the command line."""
    parser = commands.add_parser(
        "pdf", parents=[common], help="印刷用のPDFを作る / make the print edition"
    )
    parser.add_argument(
        "--edition",
        metavar="ID",
        help=f"版のID、または {NOW}（現在の文章）。なければ、現在の版 / id of an edition",
    )
    parser.add_argument(
        "--large", action="store_true", help="大きな文字（18ポイント）/ large print (18 pt)"
    )
    parser.add_argument(
        "--since",
        metavar="ID",
        help="この版から変わったところを示す（見え消し）/ mark what changed since that edition",
    )
    parser.add_argument("--output", type=Path, help="出力先のフォルダー / output folder (pdf/)")


def run(root: Path, options: argparse.Namespace, language: Language) -> int:
    """Write a PDF a language. Raises `InvalidStrategy` if the present text has errors."""
    found, kept = everything.checked(root, gate=False), of_project(root)
    try:
        edition, base = (
            _edition(found.strategy.editions.all, ident)
            for ident in (options.edition, options.since)
        )
        for each in LANGUAGES:
            made = booklet(
                found.strategy,
                found.composition,
                each,
                hosting.public_address(),
                large=options.large,
                edition=edition,
                base=base,
                now=options.edition == NOW,
            )
            folder = options.output or root / FOLDER
            pdf = printed(made, kept, now=options.edition == NOW)
            folder.mkdir(parents=True, exist_ok=True)
            (folder / pdf.name).write_bytes(pdf.data)
            count = Say("{}ページ、{:,}バイト", "{} pages, {:,} bytes")[language]
            print(f"{folder / pdf.name}\t{count.format(pdf.pages, len(pdf.data))}")
    except PdfError as error:
        print(error.message[language], file=sys.stderr)
        return 1
    except ValueError as error:
        others = () if str(error) == options.since else (NOW,)
        known = found.strategy.editions.all
        print(no_text(str(error), known, *others)[language], file=sys.stderr)
        return 1
    return 0


def _edition(editions: tuple[Edition, ...], ident: str | None) -> Edition | None:
    """The edition named. Raises ValueError if there is none."""
    if ident in (None, NOW):
        return None
    for edition in editions:
        if edition.id == ident:
            return edition
    raise ValueError(ident)
