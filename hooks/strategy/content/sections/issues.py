"""The open points of accessibility."""

from strategy.content.sections.section import Section, inline, item
from strategy.languages.say import Language, Say
from strategy.model import Strategy

NONE = Say("今のところ、把握している課題はありません。", "No open points are known at present.")


def render(strategy: Strategy, language: Language, _argument: str) -> str:
    """A list, or a sentence that says that there are none."""
    points = strategy.accessibility.open
    lines = [item("-", inline(point.text[language]), point.id) for point in points]
    return "\n".join(lines) or NONE[language]


SECTION = Section(render, ("accessibility",))
