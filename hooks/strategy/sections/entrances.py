"""The groups of the vision as entrances: each leads to its goals."""

from strategy.model import Strategy
from strategy.problems import Language, Say
from strategy.sections.section import Section, block, inline

VISION_PAGE = "/mission-vision-values.md"
GOALS = Say("{}つの目標を見る", "See its goals ({})")


def render(strategy: Strategy, language: Language, _argument: str) -> str:
    """A list of links, each with the group's summary, which is the site's own."""
    items = "\n".join(
        f"- [**{inline(group.title[language])}**]({VISION_PAGE}#{group.id})\n\n"
        f"    {inline(group.summary[language])}\n\n"
        f"    {GOALS[language].format(len(group.goals))}\n    {{: .more }}\n"
        for group in strategy.vision.groups
    )
    return block("div", "entrances", items)


SECTION = Section(render, ("vision",))
