"""Markers in prose: ``<!-- strategy: NAME ARGUMENT -->`` finds its section and becomes its content.

A comment leaves the page readable in any Markdown viewer. What looks like a marker and is none
(``<!-- stratgy: vision -->``, a full-width colon) is reported, so that no section goes missing.
"""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator

from strategy.content import allowances
from strategy.content.data import Loaded
from strategy.content.page import INSIDE_COMMENT, Marker, Page
from strategy.content.sections import SECTIONS
from strategy.languages.say import Say
from strategy.model import Strategy
from strategy.problems import Location, Problems, suggestion

KEYWORD = "strategy"
NOT_CLOSED = Say("終わりの「-->」がありません", "there is no --> at its end")
BEGIN, END = "<!--data-->", "<!--/data-->"
"""What stands around a section that was made from data."""
_COMMENT = re.compile(rf"<!--\s*(?P<word>[^\s:：-]+)(?P<rest>{INSIDE_COMMENT})-->", re.DOTALL)
_REST = re.compile(r"\s*:\s*(?P<name>[A-Za-z0-9_-]+)(?:[ \t]+(?P<argument>\S+))?\s*")
# What is left of a marker that is not even a comment, after full-width forms are made ordinary.
_REMNANT = re.compile(
    r"(?:[<{]+!?-*\s*|!-+\s*)?\bstrateg(?:y|ies)\s*:|<!-(?!-)|<!--(?!.*?-->)", re.I
)
# What an input method makes of the signs of a comment.
_SIGNS = str.maketrans("‹〈《›〉》ー—–−‐―", "<<<>>>------")
_MEANT = re.compile(
    r"(?P<word>[^\W\d_]+)\s*:?\s*(?P<name>[a-z]+(?:-[a-z]+)*)(?:\s+(?P<argument>[a-z0-9]+(?:[.-][a-z0-9]+)*))?"
)


def find(page: Page, problems: Problems) -> Iterator[Marker]:
    """The well-formed markers of a page; what only looks like one is reported."""
    for match in _COMMENT.finditer(page.without_code):
        location = page.location(match.start())
        word = unicodedata.normalize("NFKC", match["word"]).lower()
        if word != "戦略" and difflib.SequenceMatcher(None, word, KEYWORD).ratio() < 0.75:
            continue
        rest = _REST.fullmatch(match["rest"])
        if match["word"] != KEYWORD or not rest:
            _report_malformed(match[0], location, problems)
            continue
        if not _stands_alone(page.body, match.start(), match.end()):
            problems.tell("marker-place", location)
        yield Marker(rest["name"], rest["argument"] or "", match.start(), match.end(), location)
    for number, line in enumerate(page.prose.split("\n")):
        if remnant := _REMNANT.search(_ordinary(line)):
            where = Location(page.file, page.body_line + number, remnant.start() + 1)
            _report_malformed(line, where, problems)


def _ordinary(text: str) -> str:
    """A text with ordinary characters in place of full-width ones and of other dashes and brackets."""
    return unicodedata.normalize("NFKC", text).translate(_SIGNS)


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[:start], text[end:]
    return bool(
        re.search(r"(?:\A|\n[ \t]*\n|\A\n)\Z", before)
        and re.match(r"[ \t]*(?:\Z|\n[ \t]*(?:\n|\Z))", after)
    )


def _report_malformed(shown: str, location: Location, problems: Problems) -> None:
    text = re.sub(r"[ \t\n]+", " ", shown).strip()[:60]
    right, why = _right_form(shown), _reason(shown)
    if right:
        problems.tell("marker/meant", location, text=text, why=why, right=right)
    elif why == NOT_CLOSED:  # any comment
        problems.tell("marker/not-closed", location, text=text, why=why)
    else:
        problems.tell("marker", location, text=text, why=why)


def _reason(shown: str) -> Say:
    """What is wrong with a marker: the first thing that is."""
    found = re.search(r"(?P<word>[^\W\d_]+)(?P<colon>\s*:)?", _ordinary(shown))
    reasons = (
        (
            "<!--" not in shown,
            Say("始まりが半角の「<!--」ではありません", "it does not begin with <!--"),
        ),
        ("-->" not in _ordinary(shown), NOT_CLOSED),
        (
            "-->" not in shown,
            Say("終わりが半角の「-->」ではありません", "it does not end with -->"),
        ),
        ("　" in shown, Say("全角スペースが入っています", "it has a full-width space")),
        (found is None or not found["colon"], Say("コロン「:」がありません", "it has no colon")),
        ("：" in shown, Say("コロンが全角です", "its colon is full-width")),
        (
            found is not None and found["word"] == "strategy" and "strategy" not in shown,
            Say("全角の文字があります", "it has full-width letters"),
        ),
        (
            found is not None and found["word"].lower() == "strategy" != found["word"],
            Say("「strategy」は小文字で書きます", "“strategy” is written in small letters"),
        ),
        (
            found is not None and found["word"] != "strategy",
            Say("「strategy」のつづりが違います", "“strategy” is misspelt"),
        ),
    )
    general = Say("名前と、その後の書き方を確かめてください", "check the name and what follows")
    return next((why for holds, why in reasons if holds), general)


def _right_form(shown: str) -> str | None:
    """What was meant, where name and argument can be told."""
    match = _MEANT.search(_ordinary(shown).lower())
    if not match or match["name"] not in SECTIONS:
        return None
    return f"<!-- {KEYWORD}: {' '.join(filter(None, (match['name'], match['argument'])))} -->"


def check(markers: Iterable[Marker], loaded: Loaded, problems: Problems) -> None:
    """Report what cannot be expanded: unknown names and arguments, and a marker that stands twice on one page."""
    seen: set[tuple[str, str]] = set()
    for marker in markers:
        section = SECTIONS.get(marker.name)
        if section is None:
            _report_unknown(marker, marker.name, list(SECTIONS), problems)
            continue
        readable = all(name in loaded.models for name in section.data)
        known = section.arguments(loaded.strategy) if readable else None
        if known is not None and marker.argument not in (known or [""]):
            _report_unknown(
                marker,
                f"{marker.name} {marker.argument}".strip(),
                [f"{marker.name} {k}" for k in known] or [marker.name],
                problems,
            )
        if (key := (marker.name, marker.argument)) in seen:
            problems.tell("duplicate-marker", marker.location)
        seen.add(key)


def _report_unknown(marker: Marker, shown: str, known: list[str], problems: Problems) -> None:
    problems.tell("unknown-marker", marker.location, shown=shown, fix=suggestion(shown, known))


def expand(page: Page, strategy: Strategy) -> str:
    """The page's Markdown with each marker replaced by its section, between `BEGIN` and `END`. The
    markers must be sound. Remarks for those who write are left out.
    """
    parts, position = [], 0
    for marker in page.markers:
        content = SECTIONS[marker.name].render(strategy, page.language, marker.argument).strip()
        before = allowances.without(page.body[position : marker.start])
        parts += [before, f"{BEGIN}\n\n{content}\n\n{END}"]
        position = marker.end
    return "".join([*parts, allowances.without(page.body[position:])])
