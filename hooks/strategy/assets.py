"""The site's own files: styles and scripts, each kind joined into one, and the icon.

Sources are small files by layer and by job; a reader's browser fetches one of each.
"""

from __future__ import annotations

import re
from pathlib import Path

STYLES = ("tokens", "base", "layout", "components", "home", "print")
STRICT = '"use strict";\n'
EARLY = ("choices", "consultation")
"""Scripts that run before the first paint."""
LATER = ("cite", "display", "drop", "filter", "terms", "tools")


def assets(overrides: Path) -> dict[str, bytes]:
    """Path below the site's root → content, from the folder of templates."""
    styles = [_read(overrides / "css" / f"{name}.css") for name in STYLES]
    early = [_script(overrides / "js" / f"{name}.js") for name in EARLY]
    # A block each, so that the scripts do not see each other's names.
    later = [f"{{\n{_script(overrides / 'js' / f'{name}.js')}}}\n" for name in LATER]
    return {
        "assets/site.css": "".join(styles).encode(),
        "assets/early.js": "".join([STRICT, *early]).encode(),
        "assets/site.js": "".join([STRICT, *later]).encode(),
        "assets/favicon.svg": _read(overrides / "favicon.svg").encode(),
    }


def _script(path: Path) -> str:
    """A script without its lines of comment: who wants to read those reads the source."""
    return re.sub(r"^ *//.*\n", "", _read(path), flags=re.MULTILINE)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
