"""``strategy compare``: two editions, or an edition and the present text, side by side."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from strategy.cache import Cache, of_project
from strategy.checks import everything
from strategy.cli.arguments import Commands
from strategy.content import editions
from strategy.editions.sheets import csv_bytes, xlsx_bytes
from strategy.languages.calendar import Moment, today
from strategy.languages.say import Language
from strategy.pdf.comparison import pdf_bytes
from strategy.problems import BilingualError, InvalidStrategy, Problems, refusal
from strategy.record import Record, load
from strategy.record.compare import Comparison, compare
from strategy.site import comparisons

Told = tuple[Record, Moment, str]
"""A record, its date, and what its text is called."""


def add(commands: Commands) -> None:
    """Describe the command line."""
    parser = commands.add("compare", "新旧対照表を作る / compare two editions", run)
    for name, what in (("old", "改正前 / old"), ("new", "改正後 / new")):
        parser.add_argument(
            name, help=f"{what}: 版のID、record.json、または {editions.NOW}（現在の文章）"
        )
    parser.add_argument(
        "--output", type=Path, help="書き出すファイル（.pdf、.xlsx、.csv）/ output file"
    )


def run(root: Path, options: argparse.Namespace, language: Language) -> int:
    """Print or write the comparison. Raises `InvalidStrategy` if the present text has errors,
    `BilingualError` for what was typed."""
    told = [_record(root, name, language) for name in (options.old, options.new)]
    (old, *_), (new, *_) = told
    comparison = compare(old, new)
    if options.output is None:
        for row in comparison.changed:
            places = " → ".join(cited.number if cited else "–" for cited in (row.old, row.new))
            marked = "".join(
                {"deleted": f"[-{text}-]", "inserted": f"{{+{text}+}}"}.get(kind, text)
                for kind, text in row.pieces(row.shown(language))
            )
            print(f"{row.name(language)}\t{places}\t{marked}")
        return 0
    options.output.write_bytes(
        _written(comparison, told, options.output.suffix, language, of_project(root))
    )
    return 0


def _written(
    comparison: Comparison, told: Sequence[Told], suffix: str, language: Language, cache: Cache
) -> bytes:
    """The comparison in the form of the file's ending."""
    (old, _, before), (new, date, after) = told
    match suffix:
        case ".csv":
            return csv_bytes(comparison, language, {})
        case ".xlsx":
            title = f"{new.title[language]} {before} → {after}"
            return xlsx_bytes(comparison, language, {}, title, cache)
        case ".pdf":
            return pdf_bytes(comparison, (old, new), (before, after), {}, language, date, cache)
    raise BilingualError(refusal("comparison-ending"))


def _record(root: Path, name: str, language: Language) -> Told:
    """The record of an edition, in a file, or of the present text.

    A record in a file does not tell its date: then it is the day of the comparison.
    """
    if name == editions.NOW:
        found = everything.checked(root, gate=False)
        return (
            found.composition.record,
            found.strategy.edition.updated.date,
            comparisons.NOW[language],
        )
    if Path(name).is_file():
        try:
            record = load(Path(name))
        except ValueError as error:
            raise BilingualError(refusal("no-record", name=name)) from error
        return record, today(), record.updated[language]
    problems = Problems()
    held = editions.load(root, problems)
    if problems.errors:
        raise InvalidStrategy(problems)
    for edition in held.all:
        if edition.id == name and edition.record:
            return edition.record, edition.facts.date, edition.facts.name[language]
    raise BilingualError(editions.no_text(name, held.all, editions.NOW))
