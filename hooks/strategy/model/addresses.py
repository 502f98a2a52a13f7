"""Where the first page and the made pages and files of the site stand.

Editions, comparisons, feeds, consultations: these addresses never change.
"""

from strategy.languages.say import Language
from strategy.model.ids import COMPARING

HOME = "index"
"""The name of the first page."""


def below(language: Language) -> str:
    """The part of the site in a language: nothing for Japanese, ``en/`` for English."""
    return "" if language == "ja" else "en/"


def edition(ident: str, language: Language) -> str:
    """The text of an edition."""
    return f"{below(language)}editions/{ident}/index.html"


def record(ident: str) -> str:
    """The record of an edition, in both languages."""
    return f"editions/{ident}/record.json"


def cuts(ident: str) -> str:
    """What a browser needs beside a record to compare it."""
    return f"editions/{ident}/cuts.json"


RECORD_SCHEMA = "editions/record.schema.json"


def changes(ident: str, language: Language, until: str = "") -> str:
    """What changed since an edition: until the next one (or now), or until ``until``."""
    tail = f"{until}/" if until else ""
    return f"{below(language)}editions/{ident}/changes/{tail}index.html"


def comparing(language: Language) -> str:
    """The page that compares any two editions, asked for as ``?old=ID&new=ID``."""
    return f"{below(language)}editions/{COMPARING}/index.html"


def sheet(page: str, form: str) -> str:
    """A comparison as a file, beside its page: ``form`` is ``csv``, ``xlsx`` or ``pdf``."""
    return page.replace("index.html", f"changes.{form}")


def feed(language: Language, form: str) -> str:
    """The revisions as a feed: ``form`` is ``xml`` (Atom) or ``json`` (JSON Feed)."""
    return f"{below(language)}feed.{form}"


def consultation(ident: str, language: Language) -> str:
    """The call for opinions."""
    return f"{below(language)}consultations/{ident}/index.html"


def results(ident: str, language: Language) -> str:
    """The opinions on a consultation and the city's answers."""
    return f"{below(language)}consultations/{ident}/results/index.html"


def form(ident: str, language: Language, form: str = "") -> str:
    """The sheet to write opinions on: a page, or a file where ``form`` is ``pdf`` or ``docx``."""
    name = f"form.{form}" if form else "form/index.html"
    return f"{below(language)}consultations/{ident}/{name}"


def calendar(ident: str, language: Language) -> str:
    """The deadline of a consultation for calendar programs."""
    return f"{below(language)}consultations/{ident}/calendar.ics"


def redline(ident: str, language: Language) -> str:
    """The text of a draft with its changes marked, paragraph by paragraph."""
    return f"{below(language)}editions/{ident}/redline/index.html"
