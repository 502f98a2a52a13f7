"""The site's own files: styles and scripts, each kind joined into one, and the icon.

Sources are small files by layer and by job; a reader's browser fetches one of each.
"""

from __future__ import annotations

from pathlib import Path

STYLES = ("tokens", "base", "layout", "components", "home", "print")
SCRIPTS = ("consultation", "display", "drop", "terms", "tools")


def assets(overrides: Path) -> dict[str, bytes]:
    """Path below the site's root → content, from the folder of templates."""
    styles = [_read(overrides / "css" / f"{name}.css") for name in STYLES]
    # A block each, so that the scripts do not see each other's names.
    scripts = ['"use strict";\n']
    scripts += [f"{{\n{_read(overrides / 'js' / f'{name}.js')}}}\n" for name in SCRIPTS]
    return {
        "assets/site.css": "".join(styles).encode(),
        "assets/site.js": "".join(scripts).encode(),
        "assets/scheme.js": _read(overrides / "js" / "scheme.js").encode(),
        "assets/favicon.svg": _read(overrides / "favicon.svg").encode(),
    }


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
