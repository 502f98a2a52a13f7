"""Forms that a reader does not tell apart, made one; ``overrides/js/search/fold.js`` does the same.

``tests/golden/search/fold.json`` holds both to that.
"""

import re
import unicodedata
from functools import lru_cache

_SMALL = str.maketrans("ぁぃぅぇぉっゃゅょゎゕゖぢづ", "あいうえおつやゆよわかけじず")
_DASH = re.compile("(?<=[ぁ-ゖァ-ヺ])[-‐‑‒–—―−ー~〜]+(?=[ぁ-ゖァ-ヺ]|$)|(?<=[ァ-ヺ])一(?=[ァ-ヺ])")


@lru_cache(maxsize=2**15)
def fold(text: str) -> str:
    """The text for comparing: width (NFKC), case, kana, accents and long vowels made one.

    Katakana become hiragana, small kana large, づ and ぢ become ず and じ; long-vowel marks go, and so
    does the 一 that somebody typed for one (ニ一ズ).
    What is neither letter nor digit becomes a space.
    """
    text = unicodedata.normalize("NFKC", text).lower()
    text = _DASH.sub("", text).replace("ー", "")
    text = "".join(_letter(char) for char in text).translate(_SMALL)
    return " ".join(text.split())


def _letter(char: str) -> str:
    code = ord(char)
    if 0x30A1 <= code <= 0x30F6:
        return chr(code - 0x60)
    if 0xC0 <= code <= 0x24F:
        return unicodedata.normalize("NFD", char)[0]
    return char if unicodedata.category(char)[0] in "LN" else " "
