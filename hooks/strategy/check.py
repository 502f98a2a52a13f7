"""All checks of the input together: what ``strategy check`` and every build run first."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from strategy import pages, revisions
from strategy.calendar import today
from strategy.compose import Composition, compose
from strategy.consultations import answering, frozen
from strategy.load import DATA, load_data
from strategy.model import Strategy
from strategy.pages import DOCS, Pages
from strategy.problems import InvalidStrategy, Language, Location, Problems, Say
from strategy.source import check_links


class Checked(NamedTuple):
    """What a sound project holds, and the notes that do not stop a build."""

    strategy: Strategy
    composition: Composition
    problems: Problems
    pages: Pages


def checked(root: Path, *, gate: bool = True) -> Checked:
    """The strategy, its text as a record, and notes.

    Without the ``gate``, changes of the text that nobody declared are let through, and those of a
    draft that was opened.

    Raises `InvalidStrategy` with every problem of ``data/`` and ``docs/`` under ``root``.
    """
    problems = Problems()
    if not (root / DATA).is_dir() or not (root / DOCS).is_dir():
        problems.report(
            "no-project",
            Location("."),
            Say(
                "「data」と「docs」のフォルダーがありません",
                "there are no folders data and docs here",
            ),
            Say(
                "プロジェクトのフォルダーで実行するか、--root で指定してください",
                "run it in the project's folder, or name that with --root",
            ),
        )
        raise InvalidStrategy(problems)
    check_links(root, (DATA, DOCS, "overrides"), problems)
    loaded = load_data(root, problems)
    found = pages.check(root, loaded, problems)
    if not loaded.complete or problems.errors:
        raise InvalidStrategy(problems)
    strategy = loaded.strategy()
    composition = compose(root, strategy, found, problems)
    for call in strategy.consultations.consultations:
        if call.answered:
            answering.check(root, call, strategy, problems)
    record = composition.record
    if gate and (draft := frozen.opened(strategy)):
        frozen.check(strategy, draft, record, found, loaded.ids, problems)
    elif gate:
        revisions.check(root, strategy, record, found, loaded.ids, today(), problems)
    if problems.errors:
        raise InvalidStrategy(problems)
    return Checked(strategy, composition, problems, found)


def summary(problems: Problems, language: Language) -> str:
    """One closing line: how many errors, and what became of the site."""
    count = len(problems.errors)
    return Say(
        f"{count}件の誤りがあります。サイトは作り直していません。",
        f"{count} error(s). The site was not rebuilt.",
    )[language]
