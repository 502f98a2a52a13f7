"""What of a live preview stays as it is: pages that are made of the same as before are not made again."""

import json
import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path


class Preview:
    """The pages of a preview's ``folder`` in a language, and what they were made of the last time.

    MkDocs leaves a page alone that is newer than its file; this is how it is told.
    """

    def __init__(self, folder: Path, language: str) -> None:
        self._list = folder / f".pages.{language}.json"
        self._before = (
            json.loads(self._list.read_text(encoding="utf-8")) if self._list.exists() else {}
        )
        self._now: dict[str, str] = {}

    def stays(self, path: Path, made_of: Iterable[object]) -> bool:
        """Whether the page that stands at ``path`` is made of the same as before; else it is removed."""
        digest = sha256(json.dumps(list(made_of), default=str).encode()).hexdigest()
        self._now[str(path)] = digest
        if self._before.get(str(path)) == digest and path.exists():
            os.utime(path)
            return True
        path.unlink(missing_ok=True)
        return False

    def keep(self) -> None:
        """Remember what the pages are made of now."""
        self._list.parent.mkdir(parents=True, exist_ok=True)
        self._list.write_text(json.dumps(self._before | self._now), encoding="utf-8")
