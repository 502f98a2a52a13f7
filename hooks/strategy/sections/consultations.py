"""The calls for opinions with their dates, newest first."""

from strategy import calendar
from strategy.model import Consultation, Strategy
from strategy.problems import Language, Say
from strategy.sections.section import COLON, NOT_RECORDED, Section, block, data_links, inline

PERIOD = Say("期間", "Dates")
WAYS = Say("提出の方法", "How to send opinions")
CALL = Say("募集のページ", "Page of the call")


def render(strategy: Strategy, language: Language, _argument: str) -> str:
    """Each call as a term with its particulars; what is not recorded says so."""
    calls = sorted(strategy.consultations.consultations, key=lambda call: call.opens, reverse=True)
    entries = "\n\n".join(_entry(call, language) for call in calls)
    return f"{block('div', 'consultations', entries)}\n\n{data_links('consultations', language)}"


def _entry(call: Consultation, language: Language) -> str:
    link = f"[{CALL[language]}](<{call.call}>)" if call.call else NOT_RECORDED[language]
    particulars = (
        (PERIOD, calendar.show_period(call.opens, call.closes, language)),
        (WAYS, inline(call.ways[language]) if call.ways else NOT_RECORDED[language]),
        (CALL, link),
    )
    lines = "\n".join(
        f":   {name[language]}{COLON[language]}{value}" for name, value in particulars
    )
    return f"{inline(call.subject[language])} {{: #{call.id} }}\n{lines}"


SECTION = Section(render, ("consultations",))
