"""``strategy summary``: what a proposed change touches."""

import argparse
from pathlib import Path

from strategy.cli.arguments import Commands
from strategy.cli.proposal import proposal
from strategy.cli.proposal_text import summary
from strategy.languages.calendar import today
from strategy.languages.say import Language


def add(commands: Commands) -> None:
    """Describe the command line."""
    parser = commands.add("summary", "変更案の要約を作る / summarise a proposed change", run)
    parser.add_argument("base", help="比べる相手（例: main）/ branch or commit to compare with")
    parser.add_argument("--output", type=Path, help="書き足すファイル / file to append it to")


def run(root: Path, options: argparse.Namespace, language: Language) -> int:
    """Print the summary, or append it to a file; errors of the text are part of it.

    Raises `strategy.content.git.GitError`.
    """
    text = summary(proposal(root, options.base, language, today()), language)
    if options.output is None:
        print(text, end="")
    else:
        with options.output.open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)
    return 0
