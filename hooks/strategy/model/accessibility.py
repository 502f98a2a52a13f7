"""``accessibility.yml`` and ``audit.yml``: the accessibility statement and what it rests on.

The audit writes the second; people write the first. The fields are those that JIS X 8341-3:2016
(JB.3) asks of a published test result.
"""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from strategy.languages.say import Say
from strategy.model.criteria import CRITERIA
from strategy.model.ids import IssueId, PageId
from strategy.problems import Invalid
from strategy.reading.date_fields import Moment
from strategy.reading.fields import Line, Model, Named, Text


def _known(number: str) -> str:
    if number not in CRITERIA:
        raise Invalid.of("criterion", number=number)
    return number


CriterionNumber = Annotated[str, AfterValidator(_known)]
Result = Literal["pass", "fail", "not-applicable"]
Method = Literal["AF", "HC"]
Claim = Literal["none", "considered", "partial", "full"]
CLAIMS: dict[Claim, Say] = {
    "none": Say("表明しない", "none stated"),
    "considered": Say("配慮", "taken into consideration"),
    "partial": Say("一部準拠", "partially conforms"),
    "full": Say("準拠", "conforms"),
}
RESULTS: dict[Result, Say] = {
    "pass": Say("適合", "Met"),
    "fail": Say("不適合", "Not met"),
    "not-applicable": Say("適用なし", "Not applicable"),
}
METHODS: dict[Method, Say] = {
    "AF": Say("人が道具を使って判断（AF）", "Person with tools (AF)"),
    "HC": Say("人が判断（HC）", "Person (HC)"),
}


class Judgement(Model):
    """What a person found about a success criterion on all pages.

    ``method`` as JIS names them: ``AF`` (a person with the help of a tool) or ``HC`` (a person).
    """

    criterion: CriterionNumber
    result: Annotated[Result, Named(RESULTS)]
    method: Annotated[Method, Named(METHODS)]
    date: Moment
    by: Line = Field(description="試験を行った者（役職または団体名。個人名は書かない）")
    note: Text | None = None


class Issue(Model):
    """A point that is open: what does not work yet, or has not been tested."""

    id: IssueId
    text: Text


class Accessibility(Model):
    """``accessibility.yml``: the statement, and what people judged.

    ``claim`` is the degree of conformance to be stated: ``none`` (nothing is claimed),
    ``considered`` (配慮), ``partial`` (一部準拠) or ``full`` (準拠); see `strategy.checks.accessibility_claim`
    for what each presupposes.
    """

    standard: Line
    target: Literal["A", "AA"]
    claim: Annotated[Claim, Named(CLAIMS)]
    stated: Moment
    scope: Text
    selection: Text
    technologies: tuple[Line, ...] = Field(min_length=1, description="依存したウェブコンテンツ技術")
    judged: tuple[Judgement, ...] = ()
    open: tuple[Issue, ...] = ()

    def model_post_init(self, _context: object) -> None:
        """Refuse a second judgement of the same criterion."""
        seen: set[str] = set()
        for index, judgement in enumerate(self.judged):
            if judgement.criterion in seen:
                raise Invalid.of(
                    "duplicate-criterion",
                    at=("judged", index, "criterion"),
                    criterion=judgement.criterion,
                )
            seen.add(judgement.criterion)


class Tool(Model):
    """A tool of the audit, and how many faults it found on all pages."""

    id: PageId
    name: Line
    version: Line
    findings: int = Field(ge=0)


class Examined(Model):
    """What the tools say about a success criterion.

    ``applicable`` is false when no tool found an element that the criterion is about.
    """

    number: CriterionNumber
    tools: tuple[PageId, ...] = Field(min_length=1)
    applicable: bool
    failures: int = Field(ge=0)


class Audit(Model):
    """``audit.yml``: the last audit by machine. Written by ``make audit``, not by hand."""

    begun: Moment
    ended: Moment
    tools: tuple[Tool, ...] = Field(min_length=1)
    views: int = Field(ge=1, description="検査した画面の数（ページ×配色×幅）")
    schemes: tuple[Literal["light", "dark", "contrast"], ...] = Field(min_length=1)
    widths: tuple[int, ...] = Field(min_length=1, description="画面の幅（CSSピクセル）")
    pages: tuple[str, ...] = Field(
        min_length=1, description="検査したページ（サイトの最上位からのアドレス）"
    )
    criteria: tuple[Examined, ...] = Field(min_length=1)
