"""``strategy edition``: the editions, and freezing the present text as one."""

import argparse
import sys
from pathlib import Path

from strategy.checks import everything
from strategy.cli.arguments import Commands
from strategy.content import editions
from strategy.editions import freeze
from strategy.languages import calendar
from strategy.languages.labels import SEPARATOR
from strategy.languages.say import Language, Say
from strategy.model import STATUS_NAMES, Edition
from strategy.problems import BilingualError, InvalidStrategy, Problems, report

NOT_HELD = Say("文章なし", "text not held")
NOT_FROZEN = Say("「{}」は確定していません。", "{} was not frozen.")


def add(commands: Commands) -> None:
    """Describe the command line."""
    parts = commands.add_parts("edition", "版の一覧・確定・検証 / editions", run)
    parts.add("list", "版の一覧 / list all editions")
    freezing = parts.add(
        "freeze", "現在の文章を版として確定する / freeze the present text as an edition"
    )
    freezing.add_argument("id", help="版のID（例: r8-05）/ id of the edition")
    showing = parts.add("show", "版の文章を表示する / show its text")
    showing.add_argument("id")
    parts.add("verify", "確定した版が変わっていないか調べる / verify the records")


def run(root: Path, options: argparse.Namespace, language: Language) -> int:
    """Run one of the parts. Raises `InvalidStrategy` for what is wrong with the project."""
    match options.part:
        case "list":
            return _list(root, language)
        case "freeze":
            return _freeze(root, options, language)
        case "show":
            return _show(root, options.id, language)
        case _:
            return _verify(root, language)


def _load(root: Path) -> tuple[Edition, ...]:
    problems = Problems()
    found = editions.load(root, problems)
    if problems.errors:
        raise InvalidStrategy(problems)
    return found.all


def _list(root: Path, language: Language) -> int:
    for edition in _load(root):
        facts = edition.facts
        held = facts.sha256 or NOT_HELD[language]
        status = STATUS_NAMES[facts.status][language]
        print(
            f"{edition.id}\t{status}\t{calendar.show(facts.date, language)}\t{facts.name[language]}\t{held}"
        )
    return 0


def _freeze(root: Path, options: argparse.Namespace, language: Language) -> int:
    ident: str = options.id
    found = everything.checked(root, gate=False)
    problems = everything.revision_problems(root, found)
    if problems.errors:
        print(report(problems, language), file=sys.stderr)
        print(NOT_FROZEN[language].format(ident), file=sys.stderr)
        return 1
    folder, _ = freeze.freeze(root, ident, found.strategy, found.composition.record)
    print(
        Say(
            f"現在の文章を「{ident}」として確定しました: {folder}",
            f"The present text is frozen as {ident}: {folder}",
        )[language]
    )
    return 0


def _show(root: Path, ident: str, language: Language) -> int:
    known = _load(root)
    edition = next((edition for edition in known if edition.id == ident), None)
    if edition is None or edition.record is None:
        raise BilingualError(editions.no_text(ident, known))
    for chapter in edition.record.chapters:
        for block in chapter.blocks:
            print(f"{chapter.cite(block)}\t{block.written(language).text}")
    return 0


def _verify(root: Path, language: Language) -> int:
    held = [edition for edition in _load(root) if edition.record]
    names = SEPARATOR[language].join(edition.id for edition in held)
    message = Say(
        f"{len(held)}件の版の記録は、確定したときのままです（{names}）。",
        f"{len(held)} record(s) are as they were frozen ({names}).",
    )
    print(message[language])
    return 0
