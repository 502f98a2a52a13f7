"""What Markdown's marks look like where they are left in the text, and what is said of each."""

from __future__ import annotations

import re

from strategy.checks.slips.slip import (
    ADDRESS,
    CODE,
    LINK,
    LIST,
    MARK,
    TABLE,
    TABLE_FIX,
    Pattern,
)
from strategy.languages.say import Say
from strategy.problems import Fault
from strategy.reading.fields import EMPHASIS

# What makes a bracket a link's: an address, a place on the page, or a file.
_TO = r"(?:https?[:：]|www\.|[#/]|[^\s()（）]*\.(?:md|html?|png|jpe?g|svg|gif|pdf|csv|json|xlsx?|docx?)\b)"

_LINK_FIX = Say(
    "「[言葉](figures.md)」のように、半角の括弧で、間を空けずに書いてください",
    "write it as [words](figures.md), without a space and with ordinary brackets",
)

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

_SEPARATE = Say("上の文との間に、空の行を1つ入れてください", "put an empty line above it")

IN_TEXT = (
    Pattern(re.compile(r"\*\*|＊＊"), EMPHASIS),
    Pattern(
        re.compile("~~"),
        Fault(
            MARK,
            Say("「~~」は使えません。打ち消し線にはなりません", "“~~” strikes nothing out here"),
            Say("「~~」を消してください", "remove it"),
        ),
    ),
    Pattern(
        re.compile(r"\{\{(?!\s*strategy)"),
        Fault(
            MARK,
            Say("「{{ }}」は使えません。そのまま表示されます", "“{{ }}” means nothing here"),
            Say(
                "データを表示するには、「<!-- strategy: 名前 -->」の目印を使ってください",
                "to show data, use a marker such as <!-- strategy: name -->",
            ),
        ),
    ),
    Pattern(
        re.compile(r"\[\^[^\]\s]+\]"),
        Fault(
            "footnote",
            Say("脚注の内容がありません", "the footnote has no text"),
            Say(
                "「[^1]: 脚注の内容」のように、同じ印で始まる行を、ページの終わりに書いてください",
                "write a line such as “[^1]: the note” at the end of the page",
            ),
        ),
    ),
    Pattern(
        re.compile(
            rf"[\[［][^\[\]［］]*[\]］][ 　]*[（(](?={_TO})|[（(][^()（）]+[)）][ 　]*[\[［](?={_TO})|\](?=\()|\](?=\[)|\[[^\]]*\((?={_TO})"
        ),
        Fault(
            LINK,
            Say(
                "リンクの書き方が違うので、リンクになりません", "this is not how a link is written"
            ),
            _LINK_FIX,
        ),
    ),
    Pattern(
        re.compile(r"^[ \t]*[|｜]|｜[^｜]*｜"),
        Fault(
            TABLE,
            Say("表の書き方が違うので、表になりません", "this is not how a table is written"),
            TABLE_FIX,
        ),
    ),
    Pattern(
        re.compile("`"),
        Fault(
            CODE,
            Say("「`」が閉じられていません", "“`” is not closed"),
            Say("対になる「`」を打つか、消してください", "close it, or remove it"),
        ),
    ),
)
ADDRESS_IN_TEXT = Pattern(
    re.compile(r"https?://[A-Za-z0-9.-]+\.[a-z]{2,}(?:[!#-&*-;=?-~]*[#-&*+\-/-9=@-~])?"),
    Fault(
        ADDRESS,
        Say(
            "アドレスは、そのままではリンクになりません", "an address alone does not become a link"
        ),
        Say("「[ページの題名]({})」と書いてください", "write [title of the page]({})"),
    ),
)
ITEM_IN_TEXT = Pattern(
    re.compile(r"(?:[-*+]|\d{1,2}\.) "),
    Fault(
        LIST,
        Say(
            "箇条書きの前に空の行がないので、一覧になりません",
            "there is no empty line above the list, so that it is none",
        ),
        _SEPARATE,
    ),
)
IN_PLACE: dict[str, tuple[Pattern, ...]] = {
    "text": (ADDRESS_IN_TEXT,),
    "further": (ADDRESS_IN_TEXT, ITEM_IN_TEXT),
    "link": (),
}
BEFORE_TABLE = Fault(
    TABLE,
    Say(
        "表の前に空の行がないので、表になりません",
        "there is no empty line above the table, so that it is none",
    ),
    _SEPARATE,
)
