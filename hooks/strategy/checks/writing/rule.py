"""What a rule of writing is, and what it looks at."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from strategy.languages.say import Language, Say
from strategy.model import Term
from strategy.problems import Fault


@dataclass(frozen=True)
class Passage:
    """A text to judge: a page, or one text of ``data/``.

    ``markup`` is the text with code, comments and quotations blanked out; ``prose`` also without
    mark-up, addresses and adopted wording. Both keep every character at its offset. Only a page
    has ``shown``, its Markdown with the sections from data, and the ``terms`` of the glossary.
    ``adopted`` is the translation of adopted wording, which has the form of the original.
    """

    language: Language
    markup: str
    prose: str
    shown: str = ""
    terms: tuple[Term, ...] = ()
    adopted: bool = False


@dataclass(frozen=True)
class Rule:
    """A rule: the code of its faults, why it exists, who says so, and how its breaches are found.

    ``of_translation``: the rule asks whether a text is English at all, so it also judges the
    translation of adopted wording.
    """

    code: str
    reason: Say
    source: Say
    find: Callable[[Passage], Iterable[Fault]]
    of_translation: bool = False


NUMERALS = Say("数字を使う際の留意点", "numerals")
EXACTNESS = Say("正確に書く", "be exact")
"""Parts of the guidelines that several rules come from."""

PUBLIC_WRITING = Say(
    "文化審議会「公用文作成の考え方」（令和4年（2022年））",
    "Council for Cultural Affairs, “Guidelines for writing official documents” (2022)",
)
ACCESSIBILITY = Say(
    "JIS X 8341-3:2016、WCAG 2.2 の達成基準 {}", "JIS X 8341-3:2016, WCAG 2.2 criterion {}"
)


def criterion(number: str) -> Say:
    """The accessibility standard, with one of its criteria."""
    return ACCESSIBILITY.format(number)


def guideline(part: Say) -> Say:
    """A part of the guidelines for official documents."""
    return Say(f"{PUBLIC_WRITING.ja}の「{part.ja}」", f"{PUBLIC_WRITING.en}, “{part.en}”")
