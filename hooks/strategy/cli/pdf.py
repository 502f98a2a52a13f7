"""``strategy pdf``: the print edition."""

import argparse
from pathlib import Path

from strategy.cache import of_project
from strategy.checks import everything
from strategy.cli.arguments import Commands
from strategy.content.editions import NOW, no_text
from strategy.languages.say import LANGUAGES, Language, Say
from strategy.model import Edition
from strategy.pdf.booklet import FOLDER, booklet, printed
from strategy.problems import BilingualError
from strategy.site import hosting


def add(commands: Commands) -> None:
    """Describe the command line."""
    parser = commands.add("pdf", "印刷用のPDFを作る / make the print edition", run)
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
    """Write a PDF a language. Raises `InvalidStrategy` if the present text has errors,
    `BilingualError` for an edition that there is not, `strategy.pdf.errors.PdfError`."""
    found = everything.checked(root, gate=False)
    editions, is_now = found.strategy.editions.all, options.edition == NOW
    edition = _edition(editions, options.edition, NOW)
    base = _edition(editions, options.since)
    folder, kept = options.output or root / FOLDER, of_project(root)
    for each in LANGUAGES:
        made = booklet(
            found.strategy,
            found.composition,
            each,
            hosting.public_address(),
            large=options.large,
            edition=edition,
            base=base,
            now=is_now,
        )
        pdf = printed(made, kept, now=is_now)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / pdf.name).write_bytes(pdf.data)
        count = Say("{}ページ、{:,}バイト", "{} pages, {:,} bytes")[language]
        print(f"{folder / pdf.name}\t{count.format(pdf.pages, len(pdf.data))}")
    return 0


def _edition(editions: tuple[Edition, ...], ident: str | None, *others: str) -> Edition | None:
    """The edition named, if one is; ``others`` could have been named, too."""
    if ident in (None, NOW):
        return None
    for edition in editions:
        if edition.id == ident and edition.record:
            return edition
    raise BilingualError(no_text(str(ident), editions, *others))
