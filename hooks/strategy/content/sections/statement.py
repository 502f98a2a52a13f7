"""A passage of the strategy quoted as adopted, by its id."""

from strategy.content.sections.section import Section, adopted, block, inline, paragraph
from strategy.languages.say import Language
from strategy.model import Strategy


def render(strategy: Strategy, language: Language, argument: str) -> str:
    """The statement ``argument``: its lead, and its paragraphs (a list if several)."""
    statement = next(s for s in strategy.statements.statements if s.id == argument)
    bullet = "- " if len(statement.paragraphs) > 1 else ""
    lines = [f"{bullet}{inline(paragraph[language])}" for paragraph in statement.paragraphs]
    if statement.lead:
        lines = [paragraph(inline(statement.lead[language]), "lead") + "\n", *lines]
    quotation = adopted("\n".join(lines), language)
    return block("div", None, quotation, statement.id)


def arguments(strategy: Strategy) -> list[str]:
    """The ids of all statements."""
    return [statement.id for statement in strategy.statements.statements]


SECTION = Section(render, ("statements",), arguments)
