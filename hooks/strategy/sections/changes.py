"""What changed: the dates of the edition, newest first."""

from strategy import calendar
from strategy.model import Strategy
from strategy.problems import Language, Say
from strategy.sections.section import COLON, Section

UPDATED = Say("更新（変更内容の記録なし）", "updated (what changed is not recorded)")
ADOPTED = Say("策定", "adopted")


def render(strategy: Strategy, language: Language, _argument: str) -> str:
    """The update and the adoption with their dates in both calendars."""
    edition = strategy.edition
    return "\n".join(
        f"- {calendar.show(printed.date, language)}{COLON[language]}{what[language]}"
        for printed, what in ((edition.updated, UPDATED), (edition.adopted, ADOPTED))
    )


SECTION = Section(render, ("strategy",))
