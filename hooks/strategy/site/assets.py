"""The site's own files: styles and scripts, each kind joined into one, and the icon.

Sources are small files by layer and by job; a reader's browser fetches one of each.
"""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from strategy.site import scripts

STYLES = ("tokens", "base", "layout", "components", "home", "search", "print")
STRICT = '"use strict";\n'
EARLY = ("choices", "consultation", "load", "searching")
"""Scripts that run before the first paint, and what the later ones share."""
LATER = ("citing", "display", "drop", "finder", "switch", "terms", "tools")
# Fetched when somebody begins to search, so these are one file of their own, which runs in the page
# (`PAGE`) and in a worker (``worker.js``): the engine is in both.
ENGINE = ("fold", "kana", "dates", "index", "query", "near", "rank", "marks", "answer")
PAGE = ("ask", "suggest", "results")
# What `strategy.record.compare` does, and the HTML of it; then the page that asks for it.
COMPARING = ("similar", "chapters", "moves", "pairs", "align", "wording", "comparison", "table")
COMPARING_PAGE = "compare.js"


def assets(overrides: Path) -> dict[str, bytes]:
    """Path below the site's root → content, from the folder of templates."""
    styles = [_style(overrides / "css" / f"{name}.css") for name in STYLES]
    early = [_script(overrides / "js" / f"{name}.js") for name in EARLY]
    # A block each, so that the scripts do not see each other's names.
    later = [
        scripts.shortened(f"{{\n{_script(overrides / 'js' / f'{name}.js')}}}\n") for name in LATER
    ]
    return {
        "assets/site.css": "".join(styles).encode(),
        "assets/early.js": "".join([STRICT, *early]).encode(),
        "assets/site.js": "".join([STRICT, *later]).encode(),
        "assets/cite.js": f"{STRICT}{{\n{_script(overrides / 'js' / 'cite.js')}}}\n".encode(),
        "assets/filter.js": f"{STRICT}{_script(overrides / 'js' / 'filter.js')}".encode(),
        "assets/search.js": search_script(overrides).encode(),
        "assets/favicon.svg": _read(overrides / "favicon.svg").encode(),
    }


def of_few_pages(overrides: Path, names: Iterable[str]) -> dict[str, bytes]:
    """Styles and scripts, by file name, that only some pages need; each is a file of its own."""
    return {f"assets/{name}": _of_few(overrides, name).encode() for name in sorted(set(names))}


def _of_few(overrides: Path, name: str) -> str:
    if name.endswith(".css"):
        return _style(overrides / "css" / name)
    if name == COMPARING_PAGE:
        page = _joined(overrides, "compare", ["page"])
        return scripts.shortened(f"{STRICT}{{\n{comparing_engine(overrides)}{page}}}\n")
    return f"{STRICT}{_script(overrides / 'js' / name)}"


def comparing_engine(overrides: Path) -> str:
    """What of the comparison of two editions needs no browser."""
    return _joined(overrides, "compare", COMPARING)


def search_script(overrides: Path) -> str:
    """The search as one short script; its names are seen by nobody else."""
    page, worker = (_joined(overrides, "search", names) for names in (PAGE, ["worker"]))
    return scripts.shortened(
        f"{STRICT}{{\n{search_engine(overrides)}"
        f"if (self.document) {{\n{page}}} else {{\n{worker}}}\n}}\n"
    )


def search_engine(overrides: Path) -> str:
    """What of the search needs no browser."""
    return _joined(overrides, "search", ENGINE)


def _joined(overrides: Path, folder: str, names: Sequence[str]) -> str:
    return "".join(_script(overrides / "js" / folder / f"{name}.js") for name in names)


def _style(path: Path) -> str:
    """A style sheet without comments, indents and empty lines."""
    text = re.sub(r"/\*.*?\*/", "", _read(path), flags=re.DOTALL)
    return re.sub(r"\s*\n\s*", "\n", text).lstrip()


def _script(path: Path) -> str:
    """A script without comments, indents and empty lines: who wants to read those reads the source."""
    return re.sub(r"^\s*(//.*\n\s*)*", "", _read(path), flags=re.MULTILINE)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
