"""The numbers of the strategy as a table: as printed, how to read them, from where."""

from strategy.content.sections.section import Section, data_links, inline, row, table
from strategy.languages.labels import BRACKETS
from strategy.languages.say import Language, Say
from strategy.markup.html import Html
from strategy.model import Figure, Source, Strategy
from strategy.model.figures import RELATIONS
from strategy.model.published_data import NOT_STATED
from strategy.reading.fields import number

HEAD: dict[Language, tuple[str, ...]] = {
    "ja": ("何の数値か", "戦略の表記", "読み方", "年", "計算値", "出典"),
    "en": ("Figure", "As printed", "How to read it", "Years", "Computed", "Source"),
}
NAME = Say("戦略の数値の一覧", "The figures of the strategy")
NO_YEAR = Say("記載なし", "not stated")
NOT_COUNTED = Say("多い順か少ない順かは記載なし", "counted from the most or the fewest: not stated")


def render(strategy: Strategy, language: Language, _argument: str) -> str:
    """One row a figure, in the order of the data; the first cell names the row."""
    rows = [_row(figure, language) for figure in strategy.figures.figures]
    return f"{table(NAME[language], HEAD[language], rows)}\n\n{data_links('figures', language)}"


def _row(figure: Figure, language: Language) -> Html:
    cells = (
        inline(figure.printed[language]),
        _relation(figure, language),
        _years(figure, language),
        f"{number(figure.computed)}%" if figure.computed is not None else "–",
        _source(figure.source, language),
    )
    return row(inline(figure.statement[language]), cells, figure.id)


def _relation(figure: Figure, language: Language) -> str:
    words = RELATIONS[figure.relation][language]
    if figure.relation != "rank":
        return words
    counted = figure.counted_from[language] if figure.counted_from else NOT_COUNTED[language]
    return f"{words}{BRACKETS[language].format(inline(counted))}"


def _years(figure: Figure, language: Language) -> str:
    """The year of an amount, or from the base year to the year compared with it."""
    years = [str(year) for year in (figure.base_year, figure.target_year) if year]
    return " → ".join(years) or NO_YEAR[language]


def _source(source: Source | None, language: Language) -> str:
    if source is None:
        return NOT_STATED[language]
    text = inline(source.text[language])
    return f"[{text}](<{source.page}>)" if source.page else text


SECTION = Section(render, ("figures",))
