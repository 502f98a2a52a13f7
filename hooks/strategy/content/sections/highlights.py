"""The figures that explain why, large, as printed."""

from strategy.content.sections.section import Section, block, inline
from strategy.languages.say import Language, Say
from strategy.model import Figure, Strategy

BASE = Say("{}年を100%とした割合", "with {} as 100%")


def render(strategy: Strategy, language: Language, _argument: str) -> str:
    """What each of the chosen figures is about, the figure, and how to read it."""
    figures = {figure.id: figure for figure in strategy.figures.figures}
    items = "\n".join(_figure(figures[ident], language) for ident in strategy.figures.highlights)
    return block("div", "highlights", items)


def _figure(figure: Figure, language: Language) -> str:
    item = f"- {inline(figure.statement[language])}\n\n    **{inline(figure.printed[language])}**\n"
    if figure.relation == "level" and figure.base_year:
        item += f"\n    {BASE[language].format(figure.base_year)}\n"
    return item


SECTION = Section(render, ("figures",))
