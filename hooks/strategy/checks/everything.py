"""All checks of the input together: what ``strategy check`` and every build run first."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from strategy.checks import (
    both_languages,
    counted_items,
    data,
    former_month,
    former_numbers,
    links,
    printable,
    slips,
)
from strategy.checks.writing import Correction, judge
from strategy.consultations import answering, frozen_draft
from strategy.content import pages, review
from strategy.content.compose import Composition, compose
from strategy.content.data import DATA, Loaded, load_data
from strategy.content.pages import DOCS, Pages
from strategy.editions import freeze, revisions
from strategy.languages.say import Language, Say
from strategy.model import Strategy
from strategy.problems import InvalidStrategy, Location, Problems
from strategy.reading.source import check_links


class Checked(NamedTuple):
    """What a sound project holds, where the ids of ``data/`` stand, and what does not stop a build."""

    strategy: Strategy
    composition: Composition
    problems: Problems
    pages: Pages
    ids: Mapping[str, Location]


def checked(root: Path, *, gate: bool = True) -> Checked:
    """The strategy, its text as a record, and notes.

    Without the ``gate``, changes of the text that nobody declared are let through, those of a
    draft that was opened, and an edition that is not frozen yet.

    Raises `InvalidStrategy` with every problem of ``data/`` and ``docs/`` under ``root``.
    """
    loaded, found, problems, _ = _read(root)
    strategy = loaded.strategy()
    composition = compose(root, strategy, found, loaded.ids, problems)
    revisions.check_ids(strategy, loaded.ids, loaded.retired, problems)
    for call in strategy.consultations.consultations:
        if call.answered:
            answering.check(root, call, strategy, problems)
    record, today = composition.record, strategy.moment.date()
    # While an item is gone that is not retired, nobody knows yet what is to be declared and counted.
    is_item_gone = "deleted-id" in {problem.code for problem in problems}
    gate = gate and not is_item_gone
    if gate and (draft := frozen_draft.opened(strategy)):
        frozen_draft.check(strategy, draft, record, found, loaded.ids, problems)
    elif gate:
        if not frozen_draft.is_draft(strategy):
            freeze.check_frozen(strategy, loaded.nodes["strategy"], problems)
            former_month.check(strategy, found, problems)
        revisions.check(root, strategy, record, found, loaded.ids, today, problems)
    former_numbers.check(root, strategy, loaded.nodes["figures"], found, problems)
    if not is_item_gone:
        counted_items.check(strategy, found, problems)
    review.note_due(pages.reviewed(found, "ja"), today, problems)
    if not problems.errors:
        for problem in printable.problems(record, found):
            problems.add(problem)
    if problems.errors:
        raise InvalidStrategy(problems)
    return Checked(strategy, composition, problems, found, loaded.ids)


def revision_problems(root: Path, found: Checked) -> Problems:
    """What is wrong between the text and the history of revisions; the gate of `checked`, alone."""
    problems = Problems()
    text = found.strategy, found.composition.record, found.pages, found.ids
    revisions.check(root, *text, found.strategy.moment.date(), problems)
    return problems


def findings(root: Path) -> Problems:
    """All that is wrong, or worth a note, whether or not it stops a build."""
    try:
        return checked(root).problems
    except InvalidStrategy as error:
        return error.problems


def corrections(root: Path) -> list[Correction]:
    """What can be put right without a doubt. Raises `InvalidStrategy` if the files cannot be read."""
    return _read(root)[-1]


def _read(root: Path) -> tuple[Loaded, Pages, Problems, list[Correction]]:
    """What ``data/`` and ``docs/`` hold, what is wrong with it, and what can be put right.

    Raises `InvalidStrategy` where a file cannot be understood.
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
    data.check(loaded, problems)
    data_is_sound = loaded.complete and not problems.errors
    found = pages.check(root, loaded, problems)
    slips.check(found, problems)
    if data_is_sound:
        links.check(root, loaded.strategy(), found, problems)
    if not loaded.complete or problems.errors:
        raise InvalidStrategy(problems)
    both_languages.check(found, [chapter.id for chapter in loaded.strategy().chapters], problems)
    return loaded, found, problems, judge(root, loaded, found, problems)


def closing(problems: Problems, language: Language, *, building: bool = False) -> str:
    """One closing line: how many errors there are and, of a build, what became of the site."""
    count = len(problems.errors)
    site = (
        Say("サイトは作り直していません。", " The site was not rebuilt.")
        if building
        else Say("", "")
    )
    return Say(f"{count}件の誤りがあります。{site.ja}", f"{count} error(s).{site.en}")[language]
