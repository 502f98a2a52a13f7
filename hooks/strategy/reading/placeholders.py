"""Words that the guide or the check writes for somebody to replace, and that nobody replaced.

Every placeholder of the examples in ``CONTRIBUTING.md`` stands here (a test compares the two).
"""

from collections.abc import Iterator

from strategy.languages.say import Say
from strategy.problems import Location, Problems
from strategy.reading.source import Mapping, Node, Scalar, Sequence

_JAPANESE = Say("日本語の文を書いてください", "write it in Japanese")
_ENGLISH = Say("英語の文を書いてください", "write it in English")
_TITLE = Say("行き先のページの題名を書いてください", "write the title of the page it leads to")

PLACEHOLDERS: dict[str, Say] = {
    "（加える目標の文）": Say("加える目標を書いてください", "write the goal"),
    "(the goal in English)": Say("加える目標を英語で書いてください", "write the goal in English"),
    "/00000.html": Say(
        "できごとを公表したページのアドレスを書いてください",
        "write the address of the page that tells of the event",
    ),
    "（会議の名前）": Say("決定した会議などの名前を書いてください", "write who decided it"),
    "（担当課の名前）": Say(
        "担当課の名前を書いてください。決まっていなければ「owner: null」と書いてください",
        "write the name of the section in charge, or “owner: null”",
    ),
    "(its name in English)": Say("名前を英語で書いてください", "write the name in English"),
    "（日本語の文）": _JAPANESE,
    "（英語の文）": _ENGLISH,
    "(the Japanese text)": _JAPANESE,
    "(the English text)": _ENGLISH,
    "![何の画像か]": Say(
        "「何の画像か」の代わりに、画像の内容を書いてください", "say what the picture shows"
    ),
    "| 列1 | 列2 |": Say("表の見出しを書いてください", "write the heads of the table"),
    "[ページの題名]": _TITLE,
    "[title of the page]": _TITLE,
}
"""What stands there until somebody replaces it, and what to write instead."""


def check_text(text: str, file: str, problems: Problems) -> None:
    """Report each placeholder in the text of a file."""
    for number, line in enumerate(text.split("\n"), 1):
        for placeholder, column in _found(line):
            _report(placeholder, Location(file, number, column + 1), problems)


def check_data(node: Node, problems: Problems) -> None:
    """Report each placeholder in the values of a data file."""
    match node:
        case Scalar():
            for placeholder, _ in _found(node.text):
                _report(placeholder, node.location, problems)
        case Sequence():
            for item in node.items:
                check_data(item, problems)
        case Mapping():
            for child in node.entries.values():
                check_data(child, problems)


def _found(text: str) -> Iterator[tuple[str, int]]:
    """Each placeholder that stands in a text, and where."""
    return ((each, text.index(each)) for each in PLACEHOLDERS if each in text)


def _report(placeholder: str, where: Location, problems: Problems) -> None:
    problems.tell("placeholder", where, placeholder=placeholder, fix=PLACEHOLDERS[placeholder])
