"""Runs a command of ``strategy`` and prints, as JSON, what it did more than once.

``python counting.py ROOT COMMAND …``: files of the project that were opened for reading, texts that
were rendered, pages that were expanded, data that were validated, and checks of the whole.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(sys.argv[1]).resolve()
READ = tuple(f"{ROOT / name}{os.sep}" for name in ("data", "docs", "editions", "overrides"))
done: Counter[str] = Counter()


looking: list[bool] = []
"""Not empty while all files are looked at, to see whether there is anything to do."""


def _audit(event: str, arguments: tuple[Any, ...]) -> None:
    """Every way to open a file is seen here, MkDocs' and Jinja's too."""
    if (
        event == "open"
        and not looking
        and isinstance(arguments[0], str)
        and arguments[0].startswith(READ)
    ):
        mode, flags = arguments[1], arguments[2]
        if (mode is None and not flags & (os.O_WRONLY | os.O_RDWR)) or (mode and "r" in mode):
            done[f"read {Path(arguments[0]).relative_to(ROOT).as_posix()}"] += 1


def _count(owner: Any, name: str, told: Any) -> None:
    """Count the calls of a function; ``told`` makes of its arguments what is to be done once."""
    original = getattr(owner, name)

    def counted(*arguments: Any, **named: Any) -> Any:
        if (what := told(*arguments)) is not None:
            done[f"{name} {what}"] += 1
        return original(*arguments, **named)

    setattr(owner, name, counted)


def main() -> None:
    """Run the command and print what was done more than once."""
    import markdown

    from strategy import cli
    from strategy.checks import everything
    from strategy.content import articles, data_files, pages
    from strategy.site import unchanged

    parts = unchanged.Before._parts

    def look(before: unchanged.Before) -> list[str | bytes]:
        looking.append(True)
        found = list(parts(before))
        looking.clear()
        return found

    unchanged.Before._parts = look  # type: ignore[method-assign,assignment]
    sys.addaudithook(_audit)
    _count(markdown.Markdown, "convert", lambda _self, text: text or None)
    _count(articles, "expand", lambda page, *_: page.file)
    for module in (data_files, pages):
        _count(module, "validate", lambda model, node, *_: f"{model.__name__} {node.location}")
    _count(everything, "checked", lambda *_: "the whole")
    code = cli.main(["--root", str(ROOT), *sys.argv[2:]])
    json.dump({what: times for what, times in done.items() if times > 1}, sys.stdout)
    print(f"\n{len(done)}", file=sys.stderr)
    sys.exit(code)


if __name__ == "__main__":
    main()
