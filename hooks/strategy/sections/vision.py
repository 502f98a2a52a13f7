"""The vision: a card a group, a permalink a goal."""

from html import escape

from strategy.fields import plain
from strategy.model import Goal, Group, Strategy
from strategy.problems import Language, Say
from strategy.sections.section import (
    ADOPTED,
    COLON,
    Section,
    block,
    data_links,
    inline,
    item,
    paragraph,
)

PERMALINK = Say("この目標へのリンク", "Link to this goal")


def render(strategy: Strategy, language: Language, _argument: str) -> str:
    """All groups with their goals, under headings that carry the groups' ids."""
    cards = "\n\n".join(_card(group, language) for group in strategy.vision.groups)
    label = paragraph(ADOPTED[language], "label")
    return f"{label}\n\n{block('div', 'cards', cards)}\n\n{data_links('vision', language)}"


def _card(group: Group, language: Language) -> str:
    goals = "\n".join(
        item("1.", _goal(group, number, goal, language), goal.id)
        for number, goal in enumerate(group.goals, 1)
    )
    heading = f"### {inline(group.title[language])} {{#{group.id}}}"
    return block("section", "card", f"{heading}\n\n{block('blockquote', 'adopted', goals)}")


def _goal(group: Group, number: int, goal: Goal, language: Language) -> str:
    name = f"{PERMALINK[language]}{COLON[language]}{plain(group.title[language])} {number}"
    link = f'[#](#{goal.id}){{: .permalink aria-label="{escape(name)}" }}'
    return f"{inline(goal.text[language])} {link}"


SECTION = Section(render, ("vision",))
