"""All checks of the input together: what ``strategy check`` and every build run first."""

from __future__ import annotations

from pathlib import Path

from strategy import pages
from strategy.load import load_data
from strategy.model import Strategy
from strategy.problems import InvalidStrategy, Language, Problems, Say


def checked(root: Path) -> tuple[Strategy, Problems]:
    """The strategy, and the notes that do not stop a build.

    Raises `InvalidStrategy` with every problem of ``data/`` and ``docs/`` under ``root``.
    """
    problems = Problems()
    loaded = load_data(root, problems)
    pages.check(root, loaded, problems)
    strategy = loaded.strategy()
    if strategy is None or problems.errors:
        raise InvalidStrategy(problems)
    return strategy, problems


def summary(problems: Problems, language: Language) -> str:
    """One closing line: how many errors, and what became of the site."""
    count = len(problems.errors)
    return Say(
        f"{count}件の誤りがあります。サイトは作り直していません。",
        f"{count} error(s). The site was not rebuilt.",
    )[language]
