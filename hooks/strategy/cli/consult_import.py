"""``strategy consult import``: what becomes of the rows that a form exports."""

import argparse
import sys
from collections.abc import Collection, Iterable
from pathlib import Path

from strategy.checks.everything import Checked
from strategy.consultations import exports, importing
from strategy.content import opinions
from strategy.languages.labels import SEPARATOR
from strategy.languages.say import Language, Say
from strategy.model import Consultation
from strategy.problems import BilingualError, Invalid
from strategy.reading.personal_data import NAMES

ENOUGH = 20
"""Numbers of rows that are shown; of more, the rest is counted."""


def run(
    root: Path, found: Checked, call: Consultation, options: argparse.Namespace, language: Language
) -> int:
    """Take in an export and say what became of it. Raises `BilingualError` for a file that cannot be
    taken in."""
    known = found.strategy.opinions.get(call.id, ())
    draft = found.strategy.editions.get(call.draft)
    numbers: Collection[str] = opinions.numbers(draft.record) if draft and draft.record else ()
    given = dict(pair.partition("=")[::2] for pair in options.column)
    try:
        if unknown := set(given) - set(importing.COLUMNS):
            raise Invalid.of("import-column/no-field", field=unknown.pop())
        table = exports.read(options.file)
        result = importing.run(call, known, table, options.way, given, numbers)
    except exports.UnreadableError as error:
        raise _unusable(options.file, error.message) from error
    except Invalid as error:
        what, fix = error.fault.what, error.fault.fix
        told = Say(f"{what.ja} → {fix.ja}", f"{what.en} → {fix.en}")
        raise _unusable(options.file, told) from error
    _account(result, language)
    if result.gone and (options.remove or _agrees(result, language)):
        result.remove()
    target = opinions.path(root, call.id)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(opinions.write(result.opinions))
    print(f"{Say('書きました', 'Written')[language]}: {target}")
    return 0


def _unusable(file: Path, why: Say) -> BilingualError:
    return BilingualError(Say(f"{file}: {why.ja}", f"{file}: {why.en}"))


def _account(result: importing.Import, language: Language) -> None:
    """Say what became of every row and column."""

    def listed(words: Iterable[str]) -> str:
        return SEPARATOR[language].join(words)

    if result.personal:
        print(
            Say("個人情報として取り込まなかった列", "Personal columns left out")[language],
            listed(result.personal),
            sep="\t",
        )
    if result.unknown:
        print(Say("使わなかった列", "Columns not used")[language], listed(result.unknown), sep="\t")
    for name, rows in (
        (Say("取り込み", "Imported"), result.imported),
        (Say("取り込み済み", "Merged (were there already)"), result.merged),
    ):
        print(f"{name[language]}\t{len(rows)}")
    print(f"{Say('取り込めない行', 'Refused')[language]}\t{len(result.refused)}")
    row_words = Say("{}行目：{}", "row {}: {}")[language]
    for refused in result.refused:
        print(f"  {row_words.format(refused.row, refused.reason[language])}")
    if result.left_out:
        print(
            Say(
                "文章の中の個人情報らしいところを省きました。原文で確かめてください。氏名は見つけられません。",
                "What looks personal in the texts was left out; compare the originals. Names are not found.",
            )[language]
        )
        for row, kind in result.left_out[:ENOUGH]:
            print(f"  {row_words.format(row, NAMES[kind][language])}")
        if len(result.left_out) > ENOUGH:
            more = len(result.left_out) - ENOUGH
            print(Say("  ほか{}か所", "  and {} more")[language].format(more))


def _agrees(result: importing.Import, language: Language) -> bool:
    """Ask whether what the export has no more is removed; where nobody can be asked, it stays."""
    numbers = ", ".join(str(opinion.number) for opinion in result.gone)
    print(
        Say(
            f"前に取り込んだ意見のうち、今の書き出しにないもの: {numbers}",
            f"Imported earlier, but not in this export: {numbers}",
        )[language]
    )
    if not sys.stdin.isatty():
        print(
            Say("残します（--remove で取り除きます）。", "Kept (--remove removes them).")[language]
        )
        return False
    question = Say("取り除きますか（はい: y、いいえ: n）: ", "Remove them? (y/n): ")
    return input(question[language]).strip().lower() in ("y", "yes", "はい")
