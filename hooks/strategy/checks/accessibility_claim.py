"""The claim of conformance goes no further than what was tested."""

from strategy.languages import calendar
from strategy.languages.say import in_each
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
        problems.tell("claim/unsupported", locate(node, ("claim",)), shown=shown)
    elif accessibility.claim == "partial" and not accessibility.open:
        problems.tell("claim/partial", locate(node, ("claim",)))


def _check_statement(
    accessibility: Accessibility, node: Node, audit: Audit, problems: Problems
) -> None:
    if calendar.last_day(accessibility.stated) < calendar.first_day(audit.ended):
        stated, ended = accessibility.stated, audit.ended
        problems.tell(
            "statement-date",
            locate(node, ("stated",)),
            stated=in_each(calendar.show, stated),
            ended=in_each(calendar.show, ended),
            day=ended.isoformat(),
        )
