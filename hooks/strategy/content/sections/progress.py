"""How progress is managed: a picture drawn from the text, and the same as a list."""

from strategy.content import charts
from strategy.content.sections.section import Section, data_links, inline, item
from strategy.languages.labels import COLON
from strategy.languages.say import Language, Say
from strategy.model import Strategy

TITLE = Say("進捗管理の流れ", "How progress is managed")
NOTE = Say(
    "この図は、戦略の本文の記述をもとに作成したものです。戦略に掲載されている体制図ではありません。",
    "This picture was drawn from the text of the strategy. "
    "It is not the organisation chart printed there.",
)


def render(strategy: Strategy, language: Language, _argument: str) -> str:
    """The steps as a flow of boxes and as an ordered list."""
    names = {body.id: body.name[language] for body in strategy.governance.bodies}
    steps = [(names[step.body], step.action[language]) for step in strategy.governance.progress]
    items = "\n".join(
        item(
            "1.",
            f"**{inline(names[step.body])}**{COLON[language]}{inline(step.action[language])}",
            step.id,
        )
        for step in strategy.governance.progress
    )
    picture = charts.flow("chart.progress", TITLE[language], NOTE[language], steps)
    return f"{picture}\n\n{items}\n\n{data_links('governance', language)}"


SECTION = Section(render, ("governance",))
