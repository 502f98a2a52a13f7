"""What may be said about each success criterion.

A machine can show that a criterion is not met; it cannot show that one is. So the audit alone
never makes a criterion a pass: a person must have judged it.
"""

from typing import Literal

from strategy.model.accessibility import Accessibility, Audit

Outcome = Literal["pass", "fail", "not-applicable", "no-failure-found", "nothing-found", "untested"]
"""``no-failure-found``: by machine, a person's judgement is missing; ``nothing-found``: no tool
found an element that the criterion is about; ``untested``: no check of any kind."""


def outcome(number: str, accessibility: Accessibility, audit: Audit) -> Outcome:
    """What is known about a criterion; a failure outweighs everything else."""
    examined = next((e for e in audit.criteria if e.number == number), None)
    if examined and examined.failures:
        return "fail"
    for judgement in accessibility.judged:
        if judgement.criterion == number:
            return judgement.result
    if examined is None:
        return "untested"
    return "no-failure-found" if examined.applicable else "nothing-found"
