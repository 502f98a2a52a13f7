"""The commands of the command line, to which each adds its own."""

import argparse


class Commands:
    """The commands, or the parts of one; ``common`` has the options that each of them takes.

    What was chosen stands in the options as ``chosen``.
    """

    def __init__(
        self, parser: argparse.ArgumentParser, common: argparse.ArgumentParser, chosen: str
    ) -> None:
        self._common = common
        self._commands = parser.add_subparsers(dest=chosen, required=True)

    def add(self, name: str, about: str) -> argparse.ArgumentParser:
        """Add a command; ``about`` says in both languages what it does."""
        return self._commands.add_parser(name, parents=[self._common], help=about)

    def add_parts(self, name: str, about: str) -> "Commands":
        """Add a command that has parts; which of them, stands in the options as ``part``."""
        return Commands(self._commands.add_parser(name, help=about), self._common, "part")
