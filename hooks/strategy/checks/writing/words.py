"""Names and terms as the city and its strategy write them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from strategy.checks.writing.rule import Finding, Passage, Rule
from strategy.languages.say import Say


def _city(passage: Passage) -> Iterator[Finding]:
    for match in re.finditer("鹿嶋", passage.prose):
        yield Finding(
            match.start(),
            match.end(),
            Say("「鹿嶋」は、茨城県の市の名前です", "鹿嶋 is a city in Ibaraki"),
            Say("「鹿島」と書いてください", "write 鹿島"),
            "鹿島",
        )


def _people(passage: Passage) -> Iterator[Finding]:
    for match in re.finditer("人材", passage.prose):
        yield Finding(
            match.start(),
            match.end(),
            Say("戦略の用語は「人財」です", "the strategy’s term is 人財"),
            Say(
                "「人財」と書いてください。制度などの名前なら、そのままにして理由を書いてください",
                "write 人財; leave the name of a scheme as it is, and give that reason",
            ),
        )


_STRATEGY = Say("かしまデジタル変革（DX）戦略（概要版）", "Kashima’s strategy (summary edition)")

RULES = (
    Rule(
        "city-name",
        "error",
        Say("市の名前の誤りです", "the name of the city is wrong"),
        _STRATEGY,
        _city,
    ),
    Rule(
        "strategy-term",
        "warning",
        Say(
            "戦略は「人財育成」と書いています",
            "the strategy writes 人財育成 (developing people)",
        ),
        _STRATEGY,
        _people,
    ),
)
