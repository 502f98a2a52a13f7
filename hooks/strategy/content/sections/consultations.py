"""The calls for opinions with their dates, newest first."""

from strategy.content.sections.section import Section, block, data_links, inline
from strategy.languages import calendar
from strategy.languages.labels import COLON, DATES, NOT_RECORDED, SEPARATOR, STATE
from strategy.languages.say import Language, Say
from strategy.model import Consultation, Strategy, Way, addresses
from strategy.model.call_states import STATES, State, state
from strategy.model.consultations import RULES, WAYS

DEADLINE = Say("締め切りの扱い", "Deadline")
SENDING = Say("提出の方法", "How to send opinions")
CALL = Say("募集のページ", "Page of the call")
DRAFT = Say("案の文章", "Text of the draft")
COUNT = Say("意見を提出した人数", "People who sent opinions")
RESULTS = Say("意見と市の考え方", "Opinions and answers")
ASKED = Say("今、意見を募集しています。", "The city asks for opinions now.")
NOT_ASKED = Say(
    "今、募集している意見はありません。", "The city does not ask for opinions at present."
)


def render(strategy: Strategy, language: Language, _argument: str) -> str:
    """The calls that were not made on this site: each a term with what is recorded of it."""
    entries = "\n\n".join(
        _entry(call, language) for call in _newest_first(strategy) if call.draft is None
    )
    return f"{block('div', 'consultations', entries)}\n\n{data_links('consultations', language)}"


def render_own(strategy: Strategy, language: Language, _argument: str) -> str:
    """Whether anybody is asked now; then the calls that have pages of their own here."""
    calls = strategy.consultations.consultations
    asked = any(state(call, strategy.moment) == "open" for call in calls)
    said = (ASKED if asked else NOT_ASKED)[language]
    entries = "\n\n".join(
        _own_entry(call, state(call, strategy.moment), language)
        for call in _newest_first(strategy)
        if call.draft
    )
    return f"{said}\n\n{block('div', 'consultations', entries)}" if entries else said


def _newest_first(strategy: Strategy) -> list[Consultation]:
    calls = strategy.consultations.consultations
    return sorted(calls, key=lambda call: call.opens.begins, reverse=True)


def _entry(call: Consultation, language: Language) -> str:
    missing = NOT_RECORDED[language]
    rule = RULES[call.deadline][language] if call.deadline else missing
    ways = SEPARATOR[language].join(_way(way, language) for way in call.ways or ())
    page = f"[{CALL[language]}](<{call.call}>)" if call.call else missing
    particulars = {
        DATES: _period(call, language),
        DEADLINE: rule,
        SENDING: ways or missing,
        CALL: page,
        DRAFT: missing,
        COUNT: str(call.people) if call.people is not None else missing,
        RESULTS: missing,
    }
    return _terms(call, particulars, language)


def _own_entry(call: Consultation, now: State, language: Language) -> str:
    page = addresses.consultation(call.id, language)
    particulars = {
        STATE: STATES[now][language],
        DATES: _period(call, language),
        CALL: f"[{CALL[language]}](/{page})",
    }
    if now == "answered":
        results = addresses.results(call.id, language)
        particulars[RESULTS] = f"[{RESULTS[language]}](/{results})"
    return _terms(call, particulars, language)


def _period(call: Consultation, language: Language) -> str:
    return calendar.show_period(call.opens.day, call.closes.day, language)


def _terms(call: Consultation, particulars: dict[Say, str], language: Language) -> str:
    lines = "\n".join(
        f":   {name[language]}{COLON[language]}{value}" for name, value in particulars.items()
    )
    return f"{inline(call.subject[language])} {{: #{call.anchor} }}\n{lines}"


def _way(way: Way, language: Language) -> str:
    return inline(way.name[language]) if way.name else WAYS[way.kind][language]


OWN = Section(render_own, ("consultations",))
SECTION = Section(render, ("consultations",))
