"""What can be told of a link from its address alone."""

from __future__ import annotations

import re
import unicodedata

from strategy.languages.say import Say
from strategy.problems import to_write

SCHEMES = ("http", "https", "mailto", "tel", "data")
_ON_A_DISK = re.compile(r"^(?:[A-Za-z]:|file:|\\\\)", re.I)
_PREVIEW = re.compile(r"https?://(?:localhost|127\.0\.0\.1|0\.0\.0\.0)\b", re.I)
_FULL_WIDTH = re.compile("[：／．＃＿　]")

Said = tuple[Say, Say]
"""What is wrong, and what would be right."""


def fault(address: str) -> Said | None:
    """What can be told from the address alone."""
    if not address:
        return (
            Say("リンク先が書かれていません", "the link has no target"),
            Say(
                "「[題名](figures.md)」のように、括弧の中に書いてください",
                "write it between the brackets, as in [Title](figures.md)",
            ),
        )
    if _ON_A_DISK.match(address):
        return (
            Say(
                f"「{address}」は、あなたのパソコンの中の場所です",
                f"“{address}” is a place on your own computer",
            ),
            Say(
                "「docs」のフォルダーにファイルを置き、その名前を書いてください",
                "put the file into the folder docs, and write its name",
            ),
        )
    if address.lower().startswith("javascript:"):
        return (
            Say(
                "プログラムへのリンクは、サイトの安全のための設定で止められ、働きません",
                "a link to a program does nothing here: the site’s security policy stops it",
            ),
            Say("行き先のアドレスを書いてください", "write the address where it is to lead"),
        )
    if _PREVIEW.match(address):
        return (
            Say(
                f"「{address}」は、見本のアドレスです。公開したサイトでは開けません",
                f"“{address}” is an address of the preview, which readers cannot open",
            ),
            Say(
                "「figures.md」のように、ページのファイルの名前を書いてください",
                "write the page’s file, such as figures.md",
            ),
        )
    if right := _meant(address):
        return (
            Say(f"リンク先「{address}」の書き方が違います", f"“{address}” is not a valid target"),
            to_write(right, bare=True),
        )
    return None


def _meant(address: str) -> str | None:
    """The address that was meant, where this one can be none."""
    if _FULL_WIDTH.search(address):
        return unicodedata.normalize("NFKC", address).replace(" ", "%20")
    if address.startswith("www."):
        return f"https://{address}"
    if re.fullmatch(r"[^/@:\s]+@[^/@\s]+\.[a-z]+", address):
        return f"mailto:{address}"
    if re.match(r"https?://[^/]*[\[\]]", address):
        return re.sub(r"[\[\]]", "", address)
    scheme, colon, rest = address.partition(":")
    if colon and re.fullmatch(r"[A-Za-z]+", scheme):
        is_web = scheme in ("http", "https")
        if scheme not in SCHEMES or (is_web and not re.match(r"//[^/]", rest)):
            return f"{scheme if is_web else 'https'}://{rest.lstrip('/')}"
    return None


def exchanged(address: str, words: str) -> Said | None:
    """Whether the words of a link are its address, and the address its words."""
    if not re.fullmatch(r"https?://[!-~]+", words) or re.search("[./#:]", address):
        return None
    right = f"[{address}]({words})"
    return (
        Say("リンクの言葉とアドレスが逆です", "words and address of the link changed places"),
        to_write(right, bare=True),
    )
