"""Whether a build would make again what stands there: then nothing is made.

All that a site follows from is looked at, byte for byte, and so is each file of the site: nothing is
taken for granted because of its time.
"""

import json
import os
import re
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from strategy.cache import Cache
from strategy.content import git
from strategy.content.pages import DOCS
from strategy.languages import calendar
from strategy.languages.say import Say
from strategy.model import Strategy, call_states
from strategy.pdf import fonts
from strategy.problems import Location, Problem, Problems

FOLDERS = ("data", DOCS, "editions", "overrides", "hooks")
SETTINGS = "mkdocs.yml"
_VARIABLES = re.compile(r"!ENV\s+\[?\s*([A-Z_]+(?:\s*,\s*[A-Z_]+)*)")


@dataclass(frozen=True)
class Before:
    """What is known of the builds of a project before this one, in ``cache``.

    ``offline`` tells sites that open without a server from others.
    """

    root: Path
    cache: Cache
    offline: bool

    def notes(self, site: Path) -> Problems | None:
        """What was noted when the site was built that stands there; None if it is to be built anew.

        Time alone changes a site at midnight in Japan, and when a call opens or ends.
        """
        known = self.cache.get("site", self._made_of)
        if known is None:
            return None
        before = json.loads(known)
        begun, ends = map(datetime.fromisoformat, before["holds"])
        if not begun <= calendar.now() < ends or before["files"] != _files(site):
            return None
        problems = Problems()
        for code, where, what, fix in before["notes"]:
            problems.add(Problem(code, Location(*where), Say._make(what), Say._make(fix)))
        return problems

    def keep(self, site: Path, strategy: Strategy, problems: Problems) -> None:
        """Remember the site that was built of ``strategy``, and what was noted."""
        calls, moment = strategy.consultations.consultations, strategy.moment
        ends = call_states.next_change(calls, moment)
        notes = [(each.code, astuple(each.location), each.what, each.fix) for each in problems]
        known = {
            "holds": [moment.isoformat(), ends.isoformat()],
            "files": _files(site),
            "notes": notes,
        }
        self.cache.put("site", self._made_of, json.dumps(known).encode())

    @cached_property
    def _made_of(self) -> tuple[str | bytes, ...]:
        """As it is before the build, which is of what it reads afterwards."""
        return tuple(self._parts())

    def _parts(self) -> Iterator[str | bytes]:
        yield str(self.offline)
        for folder in FOLDERS:
            for path in sorted((self.root / folder).rglob("*")):
                if path.is_file() and "__pycache__" not in path.parts:
                    yield path.relative_to(self.root).as_posix()
                    yield sha256(path.read_bytes()).digest()
        path = self.root / SETTINGS
        settings = path.read_text(encoding="utf-8") if path.is_file() else ""
        yield settings
        for names in _VARIABLES.findall(settings):
            for name in re.findall("[A-Z_]+", names):
                yield f"{name}={os.environ.get(name)}"
        yield str(sorted(git.last_edited(self.root, DOCS).items()))
        yield from fonts.versions()


def _files(site: Path) -> dict[str, str]:
    """The files of a site, each with the SHA-256 of its bytes."""
    return {
        path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }
