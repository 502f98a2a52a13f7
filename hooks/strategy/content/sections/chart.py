"""A chart of ``figures.yml``, by its id."""

from strategy.content import charts
from strategy.content.sections.section import Section
from strategy.languages.say import Language
from strategy.model import Strategy


def render(strategy: Strategy, language: Language, argument: str) -> str:
    """The chart with its table; the data files are linked on the page of figures."""
    return charts.bars(next(c for c in strategy.figures.charts if c.id == argument), language)


def arguments(strategy: Strategy) -> list[str]:
    """The ids of all charts."""
    return [chart.id for chart in strategy.figures.charts]


SECTION = Section(render, ("figures",), arguments)
