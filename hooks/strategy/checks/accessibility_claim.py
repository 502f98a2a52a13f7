"""The claim of conformance goes no further than what was tested."""

from __future__ import annotations

from strategy.languages import calendar
from strategy.languages.say import Say
from strategy.model import Accessibility, Audit
from strategy.model.accessibility_claim import outcome
from strategy.model.criteria import CRITERIA
from strategy.problems import Problems
from strategy.reading.source import Node, locate


def check(accessibility: Accessibility, node: Node, audit: Audit, problems: Problems) -> None:
    """Refuse a claim that goes beyond what was tested; warn of a statement older than the audit."""
    _check_claim(accessibility, node, audit, problems)
    _check_statement(accessibility, node, audit, problems)


def _check_claim(
    accessibility: Accessibility, node: Node, audit: Audit, problems: Problems
) -> None:
    """準拠 presupposes that every criterion of the target level was tested and is met; 一部準拠 that
    every one was tested, and that open points are named; 配慮 presupposes neither (WAIC,
    ウェブコンテンツのJIS X 8341-3:2016 対応度表記ガイドライン).
    """
    wanted = [
        criterion.number
        for criterion in CRITERIA.values()
        if criterion.jis and criterion.level in ("A", accessibility.target)
    ]
    outcomes = {number: outcome(number, accessibility, audit) for number in wanted}
    judged = ("pass", "not-applicable", "fail")
    lacking = {
        "full": [n for n in wanted if outcomes[n] not in ("pass", "not-applicable")],
        "partial": [n for n in wanted if outcomes[n] not in judged],
    }.get(accessibility.claim, [])
    if lacking:
        shown = ", ".join(lacking[:5]) + (" …" if len(lacking) > 5 else "")
        problems.report(
            "claim",
            locate(node, ("claim",)),
            Say(
                f"この対応度を表明するには、試験の結果が足りません（{shown}）",
                f"the test results do not support this claim ({shown})",
            ),
            Say(
                "試験の結果を judged に書くか、「claim: none」にしてください",
                "enter the results under “judged”, or write “claim: none”",
            ),
        )
    elif accessibility.claim == "partial" and not accessibility.open:
        problems.report(
            "claim",
            locate(node, ("claim",)),
            Say("一部準拠には、課題の記載が必要です", "a partial claim must name its open points"),
            Say("open に課題を書いてください", "name them under “open”"),
        )


def _check_statement(
    accessibility: Accessibility, node: Node, audit: Audit, problems: Problems
) -> None:
    if calendar.last_day(accessibility.stated) < calendar.first_day(audit.ended):
        stated, ended = accessibility.stated, audit.ended
        problems.report(
            "statement-date",
            locate(node, ("stated",)),
            Say(
                f"表明日の{calendar.show(stated, 'ja')}は、"
                f"最後に機械検査をした{calendar.show(ended, 'ja')}より前です",
                f"the statement ({calendar.show(stated, 'en')}) is older than the last tests by "
                f"machine ({calendar.show(ended, 'en')}), whose results it shows",
            ),
            Say(
                f"表明の内容を確かめ、「stated: {ended.isoformat()}」か、それより後の日付を書いてください",
                f"check what is stated, and write “stated: {ended.isoformat()}” or a later day",
            ),
        )
