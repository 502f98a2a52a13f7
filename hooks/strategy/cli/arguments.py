"""The commands of the command line, to which each adds its own."""

import argparse
from collections.abc import Callable
from pathlib import Path

from strategy.languages.say import Language

Run = Callable[[Path, argparse.Namespace, Language], int]
"""Does what was asked of the project in a folder, and returns the exit code."""


class Commands:
    """The commands, or the parts of one; ``common`` has the options that each of them takes.

    The name of the one that was chosen stands in the options as ``chosen``, what runs it as ``run``.
    """

    def __init__(
        self, parser: argparse.ArgumentParser, common: argparse.ArgumentParser, chosen: str
    ) -> None:
        self._common = common
        self._commands = parser.add_subparsers(dest=chosen, required=True)

    def add(self, name: str, about: str, run: Run | None = None) -> argparse.ArgumentParser:
        """Add a command, or a part, which the command runs; ``about`` says what it does."""
        added = self._commands.add_parser(name, parents=[self._common], help=about)
        if run:
            added.set_defaults(run=run)
        return added

    def add_parts(self, name: str, about: str, run: Run) -> "Commands":
        """Add a command that has parts; the one that was chosen stands in the options as ``part``."""
        added = self._commands.add_parser(name, help=about)
        added.set_defaults(run=run)
        return Commands(added, self._common, "part")
