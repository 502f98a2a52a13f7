"""All checks of the input together: what ``strategy check`` and every build run first."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from strategy.cache import of_project
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
from strategy.checks import pages as page_checks
from strategy.checks.writing import Correction, judge
from strategy.consultations import answering, frozen_draft
from strategy.content import pages, review
from strategy.content.articles import Articles
from strategy.content.compose import Composition, compose
from strategy.content.data import Loaded, load_data
from strategy.content.data_files import DATA
from strategy.content.page import Pages
from strategy.content.pages import DOCS
from strategy.editions import freeze, revision_check, revisions
from strategy.languages.say import NOTHING, Language, Say
from strategy.model import Glossary, Strategy
from strategy.problems import InvalidStrategy, Location, Problems
from strategy.reading.source import check_links


class Checked(NamedTuple):
    """What a sound project holds, where the ids of ``data/`` stand, and what does not stop a build."""

    strategy: Strategy
    composition: Composition
    problems: Problems
    pages: Pages
    articles: Articles
    ids: Mapping[str, Location]


class _Read(NamedTuple):
    """What the files hold, what is wrong with it, and what can be put right."""

    loaded: Loaded
    pages: Pages
    articles: Articles
    problems: Problems
    corrections: list[Correction]


def checked(root: Path, *, gate: bool = True) -> Checked:
    """The strategy, its text as a record, and notes.

    Without the ``gate``, changes of the text that nobody declared are let through, those of a
    draft that was opened, and an edition that is not frozen yet.

    Raises `InvalidStrategy` with every problem of ``data/`` and ``docs/`` under ``root``.
    """
    loaded, found, articles, problems, _ = _read(root)
    strategy = loaded.strategy
    composition = compose(root, strategy, found, articles, loaded.ids, problems)
    revision_check.check_ids(strategy, loaded.ids, loaded.retired, problems)
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
        revision_check.check(root, strategy, record, found, loaded.ids, today, problems)
    former_numbers.check(strategy, loaded, found, problems)
    if not is_item_gone:
        counted_items.check(strategy, found, problems)
    review.note_due(pages.reviewed(found, "ja"), today, problems)
    if not problems.errors:
        for problem in printable.problems(record, found):
            problems.add(problem)
    if problems.errors:
        raise InvalidStrategy(problems)
    return Checked(strategy, composition, problems, found, articles, loaded.ids)


def revision_problems(root: Path, found: Checked) -> Problems:
    """What is wrong between the text and the history of revisions; the gate of `checked`, alone."""
    problems = Problems()
    text = found.strategy, found.composition.record, found.pages, found.ids
    revision_check.check(root, *text, found.strategy.moment.date(), problems)
    return problems


UNDECLARED = Say(
    "改定の記録にない変更が{}か所あります（「strategy check」が、書き足す項目を示します）",
    "{} change(s) are not declared (“strategy check” prints the entry to paste)",
)


def undeclared(found: Checked) -> Say | None:
    """How many changes nobody declared, as a preview without the gate says it; None without any."""
    strategy = found.strategy
    today = strategy.moment.date()
    count = revisions.undeclared(strategy, found.composition.record, today)[0]
    return Say(*(text.format(count) for text in UNDECLARED)) if count else None


def findings(root: Path) -> Problems:
    """All that is wrong, or worth a note, whether or not it stops a build."""
    try:
        return checked(root).problems
    except InvalidStrategy as error:
        return error.problems


def corrections(root: Path) -> list[Correction]:
    """What can be put right without a doubt. Raises `InvalidStrategy` if the files cannot be read."""
    return _read(root).corrections


def _read(root: Path) -> _Read:
    """What ``data/`` and ``docs/`` hold, what is wrong with it, and what can be put right.

    Raises `InvalidStrategy` where a file cannot be understood.
    """
    problems = Problems()
    if not (root / DATA).is_dir() or not (root / DOCS).is_dir():
        problems.tell("no-project", Location("."))
        raise InvalidStrategy(problems)
    check_links(root, (DATA, DOCS, "overrides"), problems)
    cache, loaded = of_project(root), load_data(root, problems)
    data.check(loaded, problems)
    data_is_sound = loaded.complete and not problems.errors
    found = pages.read(root, loaded, problems)
    glossary = loaded.models.get("glossary")
    articles = Articles(
        loaded.strategy if data_is_sound else None,
        glossary.terms if isinstance(glossary, Glossary) else (),
        cache,
    )
    page_checks.check(root, loaded, found, articles, problems)
    slips.check(found, articles, cache, problems)
    if data_is_sound:
        links.check(root, loaded.strategy, found, articles, problems)
    if not loaded.complete or problems.errors:
        raise InvalidStrategy(problems)
    chapters = [chapter.id for chapter in loaded.strategy.chapters]
    both_languages.check(found, chapters, articles, problems)
    corrections = judge(loaded, found, articles, cache, problems)
    return _Read(loaded, found, articles, problems, corrections)


def closing(problems: Problems, language: Language, *, building: bool = False) -> str:
    """One closing line: how many errors there are and, of a build, what became of the site."""
    count = len(problems.errors)
    site = (
        Say("サイトは作り直していません。", " The site was not rebuilt.") if building else NOTHING
    )
    return Say(f"{count}件の誤りがあります。{site.ja}", f"{count} error(s).{site.en}")[language]
