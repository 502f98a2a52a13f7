"""The calls for opinions with their dates, newest first."""

from strategy import addresses, calendar
from strategy.consultations.states import state
from strategy.consultations.words import RULES, STATES, WAYS
from strategy.model import Consultation, Strategy, Way
from strategy.problems import Language, Say
from strategy.sections.section import COLON, NOT_RECORDED, Section, block, data_links, inline

STATE = Say("状態", "State")
PERIOD = Say("期間", "Dates")
DEADLINE = Say("締め切りの扱い", "Deadline")
SENDING = Say("提出の方法", "How to send opinions")
CALL = Say("募集のページ", "Page of the call")
RESULTS = Say("意見と市の考え方", "Opinions and answers")
SEPARATOR = Say("、", ", ")


def render(strategy: Strategy, language: Language, _argument: str) -> str:
    """Each call as a term with its particulars; what is not recorded says so."""
    calls = sorted(
        strategy.consultations.consultations, key=lambda call: call.opens.begins, reverse=True
    )
    entries = "\n\n".join(_entry(call, language) for call in calls)
    return f"{block('div', 'consultations', entries)}\n\n{data_links('consultations', language)}"


def _entry(call: Consultation, language: Language) -> str:
    now = state(call, calendar.now())
    missing = NOT_RECORDED[language]
    page = results = missing
    if call.draft:
        page = f"[{CALL[language]}](/{addresses.consultation(call.id, language)})"
        results = STATES[now][language]
        if now == "answered":
            results = f"[{RESULTS[language]}](/{addresses.results(call.id, language)})"
    elif call.call:
        page = f"[{CALL[language]}](<{call.call}>)"
    particulars = {
        # What is over and was never answered here has no state that anybody recorded.
        STATE: STATES[now][language] if call.draft or now in ("announced", "open") else "",
        PERIOD: calendar.show_period(call.opens.day, call.closes.day, language),
        DEADLINE: RULES[call.deadline][language] if call.deadline else missing,
        SENDING: SEPARATOR[language].join(_way(way, language) for way in call.ways or ())
        or missing,
        CALL: page,
        RESULTS: results,
    }
    lines = "\n".join(
        f":   {name[language]}{COLON[language]}{value}"
        for name, value in particulars.items()
        if value
    )
    return f"{inline(call.subject[language])} {{: #{call.anchor} }}\n{lines}"


def _way(way: Way, language: Language) -> str:
    name = WAYS[way.kind][language]
    return inline(way.name[language]) if way.name else name


SECTION = Section(render, ("consultations",))
