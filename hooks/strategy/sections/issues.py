"""The open points of accessibility."""

from strategy.model import Strategy
from strategy.problems import Language, Say
from strategy.sections.section import Section, inline, item

NONE = Say("今のところ、把握している課題はありません。", "No open points are known at present.")


def render(strategy: Strategy, language: Language, _argument: str) -> str:
    """A list, or a sentence that says that there are none."""
    points = strategy.accessibility.open
    lines = [item("-", inline(point.text[language]), point.id) for point in points]
    return "\n".join(lines) or NONE[language]


SECTION = Section(render, ("accessibility",))
