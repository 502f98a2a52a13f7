"""The checklist of success criteria: JIS X 8341-3:2016 first, then what WCAG 2.1 and 2.2 add."""

from strategy.content.sections.section import BREAK, Section, inline, row, table
from strategy.languages.say import Language, Say
from strategy.markup.html import Html
from strategy.model import Strategy
from strategy.model.accessibility import METHODS, RESULTS
from strategy.model.accessibility_claim import Outcome, outcome
from strategy.model.criteria import CRITERIA, Criterion

HEAD: dict[Language, tuple[str, ...]] = {
    "ja": ("達成基準", "レベル", "結果", "方法"),
    "en": ("Success criterion", "Level", "Result", "Method"),
}
NAMES = {
    "jis": Say("JIS X 8341-3:2016の達成基準チェックリスト", "Checklist of JIS X 8341-3:2016"),
    "wcag": Say("WCAG 2.1と2.2で加わった達成基準", "Criteria that WCAG 2.1 and 2.2 added"),
}
OUTCOMES: dict[Outcome, Say] = {
    "pass": RESULTS["pass"],
    "fail": RESULTS["fail"],
    "not-applicable": RESULTS["not-applicable"],
    "no-failure-found": Say(
        "機械検査で不適合なし（人の判断は未実施）",
        "No failure found by machine (not yet judged by a person)",
    ),
    "nothing-found": Say(
        "機械検査で対象の要素なし（人の判断は未実施）",
        "No such element found by machine (not yet judged by a person)",
    ),
    "untested": Say("未試験", "Not tested"),
}
MACHINE = Say("機械検査（AC）：{}", "Machine (AC): {}")


def render(strategy: Strategy, language: Language, argument: str) -> str:
    """One row a criterion of the part ``argument``, in the order of their numbers."""
    rows = [
        _row(criterion, strategy, language)
        for criterion in CRITERIA.values()
        if criterion.jis == (argument == "jis")
    ]
    return table(NAMES[argument][language], HEAD[language], rows)


def _row(criterion: Criterion, strategy: Strategy, language: Language) -> Html:
    result = OUTCOMES[outcome(criterion.number, strategy.accessibility, strategy.audit)][language]
    judgement = next(
        (j for j in strategy.accessibility.judged if j.criterion == criterion.number), None
    )
    if judgement and judgement.note:
        result += f"{BREAK}{inline(judgement.note[language])}"
    examined = next((e for e in strategy.audit.criteria if e.number == criterion.number), None)
    names = {tool.id: tool.name for tool in strategy.audit.tools}
    methods = [METHODS[judgement.method][language]] if judgement else []
    if examined:
        tools = ", ".join(names.get(tool, tool) for tool in examined.tools)
        methods.append(MACHINE[language].format(inline(tools)))
    name = f"{criterion.number} {criterion.name[language]}"
    return row(name, (criterion.level, result, BREAK.join(methods) or "–"), searched=False)


def arguments(_strategy: Strategy) -> list[str]:
    """The two parts of the checklist."""
    return list(NAMES)


SECTION = Section(render, ("accessibility", "audit"), arguments)
