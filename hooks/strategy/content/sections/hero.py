"""The mission, large, at the head of the home page."""

from strategy.content.sections.section import Section, adopted, block, inline
from strategy.languages.say import Language
from strategy.model import Strategy


def render(strategy: Strategy, language: Language, _argument: str) -> str:
    """The mission as a quotation; its data is linked where the chapter quotes it."""
    return block(
        "div",
        "hero",
        adopted(f"{inline(strategy.mission.text[language])}\n{{: .mission }}", language),
    )


SECTION = Section(render, ("mission",))
