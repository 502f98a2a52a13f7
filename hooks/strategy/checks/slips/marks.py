"""What Markdown's marks look like where they are left in the text, and what is said of each."""

import re

from strategy.checks.slips.slip import Pattern
from strategy.problems import Fault
from strategy.reading.fields import EMPHASIS

# What makes a bracket a link's: an address, a place on the page, or a file.
_TO = r"(?:https?[:：]|www\.|[#/]|[^\s()（）]*\.(?:md|html?|png|jpe?g|svg|gif|pdf|csv|json|xlsx?|docx?)\b)"
# Words and an address, each in brackets of some kind, in one order or the other.
_WORDS, _ADDRESS = r"[^\[\]［］()（）\n]+", r"[^\[\]［］()（）\s]+"
NEARLY_LINK = (
    re.compile(
        rf"[\[［](?P<words>{_WORDS})[\]］][ 　]*[(（][ 　]*(?P<address>{_ADDRESS})[ 　]*[)）]"
    ),
    re.compile(
        rf"[(（](?P<words>{_WORDS})[)）][ 　]*[\[［][ 　]*(?P<address>{_ADDRESS})[ 　]*[\]］]"
    ),
)

IN_TEXT = (
    Pattern(re.compile(r"\*\*|＊＊"), EMPHASIS),
    Pattern(re.compile("~~"), Fault.of("markdown-mark/strike")),
    Pattern(re.compile(r"\{\{(?!\s*strategy)"), Fault.of("markdown-mark/braces")),
    Pattern(re.compile(r"\[\^[^\]\s]+\]"), Fault.of("footnote")),
    Pattern(
        re.compile(
            rf"[\[［][^\[\]［］]*[\]］][ 　]*[（(](?={_TO})|[（(][^()（）]+[)）][ 　]*[\[［](?={_TO})|\](?=\()|\](?=\[)|\[[^\]]*\((?={_TO})"
        ),
        Fault.of("markdown-link"),
    ),
    Pattern(re.compile(r"^[ \t]*[|｜]|｜[^｜]*｜"), Fault.of("markdown-table")),
    Pattern(re.compile("`"), Fault.of("markdown-code/span")),
)
ADDRESS_IN_TEXT = Pattern(
    re.compile(r"https?://[A-Za-z0-9.-]+\.[a-z]{2,}(?:[!#-&*-;=?-~]*[#-&*+\-/-9=@-~])?"),
    Fault.of("bare-address", address=""),
)
ITEM_IN_TEXT = Pattern(re.compile(r"(?:[-*+]|\d{1,2}\.) "), Fault.of("markdown-list/no-gap"))
IN_PLACE: dict[str, tuple[Pattern, ...]] = {
    "text": (ADDRESS_IN_TEXT,),
    "further": (ADDRESS_IN_TEXT, ITEM_IN_TEXT),
    "link": (),
}
