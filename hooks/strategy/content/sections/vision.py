"""The vision: a card a group."""

from strategy.content.sections.section import (
    ADOPTED,
    Section,
    block,
    data_links,
    inline,
    item,
    paragraph,
)
from strategy.languages.say import Language
from strategy.model import Group, Strategy


def render(strategy: Strategy, language: Language, _argument: str) -> str:
    """All groups with their goals, under headings that carry the groups' ids."""
    cards = "\n\n".join(_card(group, language) for group in strategy.vision.groups)
    label = paragraph(ADOPTED[language], "label")
    return f"{label}\n\n{block('div', 'cards', cards)}\n\n{data_links('vision', language)}"


def _card(group: Group, language: Language) -> str:
    goals = "\n".join(item("1.", inline(goal.text[language]), goal.id) for goal in group.goals)
    heading = f"### {inline(group.title[language])} {{#{group.id}}}"
    return block("section", "card", f"{heading}\n\n{block('blockquote', 'adopted', goals)}")


SECTION = Section(render, ("vision",))
