"""The ids of a page's headings: each below the title has one, and both languages have the same."""

import re
from collections.abc import Collection, Sequence
from itertools import zip_longest

from strategy.content.page import Heading
from strategy.languages.labels import NONE
from strategy.languages.say import Say
from strategy.problems import Location, Problems


def check(
    japanese: Sequence[Heading],
    english: Sequence[Heading],
    english_file: str,
    adopted: Collection[str],
    problems: Problems,
) -> bool:
    """Report the first id that is missing or differs; whether all is well.

    ``adopted`` are the sections of the chapter in the edition in force: they tell which side changed.
    """
    # Where an id is missing, all below would seem to differ.
    if not (complete(japanese, english, problems) & complete(english, japanese, problems)):
        return False
    expected = [heading for heading in japanese if heading.id]
    found = [heading for heading in english if heading.id]
    known = {heading.id for heading in expected}
    for ours, theirs in zip_longest(expected, found):
        if (ours and (ours.level, ours.id)) != (theirs and (theirs.level, theirs.id)):
            renamed = theirs and theirs.id in adopted and theirs.id not in known
            if ours and theirs and renamed and ours.id not in adopted:
                _report_changed(ours, theirs, problems)
            elif ours and theirs and (ours.id == theirs.id or theirs.id not in known):
                _report_english(ours, theirs, problems)
            else:
                _report_order(english_file, theirs, ours, problems)
            return False
    return True


def complete(here: Sequence[Heading], there: Sequence[Heading], problems: Problems) -> bool:
    """Report each heading without an id, with that of the other language; whether all have one."""
    lacking = [heading for heading in here if heading.level > 1 and heading.id is None]
    taken = {heading.id for heading in here}
    free = [heading.id for heading in there if heading.id and heading.id not in taken]
    for number, heading in enumerate(lacking):
        title = re.sub(r"[ \t　]*[{｛].*$", "", heading.text)
        mark = f"{'#' * heading.level} {title} {{#{free[number] if len(free) == len(lacking) else ''}}}"
        problems.tell(
            "heading-id/other-page" if len(free) == len(lacking) else "heading-id",
            heading.location,
            title=title,
            mark=mark,
        )
    return not lacking


def _report_changed(ours: Heading, theirs: Heading, problems: Problems) -> None:
    """The Japanese page has another id than the English one and the edition in force."""
    mark = f"{'#' * theirs.level} {ours.text} {{#{theirs.id}}}"
    problems.tell("section-ids/changed", ours.location, id=f"#{theirs.id}", mark=mark)


def _report_english(ours: Heading, theirs: Heading, problems: Problems) -> None:
    """The English heading has another level or id than the Japanese one in its place."""
    problems.tell(
        "section-ids",
        theirs.location,
        marks="#" * ours.level,
        id=f"#{ours.id}",
        place=str(ours.location),
        text=theirs.text,
    )


def _report_order(
    file: str, found: Heading | None, expected: Heading | None, problems: Problems
) -> None:
    shown = Say(f"#{found.id}", f"#{found.id}") if found else NONE
    where = found.location if found else Location(file)
    if expected:
        mark = f"{'#' * expected.level} … {{#{expected.id}}}"
        problems.tell("section-ids/missing", where, shown=shown, mark=mark)
    else:
        problems.tell("section-ids/extra", where, shown=shown)
