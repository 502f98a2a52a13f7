"""The ids of a page's headings: each below the title has one, and both languages have the same."""

from __future__ import annotations

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
        problems.report(
            "heading-id",
            heading.location,
            Say(f"見出し「{title}」にIDがありません", f"the heading “{title}” has no id"),
            Say(
                f"「{mark}」と書いてください（もう一方の言語のページと同じIDです）",
                f"write “{mark}”, the id on the page of the other language",
            )
            if len(free) == len(lacking)
            else Say(
                "見出しの終わりに「{#progress}」のように半角の英語でIDを書いてください",
                "end the heading with an id such as {#progress}",
            ),
        )
    return not lacking


def _report_changed(ours: Heading, theirs: Heading, problems: Problems) -> None:
    """The Japanese page has another id than the English one and the edition in force."""
    mark = f"{'#' * theirs.level} {ours.text} {{#{theirs.id}}}"
    problems.report(
        "section-ids",
        ours.location,
        Say(
            f"見出しのIDが、現在の版と英語のページのもの（#{theirs.id}）から変わっています",
            f"the id differs from that of the edition in force and the English page (#{theirs.id})",
        ),
        Say(
            f"リンクが切れないように「{mark}」に戻してください",
            f"restore “{mark}”, so that links go on working",
        ),
    )


def _report_english(ours: Heading, theirs: Heading, problems: Problems) -> None:
    """The English heading has another level or id than the Japanese one in its place."""
    problems.report(
        "section-ids",
        theirs.location,
        Say(
            f"見出しの段階かIDが、日本語のページ（{'#' * ours.level}、#{ours.id}、{ours.location}）と違います",
            f"level or id differ from the Japanese page ({'#' * ours.level}, #{ours.id}, {ours.location})",
        ),
        Say(
            f"「{'#' * ours.level} {theirs.text} {{#{ours.id}}}」と書いてください。新しい見出しなら、日本語のページにも加えてください",
            f"write “{'#' * ours.level} {theirs.text} {{#{ours.id}}}”; add a new heading to the Japanese page too",
        ),
    )


def _report_order(
    file: str, found: Heading | None, expected: Heading | None, problems: Problems
) -> None:
    shown = Say(f"#{found.id}", f"#{found.id}") if found else NONE
    problems.report(
        "section-ids",
        found.location if found else Location(file),
        Say(
            f"見出しのIDが日本語のページと違います（このページ：{shown.ja}）",
            f"the section ids differ from the Japanese page (this page: {shown.en})",
        ),
        Say(
            f"「{'#' * expected.level} … {{#{expected.id}}}」の見出しを、日本語のページと同じ順に置いてください",
            f"put the heading {'#' * expected.level} … {{#{expected.id}}} here, in the order of the Japanese page",
        )
        if expected
        else Say(
            "この見出しを消すか、日本語のページにも加えてください",
            "remove this heading, or add it to the Japanese page",
        ),
    )
