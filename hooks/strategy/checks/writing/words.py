"""Names and terms as the city and its strategy write them."""

import re
from collections.abc import Iterator

from strategy.checks.writing.rule import Passage, Rule
from strategy.languages.say import Say
from strategy.problems import Fault


def _city(passage: Passage) -> Iterator[Fault]:
    for match in re.finditer("鹿嶋", passage.prose):
        yield Fault.of("city-name", *match.span(), "鹿島")


def _people(passage: Passage) -> Iterator[Fault]:
    for match in re.finditer("人材", passage.prose):
        yield Fault.of("strategy-term", *match.span())


_STRATEGY = Say("かしまデジタル変革（DX）戦略（概要版）", "Kashima’s strategy (summary edition)")

RULES = (
    Rule("city-name", Say("市の名前の誤りです", "the name of the city is wrong"), _STRATEGY, _city),
    Rule(
        "strategy-term",
        Say("戦略は「人財育成」と書いています", "the strategy writes 人財育成 (developing people)"),
        _STRATEGY,
        _people,
    ),
)
