"""``figures.yml``: the numbers of the strategy and the charts drawn from them."""

from typing import Annotated, Literal

from pydantic import Field

from strategy.languages.say import Say
from strategy.model.ids import ChartId, FigureId, RetiredIds, Year
from strategy.reading.fields import AdoptedText, Line, Model, Named, RefersTo, Text, WebAddress

Unit = Literal["percent", "people", "place"]
Relation = Literal["amount", "level", "fewer", "rank"]
UNITS: dict[Unit, Say] = {
    "percent": Say("%", "%"),
    "people": Say("人", "people"),
    "place": Say("順位", "place"),
}
RELATIONS: dict[Relation, Say] = {
    "amount": Say("実数", "actual number"),
    "level": Say("基準の年を100%としたときの割合", "percentage of the base-year level"),
    "fewer": Say("比べた対象より少ない割合", "percentage fewer than those compared"),
    "rank": Say("順位", "rank"),
}


class Source(Model):
    """Where a figure comes from."""

    text: Text
    page: WebAddress | None = None


class Ratio(Model):
    """Two figures whose quotient is this figure, in percent."""

    of: Annotated[FigureId, RefersTo("figure")]
    to: Annotated[FigureId, RefersTo("figure")]


class Figure(Model):
    """One number of the strategy, as printed and as data.

    ``relation`` says how to read the value: ``amount`` (so many), ``level`` (down or up *to* so
    many percent of the base year), ``fewer`` (*by* so many percent), ``rank`` (place in a group).
    """

    id: FigureId
    section: Annotated[Line, RefersTo("section")]
    statement: Text = Field(description="何の数値か")
    printed: AdoptedText = Field(description="戦略に印刷されているとおりの表記")
    value: float
    unit: Annotated[Unit, Named(UNITS)]
    relation: Annotated[Relation, Named(RELATIONS)]
    out_of: int | None = Field(default=None, description="順位の母数（団体数）")
    counted_from: Text | None = Field(
        default=None, description="順位の数え方（例: 多い順）。戦略に記載がなければ書かない"
    )
    base_year: Year | None = None
    target_year: Year | None = None
    ratio: Ratio | None = None
    computed: float | None = Field(default=None, description="計算できる場合の値（小数第1位まで）")
    source: Source | None = Field(description="出典。戦略に記載がなければ null")


class Bar(Model):
    """One bar of a chart: its value, and the words printed at it."""

    label: Text
    value: float = Field(ge=0)
    printed: AdoptedText
    figure: Annotated[FigureId, RefersTo("figure")] | None = None


class BarGroup(Model):
    """Bars that are compared with each other."""

    label: Text
    bars: tuple[Bar, ...] = Field(min_length=1)


class Chart(Model):
    """A bar chart with its title, a description for those who cannot see it, and its groups."""

    id: ChartId
    title: Text
    description: Text
    note: Text | None = None
    groups: tuple[BarGroup, ...] = Field(min_length=1)


class Figures(Model):
    """``figures.yml``: the numbers of the strategy and the charts drawn from them."""

    figures: tuple[Figure, ...] = Field(min_length=1)
    charts: tuple[Chart, ...] = ()
    highlights: tuple[Annotated[FigureId, RefersTo("figure")], ...] = Field(
        default=(), description="トップページに大きく載せる数値"
    )
    retired: RetiredIds = ()
