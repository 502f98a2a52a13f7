"""What the city's public record says since the strategy was adopted."""

from strategy.content.sections.section import Section, data_links, evidence_box
from strategy.languages.say import Language
from strategy.model import Strategy


def render(strategy: Strategy, language: Language, _argument: str) -> str:
    """The facts, newest last, each with its page."""
    return (
        f"{evidence_box(strategy.timeline.since, language)}\n\n{data_links('timeline', language)}"
    )


SECTION = Section(render, ("timeline",))
