"""Characters that some machines or readers cannot tell, or that belong to another script."""

import re
import unicodedata
from collections.abc import Iterator

from strategy.checks.writing.rule import NUMERALS, Passage, Rule, criterion, guideline
from strategy.languages.say import NOTHING, Say
from strategy.problems import Fault

# Enclosed and squared characters, Roman numerals, and what else has no place in JIS X 0208.
_MACHINE_DEPENDENT = re.compile("[\u2116\u2121\u2160-\u217f\u2460-\u24ff\u3200-\u33ff]")
_HALF_WIDTH_KANA = re.compile("[\uff61-\uff9f]+")
_FULL_WIDTH = re.compile("[０-９Ａ-Ｚａ-ｚ]+")
_JAPANESE_MARKS = {
    "、": ", ",
    "。": ". ",
    "（": " (",
    "）": ") ",
    "：": ": ",
    "；": "; ",
    "！": "! ",
    "？": "? ",
    "，": ", ",
    "．": ". ",
    "　": " ",
}
# A name, or a term in brackets, may stand in English text; a sentence has more characters.
LONGEST_NAME = 15
_JAPANESE_CHARACTER = re.compile("[\u3005\u3040-\u30ff\u3400-\u9fff]")


def _machine_dependent(passage: Passage) -> Iterator[Fault]:
    for match in _MACHINE_DEPENDENT.finditer(passage.prose):
        plain = unicodedata.normalize("NFKC", match[0])
        yield Fault.of("machine-dependent", *match.span(), found=match[0], plain=plain)


def _half_width_kana(passage: Passage) -> Iterator[Fault]:
    for match in _HALF_WIDTH_KANA.finditer(passage.prose):
        right = unicodedata.normalize("NFKC", match[0])
        yield Fault.of("half-width-kana", *match.span(), right, found=match[0], right=right)


def _full_width(passage: Passage) -> Iterator[Fault]:
    for match in _FULL_WIDTH.finditer(passage.prose):
        right = unicodedata.normalize("NFKC", match[0])
        yield Fault.of("full-width-alphanumeric", *match.span(), right, found=match[0], right=right)


def _japanese_marks(passage: Passage) -> Iterator[Fault]:
    if passage.language != "en":
        return
    for match in re.finditer("|".join(_JAPANESE_MARKS), passage.prose):
        around = passage.prose[max(0, match.start() - 1) : match.end() + 1]
        if _JAPANESE_CHARACTER.search(around):
            continue  # inside Japanese words that the English page quotes
        start, end = match.span()
        right = _JAPANESE_MARKS[match[0]]
        # A space is there already, or the mark stands at an end of the text.
        if passage.prose[end : end + 1] in ("", " ", "\n", ".", ",", ")", "）", "。", "、"):
            right = right.rstrip() or " "
        if passage.prose[start - 1 : start] in ("", " ", "\n"):
            right = right.lstrip() or " "
        yield Fault.of("japanese-punctuation", start, end, right, found=match[0], right=right)


def _japanese_paragraphs(passage: Passage) -> Iterator[Fault]:
    if passage.language != "en":
        return
    # A page may quote a Japanese name on a line of its own; a text of data is all English.
    least, quotation = (
        (
            LONGEST_NAME,
            Say("。引用なら、行頭に「> 」を付けてください", "; begin a quotation with “> ”"),
        )
        if passage.shown
        else (1, NOTHING)
    )
    for match in re.finditer(r"\S(?:[^\n]|\n(?!\s*\n))*", passage.prose):
        japanese = len(_JAPANESE_CHARACTER.findall(match[0]))
        latin = len(re.findall("[A-Za-z]", match[0]))
        if japanese >= least and japanese > latin:
            start = match[0] if len(match[0]) <= 20 else f"{match[0][:20]}…"
            yield Fault.of("japanese-paragraph", *match.span(), text=start, quotation=quotation)


RULES = (
    Rule(
        "machine-dependent",
        Say(
            "丸数字や「㈱」などは、読み上げられなかったり、別の文字に見えたりすることがあります",
            "characters such as ① or ㈱ are read aloud wrongly, or shown as something else",
        ),
        criterion("1.1.1"),
        _machine_dependent,
    ),
    Rule(
        "half-width-kana",
        Say(
            "半角カナは、濁点が別の文字になり、検索や読み上げで誤りのもとになります",
            "its voicing marks are characters of their own, which spoils search and reading aloud",
        ),
        guideline(Say("表記の原則", "principles of notation")),
        _half_width_kana,
    ),
    Rule(
        "full-width-alphanumeric",
        Say(
            "数字と英字の全角と半角が混ざると、検索で見つからず、1字ずつ読み上げられることがあります",
            "mixed widths hide words from search, and are read letter by letter",
        ),
        guideline(NUMERALS),
        _full_width,
    ),
    Rule(
        "japanese-punctuation",
        Say(
            "英語の読み手の機器には、日本語の記号の字形がないことがあります",
            "a reader of English may have no font with Japanese marks",
        ),
        criterion("3.1.2"),
        _japanese_marks,
        of_translation=True,
    ),
    Rule(
        "japanese-paragraph",
        Say(
            "英語のページの読み手は、日本語のままの文章を読めません",
            "who reads the English page cannot read what is still in Japanese",
        ),
        criterion("3.1.2"),
        _japanese_paragraphs,
        of_translation=True,
    ),
)
