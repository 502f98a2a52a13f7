"""What can be told of a link from its address alone."""

import re
import unicodedata

from strategy.languages.say import Say
from strategy.problems import message

SCHEMES = ("http", "https", "mailto", "tel", "data")
_ON_A_DISK = re.compile(r"^(?:[A-Za-z]:|file:|\\\\)", re.I)
_PREVIEW = re.compile(r"https?://(?:localhost|127\.0\.0\.1|0\.0\.0\.0)\b", re.I)
_FULL_WIDTH = re.compile("[：／．＃＿　]")

Said = tuple[Say, Say]
"""What is wrong, and what would be right."""


def fault(address: str) -> Said | None:
    """What can be told from the address alone."""
    if not address:
        return message("dead-link/empty")
    if _ON_A_DISK.match(address):
        return message("dead-link/disk", address=address)
    if address.lower().startswith("javascript:"):
        return message("dead-link/program")
    if _PREVIEW.match(address):
        return message("dead-link/preview", address=address)
    if right := _meant(address):
        return message("dead-link/form", address=address, right=right)
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
    return message("dead-link/exchanged", right=f"[{address}]({words})")
