"""The fonts of the print edition, found on this machine.

BIZ UDGothic was drawn to be read easily (universal design); its proportional sister BIZ UDPGothic
sets Latin letters and digits only, because its brackets overlap what follows them. Noto Sans CJK JP
has the rare kanji that both lack. Nothing else is used, so that a PDF is the same on every machine.
"""

import os
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import typst

from strategy.languages.say import enumerated
from strategy.pdf.errors import FontsMissingError
from strategy.problems import refusal

FAMILIES = ("BIZ UDGothic", "BIZ UDPGothic", "Noto Sans CJK JP")
WEIGHTS = (400, 700)
FOLDERS = "STRATEGY_FONT_FOLDERS"
"""The environment variable that names the folders to look in instead of the usual ones of the
system; separated as in PATH."""


def fonts() -> typst.Fonts:
    """The fonts. Raises `FontsMissingError`, which says what is missing and where to get it."""
    return _fonts(tuple(_folders()))


def versions() -> Iterable[str]:
    """What tells the files of the fonts from others of their names: their size and time."""
    for folder in _folders():
        for path in sorted(Path(folder).rglob("*")):
            facts = path.stat()
            yield f"{path} {facts.st_size} {facts.st_mtime_ns}"


@cache
def _fonts(folders: tuple[str, ...]) -> typst.Fonts:
    found = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders)
    )
    known = {(font.family, font.weight) for font in found.fonts()}
    missing = [name for name in FAMILIES if any((name, weight) not in known for weight in WEIGHTS)]
    if missing:
        raise FontsMissingError(refusal("no-fonts", names=enumerated(missing), variable=FOLDERS))
    return found


def _folders() -> Iterable[str]:
    """Folders that hold one of the fonts; the rest of a machine's fonts need not be read."""
    named = [Path(name) for name in os.environ.get(FOLDERS, "").split(os.pathsep) if name]
    found = {
        path.parent
        for base in named or _bases()
        for pattern in ("BIZ*UD*", "NotoSansCJK*")  # BIZUDGothic-Bold.ttf, BIZ-UDGothicB.ttc
        for path in base.rglob(pattern)
    }
    return map(str, sorted(found))


def _bases() -> tuple[Path, ...]:
    home = Path.home()
    if sys.platform == "darwin":
        return Path("/Library/Fonts"), home / "Library" / "Fonts"
    if sys.platform == "win32":
        return (
            Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts",
            home / "AppData" / "Local" / "Microsoft" / "Windows" / "Fonts",
        )
    return (
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        home / ".local" / "share" / "fonts",
        home / ".fonts",
    )
