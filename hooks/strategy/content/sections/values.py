"""The values, quoted as a numbered list."""

from strategy.content.sections.section import Section, adopted, data_links, inline, item
from strategy.languages.say import Language
from strategy.model import Strategy


def render(strategy: Strategy, language: Language, _argument: str) -> str:
    """The values, each with its id."""
    items = "\n".join(
        item("1.", inline(value.text[language]), value.id) for value in strategy.values.values
    )
    return f"{adopted(items, language)}\n\n{data_links('values', language)}"


SECTION = Section(render, ("values",))
