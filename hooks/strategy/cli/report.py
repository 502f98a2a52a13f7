"""``strategy report``: the state of the publication on one page."""

import argparse
from pathlib import Path

from strategy.checks import everything
from strategy.cli import state_report
from strategy.cli.arguments import Commands
from strategy.languages import calendar
from strategy.languages.say import Language
from strategy.problems import BilingualError, refusal
from strategy.reading import dates


def add(commands: Commands) -> None:
    """Describe the command line."""
    parser = commands.add("report", "公開の状況を1枚にまとめる / state of the publication", run)
    parser.add_argument(
        "--since",
        help="この日からの変更（例: R8.4.1。なければ、現在の版から）/ changes since a day",
    )
    parser.add_argument("--output", type=Path, help="書き出すファイル（.html または .md）")


def run(root: Path, options: argparse.Namespace, language: Language) -> int:
    """Print or write the report. Raises `InvalidStrategy` where a file cannot be read, `Invalid` and
    `BilingualError` for what was typed."""
    since = (
        calendar.first_day(dates.parse_moment(options.since)) if options.since is not None else None
    )
    output: Path | None = options.output
    if output is not None and output.suffix not in (".html", ".md"):
        raise BilingualError(refusal("report-ending"))
    found = everything.checked(root, gate=False)
    text = state_report.report(found, everything.findings(root), since, calendar.today(), language)
    if output is None:
        print(text, end="")
        return 0
    if output.suffix == ".html":
        text = state_report.html(text, language)
    output.write_text(text, encoding="utf-8", newline="\n")
    return 0
