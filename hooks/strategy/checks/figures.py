"""The numbers of ``figures.yml`` agree with each other: computed, drawn and printed."""

from collections.abc import Collection, Iterator
from decimal import ROUND_HALF_UP, Decimal

from strategy.languages.say import NOTHING, Language, Say, enumerated
from strategy.model import Bar, Figure, Figures
from strategy.problems import Fault, KeyPath, Location, Problems
from strategy.reading import quantities
from strategy.reading.fields import number
from strategy.reading.source import Node, locate

LANGUAGE_FIELDS: dict[Language, Say] = {
    "ja": Say("日本語（ja）", "Japanese (ja)"),
    "en": Say("英語（en）", "English (en)"),
}
BOTH = Say("日本語と英語", "both languages")
_FROM_NOTHING = Fault.of("computed/no-ratio")
_BY_ZERO = Fault.of("computed/zero")


def check(figures: Figures, node: Node, problems: Problems) -> None:
    """Report every number that does not agree with another one.

    What is computed or drawn from a figure can be judged only once its own numbers agree.
    """
    known = {figure.id: figure for figure in figures.figures}
    doubtful = {
        figure.id
        for index, figure in enumerate(figures.figures)
        if not _check_printed(figure, figure, node, ("figures", index), problems)
    }
    _check_computed(figures, doubtful, node, problems)
    for path, bar in _bars(figures):
        shown = known.get(bar.figure or "")
        if shown is None or shown.id in doubtful or _check_bar(bar, shown, node, path, problems):
            _check_printed(bar, shown, node, path, problems)


def _bars(figures: Figures) -> Iterator[tuple[KeyPath, Bar]]:
    """Each bar of all charts, and where it stands."""
    for c, chart in enumerate(figures.charts):
        for g, group in enumerate(chart.groups):
            for b, bar in enumerate(group.bars):
                yield ("charts", c, "groups", g, "bars", b), bar


def _check_computed(
    figures: Figures, doubtful: Collection[str], node: Node, problems: Problems
) -> None:
    """A computed value must be right; a printed one that was cut instead of rounded is noted."""
    values = {figure.id: figure.value for figure in figures.figures}
    for index, figure in enumerate(figures.figures):
        where = locate(node, ("figures", index, "computed"))
        if figure.ratio is None:
            if figure.computed is not None:
                problems.add(_FROM_NOTHING.at(where))
            continue
        if not {figure.ratio.of, figure.ratio.to} <= values.keys() - doubtful:
            continue  # a dangling reference, or a number that is reported itself
        of, to = values[figure.ratio.of], values[figure.ratio.to]
        if to == 0:
            problems.add(_BY_ZERO.at(where))
            continue
        percent = 100 * of / to
        if figure.relation == "fewer":
            percent = 100 - percent
        _check_percent(figure, percent, where, problems)


def _check_percent(figure: Figure, percent: float, where: Location, problems: Problems) -> None:
    right = rounded(percent, "0.1")
    if figure.computed != right:
        problems.tell("computed", where, right=right)
    elif figure.value not in (right, rounded(percent, "1")):
        problems.tell(
            "printed-value", where, right=right, printed=Say(figure.printed.ja, figure.printed.en)
        )


def _check_bar(bar: Bar, figure: Figure, node: Node, path: KeyPath, problems: Problems) -> bool:
    """Whether a bar that shows a figure has its value; 33% fewer are a bar of 67%."""
    right = 100 - figure.value if figure.relation == "fewer" else figure.value
    if bar.value != right:
        problems.tell(
            "bar-value",
            locate(node, (*path, "value")),
            figure=figure.id,
            value=number(figure.value),
            right=number(right),
        )
    return bar.value == right


def _check_printed(
    item: Figure | Bar, figure: Figure | None, node: Node, path: KeyPath, problems: Problems
) -> bool:
    """Whether the value is one of the numbers that are printed with it, of those in the figure's unit.

    A text without a number in figures says nothing that could be compared. Where both languages
    agree with each other, but not with the value, that is one problem, at the value.
    """
    others: dict[Language, list[Decimal]] = {}
    is_rest = isinstance(item, Bar) and figure is not None and figure.relation == "fewer"
    value = Decimal(str(item.value))
    wanted = {abs(value), 100 - value} if is_rest else {abs(value)}
    for language, name in LANGUAGE_FIELDS.items():
        text = item.printed[language]
        where = locate(node, (*path, "printed", language))
        found = quantities.read(text)
        units = {figure.unit, ""} if figure else {quantity.unit for quantity in found}
        read = [quantity.value for quantity in found if quantity.unit in units]
        if found and not read and figure:
            problems.tell("printed-unit", where, text=text, unit=figure.unit, name=name)
        elif read and wanted.isdisjoint(read):
            others[language] = read
    if len(others) == len(LANGUAGE_FIELDS) and len(set(map(tuple, others.values()))) == 1:
        where = locate(node, (*path, "value"))
        _report_printed(item, BOTH, where, others["ja"], is_rest, problems)
    else:
        for language, read in others.items():
            where = locate(node, (*path, "printed", language))
            _report_printed(item, LANGUAGE_FIELDS[language], where, read, is_rest, problems)
    return not others


def _report_printed(
    item: Figure | Bar,
    name: Say,
    where: Location,
    read: list[Decimal],
    is_rest: bool,
    problems: Problems,
) -> None:
    value = Decimal(str(item.value))
    shown = [_shown(each) for each in read]
    values = [f"value: {_shown(100 - each if is_rest else each)}" for each in read]
    right = _shown(100 - value if is_rest else value)
    rest = Say("（100から引いた数）", " (taken from 100)") if is_rest else NOTHING
    problems.tell(
        "printed-number",
        where,
        value=_shown(value),
        name=name,
        shown=enumerated(shown),
        right=right,
        rest=rest,
        values=Say("」か「".join(values), "” or “".join(values)),
    )


def _shown(value: Decimal) -> str:
    return number(float(value))


def rounded(value: float, step: str) -> float:
    """To a ``step`` such as 0.1; half up, as people round (and Python's ``round`` does not)."""
    return float(Decimal(str(value)).quantize(Decimal(step), ROUND_HALF_UP))
