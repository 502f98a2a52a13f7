"""The mission, quoted."""

from strategy.content.sections.section import Section, adopted, data_links, inline
from strategy.languages.say import Language
from strategy.model import Strategy


def render(strategy: Strategy, language: Language, _argument: str) -> str:
    """The mission as a quotation, with its data."""
    text = f"{inline(strategy.mission.text[language])}\n{{: #mission-statement .mission }}"
    return f"{adopted(text, language)}\n\n{data_links('mission', language, table=False)}"


SECTION = Section(render, ("mission",))
