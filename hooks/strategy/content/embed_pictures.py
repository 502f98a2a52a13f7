"""Pictures of a chapter, put into its HTML: a record holds all that is needed to show it again.

A file may change or go; a record may not. So the pictures that a chapter names become part of its
text as ``data:`` addresses (RFC 2397), which browsers show under the site's policy, and PDFs too.
"""

import base64
import re
from html import unescape
from pathlib import Path

from strategy.content.page import Page
from strategy.content.pages import DOCS
from strategy.problems import Fault, Location, Problems

TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml"}
MOST = 300_000
"""Bytes of a picture's file: each edition holds it once a language."""
_SOURCE = re.compile(r'(<img\b[^>]*\bsrc=")([^"]*)(")')


def embed(html: str, page: Page, root: Path, problems: Problems) -> str:
    """The HTML of a chapter with its pictures in it. Reports those that cannot be, where they stand."""

    def replaced(match: re.Match[str]) -> str:
        address = unescape(match[2])
        path = (root / DOCS / page.name).parent / address
        fault = _fault(path, address)
        if fault is None:
            data = base64.b64encode(path.read_bytes()).decode()
            return f"{match[1]}data:{TYPES[path.suffix.lower()]};base64,{data}{match[3]}"
        problems.add(fault.at(_place(page, address)))
        return match[0]

    return _SOURCE.sub(replaced, html)


def _fault(path: Path, address: str) -> Fault | None:
    """What is wrong with a picture of a chapter."""
    if path.suffix.lower() not in TYPES:
        return Fault.of("chapter-picture/kind", address=address)
    if ":" in address or address.startswith("/") or not path.is_file():
        return Fault.of("chapter-picture/missing", address=address)
    if path.stat().st_size > MOST:
        return Fault.of("chapter-picture/size", address=address, most=MOST // 1000)
    return None


def _place(page: Page, address: str) -> Location:
    before, found, _after = page.body.partition(f"({address}")
    if not found:
        return Location(page.file, page.line_of(address))
    return page.location(len(before) + 1)
