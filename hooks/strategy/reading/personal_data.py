"""What in a text tells who somebody is: mail addresses, telephone numbers, postal addresses.

Names cannot be told from other words; an officer has to read for them. What is found is a guess:
rather too much than too little, for a repository keeps what was once written into it.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from strategy.languages.say import Say

PrivateKind = Literal["mail", "phone", "postcode", "address"]
NAMES: dict[PrivateKind, Say] = {
    "mail": Say("メールアドレス", "mail address"),
    "phone": Say("電話番号", "telephone number"),
    "postcode": Say("郵便番号", "postal code"),
    "address": Say("住所", "postal address"),
}
LEFT_OUT = "（個人情報のため省略）"

# Full-width forms and the many dashes as their plain counterparts, a character for a character.
PLAIN = {0xFF01 + offset: 0x21 + offset for offset in range(94)}
PLAIN |= dict.fromkeys(map(ord, "‐‑‒–—―−－ー─ｰ"), ord("-"))
PLAIN |= {0x3000: ord(" ")}

_NAME = (
    r"(?:(?!第)[\u3400-\u9fff々ヶァ-ヴ])"  # of a town: kanji and katakana; 第3 is no house number
)
_NUMBER = r"[0-9〇一二三四五六七八九十百]{1,6}"
_UNIT = r"(?:丁目|番地|番(?!目|組)|号|-(?=[0-9]))"
_HOUSE = rf"{_NUMBER} ?{_UNIT}(?:の?{_NUMBER} ?{_UNIT}?)*"
_PATTERNS: dict[PrivateKind, re.Pattern[str]] = {
    "mail": re.compile(
        r"[\w.!#$%&'*+/=?^`{|}~-]{1,64} ?@ ?[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+", re.ASCII
    ),
    "phone": re.compile(
        r"(?<![\d-])(?:\+81[- ]?\(?0?\)?|\(?0)\d{1,4}[-() ]{0,2}\d{1,4}[-() ]{0,2}\d{3,4}(?!\d)"
    ),
    "postcode": re.compile(r"(?<![\d-])〒? ?\d{3}-\d{4}(?![\d-])"),
    "address": re.compile(
        rf"{_NAME}{{1,8}}[市区町村郡](?:{_NAME}|大字|字){{0,16}}{_HOUSE}|大字{_NAME}{{1,12}}{_NUMBER}"
    ),
}


@dataclass(frozen=True)
class Private:
    """A place in a text that tells who somebody is: from ``start`` up to ``end``."""

    kind: PrivateKind
    start: int
    end: int


def find(text: str, allowed: Collection[str] = ()) -> list[Private]:
    """What a text tells about persons, from left to right; none of it overlaps.

    ``allowed`` are texts that may be cited, such as the city's own addresses.
    """
    folded = text.translate(PLAIN)
    known = [each.translate(PLAIN) for each in allowed]
    found: list[Private] = []
    for private in sorted(_candidates(folded), key=lambda each: (each.start, -each.end)):
        is_known = any(folded[private.start : private.end].strip() in each for each in known)
        if not is_known and (not found or private.start >= found[-1].end):
            found.append(private)
    return found


def _candidates(folded: str) -> Iterator[Private]:
    for kind, pattern in _PATTERNS.items():
        for match in pattern.finditer(folded):
            digits = len(re.sub(r"\D", "", match[0].replace("+81", "0").replace("(0)", "")))
            if kind != "phone" or digits in (10, 11):
                yield Private(kind, *match.span())


def masked(text: str, allowed: Collection[str] = ()) -> tuple[str, list[PrivateKind]]:
    """The text with all that left out, and what that was."""
    found = find(text, allowed)
    for private in reversed(found):
        text = f"{text[: private.start]}{LEFT_OUT}{text[private.end :]}"
    return text, [private.kind for private in found]
