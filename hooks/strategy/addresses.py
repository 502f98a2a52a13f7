"""Where the made pages of the site stand: editions, comparisons, feeds. These never change."""

from __future__ import annotations

from strategy.problems import Language


def below(language: Language) -> str:
    """The part of the site in a language: nothing for Japanese, ``en/`` for English."""
    return "" if language == "ja" else "en/"


def edition(ident: str, language: Language) -> str:
    """The text of an edition."""
    return f"{below(language)}editions/{ident}/index.html"


def record(ident: str) -> str:
    """The record of an edition, in both languages."""
    return f"editions/{ident}/record.json"


RECORD_SCHEMA = "editions/record.schema.json"


def changes(ident: str, language: Language, until: str = "") -> str:
    """What changed since an edition: until the next one (or now), or until ``until``."""
    tail = f"{until}/" if until else ""
    return f"{below(language)}editions/{ident}/changes/{tail}index.html"


def sheet(page: str, form: str) -> str:
    """A comparison as a file, beside its page: ``form`` is ``csv`` or ``xlsx``."""
    return page.replace("index.html", f"changes.{form}")


def feed(language: Language, form: str) -> str:
    """The revisions as a feed: ``form`` is ``xml`` (Atom) or ``json`` (JSON Feed)."""
    return f"{below(language)}feed.{form}"
