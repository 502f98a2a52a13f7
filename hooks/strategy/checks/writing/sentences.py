"""Sentences that can be understood at one reading."""

import re
from collections.abc import Iterator

from strategy.checks.writing.rule import Passage, Rule, guideline
from strategy.languages.say import Language, Say
from strategy.problems import Fault

# The guidelines ask from 50 to 60 characters on whether a sentence reads well; a note at half of
# the sentences helps nobody, so it comes at twice that.
LONGEST: dict[Language, int] = {"ja": 120, "en": 45}
ENDS: dict[Language, str] = {"ja": "。！？", "en": ".!?"}
_NEGATIONS = re.compile(
    r"(?:な[いく]|ません)(?:こと|わけ|もの|の)?(?:は|も|では|でも|とは|とも)"
    r"(?:な(?:い|く|か)|ありません|ございません|限(?:らない|らず|られ|りません)|[言い]え(?:ない|ません)|言い切れ)"
)


def _long(passage: Passage) -> Iterator[Fault]:
    for start, sentence in _sentences(passage):
        text = re.sub(r"[*\[\]]", "", sentence)
        count = len(re.sub(r"\s", "", text)) if passage.language == "ja" else len(text.split())
        if count > LONGEST[passage.language]:
            yield Fault.of(
                "long-sentence",
                start,
                start + len(sentence),
                count=count,
                unit=Say(
                    "字" if passage.language == "ja" else "語",
                    "characters" if passage.language == "ja" else "words",
                ),
                sentence=Say(sentence[:20], sentence[:30]),
            )


def _sentences(passage: Passage) -> Iterator[tuple[int, str]]:
    """Offset and text of each sentence; a line's end ends one too."""
    start = 0
    for offset, character in enumerate(f"{passage.prose}\n"):
        if character in ENDS[passage.language] or character == "\n":
            sentence = passage.prose[start : offset + 1].rstrip("\n")
            if (text := sentence.strip()) and not text.startswith("|"):  # a table's row is none
                yield start + len(sentence) - len(sentence.lstrip()), text
            start = offset + 1


def _double_negation(passage: Passage) -> Iterator[Fault]:
    if passage.language != "ja":
        return
    for match in _NEGATIONS.finditer(passage.prose):
        yield Fault.of("double-negation", *match.span(), found=match[0])


RULES = (
    Rule(
        "long-sentence",
        Say(
            "長い文は、何がどうしたのかが分かりにくくなります", "long sentences hide who does what"
        ),
        guideline(Say("文の書き方（一文を短くする）", "sentences (keep them short)")),
        _long,
    ),
    Rule(
        "double-negation",
        Say(
            "二重否定は、するのかしないのかが分かりにくく、読み誤りのもとになります",
            "a double negation is easily misread",
        ),
        guideline(Say("文の書き方（二重否定）", "sentences (double negation)")),
        _double_negation,
    ),
)
