"""``strategy check``: everything that is wrong, and the corrections that are certain."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from strategy.checks import everything
from strategy.checks.writing import RULES, corrected, difference, write
from strategy.cli.arguments import Commands
from strategy.content import pages, review
from strategy.languages.calendar import today
from strategy.languages.say import Language, Say
from strategy.markup.plain_markdown import table
from strategy.problems import CODES, LEVELS, Format, report

FORMATS: tuple[Format, ...] = ("text", "json", "github")
RULE_COLUMNS = (
    Say("規則", "rule"),
    Say("重さ", "level"),
    Say("理由", "reason"),
    Say("出典", "source"),
)
_YES = ("y", "yes", "はい")


def add(commands: Commands) -> None:
    """Describe the command line."""
    parser = commands.add("check", "内容を検査する / check data/ and docs/", run)
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument(
        "--format", choices=FORMATS, default="text", help="問題の書き方 / form of problems"
    )
    ways.add_argument(
        "--fix",
        action="store_true",
        help="確実な書き間違いを、見せて確かめてから直す / mend what is certain, after showing it",
    )
    parser.add_argument(
        "--yes", action="store_true", help="--fix で、確かめずに直す / mend without asking"
    )
    ways.add_argument(
        "--due",
        action="store_true",
        help="内容を確かめる時期の一覧 / when pages are to be reviewed",
    )
    ways.add_argument(
        "--rules", action="store_true", help="文章の規則の一覧 / list the rules of writing"
    )


def run(root: Path, options: argparse.Namespace, language: Language) -> int:
    """Report all problems. Exit code 1 if there are errors."""
    if options.rules:
        print(rules(language))
        return 0
    if options.due:
        return _due(root, language)
    if options.fix:
        return _fix(root, language, without_asking=options.yes)
    form: Format = options.format
    problems = everything.findings(root)
    if text := report(problems, language, form):
        print(text)
    if form == "text":
        done = Say("誤りはありません。", "No errors.")[language]
        print(everything.closing(problems, language) if problems.errors else done)
    return 1 if problems.errors else 0


def rules(language: Language) -> str:
    """All rules of writing as a Markdown table."""
    error = Say("誤り", "error")
    rows = []
    for rule in RULES.values():
        level = LEVELS[CODES[rule.code].level][language].strip(" （）()") or error[language]
        rows.append((f"`{rule.code}`", level, rule.reason[language], rule.source[language]))
    return table(RULE_COLUMNS, rows, language)


def _due(root: Path, language: Language) -> int:
    found = everything.checked(root, gate=False).pages
    reviewed = pages.reviewed(found, language)
    if reviewed:
        print(review.table(reviewed, today(), language))
    rest = sorted(pair["ja"].file for pair in found.values() if not pair["ja"].review)
    if rest:
        undecided = Say("確かめる時期が決まっていないページ", "Pages without a date")
        print(f"{undecided[language]}: {', '.join(rest)}")
    return 0


def _fix(root: Path, language: Language, *, without_asking: bool) -> int:
    texts = corrected(root, everything.corrections(root))
    if not texts:
        print(Say("直すところはありません。", "There is nothing to mend.")[language])
        return 0
    for file, (before, after) in texts.items():
        print(difference(file, before, after))
    if without_asking or _confirmed(language):
        write(root, texts)
        print(Say("直しました。", "Done.")[language] + _files(texts))
    else:
        print(Say("何も変えていません。", "Nothing was changed.")[language])
    return 0


def _confirmed(language: Language) -> bool:
    question = Say(
        "「-」の行を「+」の行に直します。よろしいですか（はい: y、いいえ: n）: ",
        "Replace the lines with “-” by those with “+”? (y/n): ",
    )
    print(question[language], end="", flush=True)
    return sys.stdin.readline().strip().lower() in _YES


def _files(texts: Mapping[str, object]) -> str:
    return f" ({', '.join(texts)})"
