"""``strategy compare``: two editions, or an edition and the present text, side by side."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from strategy import check, editions
from strategy.compare.comparison import compare
from strategy.compare.sheets import csv_bytes, xlsx_bytes
from strategy.problems import InvalidStrategy, Language, Problems, Say
from strategy.record import Record, load

NOW = "now"


def add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    common: argparse.ArgumentParser,
) -> None:
    """Describe the command line."""
    parser = commands.add_parser(
        "compare", parents=[common], help="新旧対照表を作る / compare two editions"
    )
    for name, what in (("old", "前の版 / old"), ("new", "後の版 / new")):
        parser.add_argument(name, help=f"{what}: 版のID、record.json、または {NOW}（今の文章）")
    parser.add_argument("--output", type=Path, help="書き出すファイル（.csv または .xlsx）")


def run(root: Path, options: argparse.Namespace, language: Language) -> int:
    """Print or write the comparison. Raises `InvalidStrategy` if the present text has errors."""
    try:
        old, new = (_record(root, name) for name in (options.old, options.new))
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    comparison = compare(old, new)
    if options.output is None:
        for row in comparison.changed:
            places = " → ".join(cited.number if cited else "–" for cited in (row.old, row.new))
            marked = "".join(
                {"deleted": f"[-{text}-]", "inserted": f"{{+{text}+}}"}.get(kind, text)
                for kind, text in row.pieces("en" if row.change == "translation" else language)
            )
            print(f"{row.name(language)}\t{places}\t{marked}")
        return 0
    if options.output.suffix == ".csv":
        data = csv_bytes(comparison, language, {})
    elif options.output.suffix == ".xlsx":
        title = f"{old.title[language]} {old.updated[language]} → {new.updated[language]}"
        data = xlsx_bytes(comparison, language, {}, title)
    else:
        message = Say(
            "書き出すファイルの名前の終わりは .csv か .xlsx にしてください。",
            "The name of the output must end in .csv or .xlsx.",
        )
        print(message[language], file=sys.stderr)
        return 1
    options.output.write_bytes(data)
    return 0


def _record(root: Path, name: str) -> Record:
    """The record of an edition, in a file, or of the present text. Raises ValueError."""
    if name == NOW:
        return check.checked(root, gate=False).composition.record
    if Path(name).is_file():
        return load(Path(name))
    problems = Problems()
    found = editions.load(root, problems)
    if problems.errors:
        raise InvalidStrategy(problems)
    for edition in found.all:
        if edition.id == name and edition.record:
            return edition.record
    known = ", ".join(edition.id for edition in found.held)
    raise ValueError(f"{name}: ? ({known or '–'}, {NOW}, record.json)")
