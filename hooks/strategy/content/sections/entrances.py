"""The groups of the vision as entrances: each leads to its goals."""

from strategy.content.sections.section import Section, block, inline
from strategy.languages.say import Language, Say
from strategy.model import Group, Strategy
from strategy.reading.quantities import things

VISION_PAGE = "/mission-vision-values.md"


def _goals(number: int) -> Say:
    return Say(f"{things(number)}目標を見る", f"See its goals ({number})")


def render(strategy: Strategy, language: Language, _argument: str) -> str:
    """A list of links, each with the group's summary, which is the site's own."""
    return block(
        "div", "entrances", "\n".join(_item(group, language) for group in strategy.vision.groups)
    )


def _item(group: Group, language: Language) -> str:
    paragraphs = [
        f"[**{inline(group.title[language])}**]({VISION_PAGE}#{group.id})",
        inline(group.summary[language]) if group.summary else "",
        f"{_goals(len(group.goals))[language]}\n    {{: .more aria-hidden=true }}",
    ]
    return "- " + "\n\n    ".join(filter(None, paragraphs)) + "\n"


SECTION = Section(render, ("vision",))
