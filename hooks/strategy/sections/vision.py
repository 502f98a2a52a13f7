"""The vision: a card a group, a permalink a goal."""

from strategy.model import Goal, Group, Strategy
from strategy.problems import Language, Say
from strategy.sections.section import ADOPTED, Section, block, data_links, inline, item, paragraph

PERMALINK = Say("この目標へのリンク", "Link to this goal")


def render(strategy: Strategy, language: Language, _argument: str) -> str:
    """All groups with their goals, under headings that carry the groups' ids."""
    cards = "\n\n".join(_card(group, language) for group in strategy.vision.groups)
    label = paragraph(ADOPTED[language], "label")
    return f"{label}\n\n{block('div', 'cards', cards)}\n\n{data_links('vision', language)}"


def _card(group: Group, language: Language) -> str:
    goals = "\n".join(item("1.", _goal(goal, language), goal.id) for goal in group.goals)
    heading = f"### {inline(group.title[language])} {{#{group.id}}}"
    return block("section", "card", f"{heading}\n\n{block('blockquote', 'adopted', goals)}")


def _goal(goal: Goal, language: Language) -> str:
    link = f'[#](#{goal.id}){{: .permalink aria-label="{PERMALINK[language]}（{goal.id}）" }}'
    return f"{inline(goal.text[language])} {link}"


SECTION = Section(render, ("vision",))
