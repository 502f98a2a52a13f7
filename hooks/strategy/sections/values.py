"""The values, quoted as a numbered list."""

from strategy.model import Strategy
from strategy.problems import Language
from strategy.sections.section import Section, adopted, data_links, inline, item


def render(strategy: Strategy, language: Language, _argument: str) -> str:
    """The values, each with its id."""
    items = "\n".join(
        item("1.", inline(value.text[language]), value.id) for value in strategy.values.values
    )
    return f"{adopted(items, language)}\n\n{data_links('values', language)}"


SECTION = Section(render, ("values",))
