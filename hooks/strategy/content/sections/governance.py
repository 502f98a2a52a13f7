"""Who carries out the strategy, as its text states it."""

from strategy.content.sections.section import Section, block, data_links, evidence_box, inline
from strategy.languages.say import Language
from strategy.model import Strategy


def render(strategy: Strategy, language: Language, _argument: str) -> str:
    """The bodies with their roles, and the public record about them."""
    bodies = "\n\n".join(
        f"{inline(body.name[language])} {{: #{body.id} }}\n:   {inline(body.role[language])}"
        for body in strategy.governance.bodies
    )
    parts = (
        block("div", "bodies", bodies),
        evidence_box(strategy.governance.evidence, language),
        data_links("governance", language),
    )
    return "\n\n".join(part for part in parts if part)


SECTION = Section(render, ("governance",))
