"""Quotation marks around a value that YAML does not know, or that lack their partner."""

import re
from typing import NamedTuple

from strategy.languages.say import Say

_WRONG = re.compile('(?=.*[“”＂])["“”＂]([^"“”＂]*)["“”＂]')
"""A value in quotation marks that a word processor makes, or in full-width ones."""
_OPENING = re.compile('[“”＂]([^"“”＂]*)')
_CLOSING = re.compile(r"""(?!["“”＂'])(.*?)\s*(?:["“”＂]|(?<![A-Za-z'])')""")


class Mistaken(NamedTuple):
    """What is wrong with the marks of a value, and the text that was meant to stand in them."""

    what: Say
    text: str


UNCLOSED = Say("引用符が閉じられていません", "the quotation mark is not closed")
_UNOPENED = Say("始めの引用符がありません", "the opening quotation mark is missing")
_NOT_PLAIN = Say('引用符が半角の「"」ではありません', 'the quotation marks are not the plain "')


def mistaken(value: str) -> Mistaken | None:
    """What is wrong with the quotation marks of a value; None where they may be a part of it.

    ``市民は“DX”`` has a pair of them, and ``the citizens'`` an apostrophe.
    """
    if match := _WRONG.fullmatch(value):
        return Mistaken(_NOT_PLAIN, match[1])
    if match := _OPENING.fullmatch(value):
        return Mistaken(UNCLOSED, match[1])
    match = _CLOSING.fullmatch(value)
    if match and not _are_paired(value):
        return Mistaken(_UNOPENED, match[1])
    return None


def _are_paired(value: str) -> bool:
    if value.endswith("'"):
        return value.count("'") % 2 == 0
    return len(re.findall('["“”＂]', value)) % 2 == 0
