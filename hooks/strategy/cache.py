"""What follows from bytes that did not change, kept between builds in a folder that is safe to delete.

An entry is named by all that it follows from: its kind, the bytes it is made of, and what makes it.
That is every file of this engine, Python, and all packages installed, so that nobody needs to raise a
number after a change. An entry is believed only if it is whole, by its SHA-256; otherwise it is made
anew. Where nothing can be written, everything is made, as without the cache.
"""

import contextlib
import functools
import os
import sys
import sysconfig
import threading
import time
import zlib
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path

FOLDER = Path(".cache", "strategy")
"""Below the project's root. Other tools keep folders of their own in ``.cache``."""
UNUSED = 30 * 24 * 3600
"""Seconds after which an entry that no build has used is removed."""
MOST = 256_000_000
"""Bytes of all entries; of more, those that were not used for longest are removed."""
_ENGINE = Path(__file__).parent
_SOURCES = ("*.py", "*.typ", "*.json")


class Cache:
    """The entries in ``folder``; None keeps nothing.

    Builds that go on at the same time may share a folder.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def kept(self, kind: str, made_of: Iterable[str | bytes], make: Callable[[], bytes]) -> bytes:
        """What ``make`` makes of ``made_of``, which must be all that decides its result.

        ``kind`` (``card``) tells makers apart and begins the entry's name.
        """
        if self._opened is None:
            return make()
        parts = tuple(made_of)
        content = self.get(kind, parts)
        if content is None:
            content = make()
            self.put(kind, parts, content)
        return content

    def get(self, kind: str, made_of: Iterable[str | bytes]) -> bytes | None:
        """What was kept of ``made_of``; None if it is not there or not whole."""
        if self._opened is None:
            return None
        key = _key(kind, made_of)
        return _read(self._opened / f"{kind}-{key.hex()}", key)

    def put(self, kind: str, made_of: Iterable[str | bytes], content: bytes) -> None:
        """Keep what was made of ``made_of``."""
        if self._opened is not None:
            key = _key(kind, made_of)
            _write(self._opened / f"{kind}-{key.hex()}", _digest((key, content)) + content)

    @functools.cached_property
    def _opened(self) -> Path | None:
        """The folder, there and tidied, at the first need; None if it cannot be used."""
        if self._folder is None:
            return None
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / ".gitignore").write_text("*\n", encoding="utf-8")
            _prune(self._folder)
        except OSError:
            return None
        return self._folder


KEEPS_NOTHING = Cache(None)
"""For whoever makes a single thing."""


def of_project(root: Path) -> Cache:
    """The cache of the project at ``root``."""
    return Cache(root / FOLDER)


def _key(kind: str, made_of: Iterable[str | bytes]) -> bytes:
    return _digest((_maker(), kind, *made_of))


def _read(path: Path, key: bytes) -> bytes | None:
    """The content of an entry, noted as used; None if it is not there or not whole."""
    try:
        entry = path.read_bytes()
    except OSError:
        return None
    size = len(key)
    digest, content = entry[:size], entry[size:]
    if digest != _digest((key, content)):
        return None
    with contextlib.suppress(OSError):
        os.utime(path)
    return content


def _write(path: Path, entry: bytes) -> None:
    """Write the whole entry or nothing: another build may read or write it at this moment."""
    aside = path.with_name(f"{path.name}.{os.getpid()}-{threading.get_ident()}")
    try:
        aside.write_bytes(entry)
        aside.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            aside.unlink(missing_ok=True)


def _prune(folder: Path) -> None:
    """Remove what was not used for long, and what a build that was killed has left."""
    used = []
    for path in folder.glob("[!.]*"):
        with contextlib.suppress(OSError):  # another build may tidy, too
            facts = path.stat()
            used.append((facts.st_mtime, facts.st_size, path))
    total = 0
    for moment, size, path in sorted(used, reverse=True):
        total += size
        if total > MOST or time.time() - moment > UNUSED:
            with contextlib.suppress(OSError):
                path.unlink()


def _digest(parts: Iterable[str | bytes]) -> bytes:
    """One SHA-256 of all parts, each with its length, so that none runs into the next."""
    made = sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        made.update(len(data).to_bytes(8, "big"))
        made.update(data)
    return made.digest()


@functools.cache
def _maker() -> bytes:
    """What makes things here: Python, its platform and zlib, the packages, the files of the engine."""
    packages = {path.name for folder in sys.path for path in Path(folder).glob("*.dist-info")}
    sources = sorted(str(path) for kind in _SOURCES for path in _ENGINE.rglob(kind))
    files = (part for name in sources for part in (name, Path(name).read_bytes()))
    python = (sys.version, sysconfig.get_platform(), zlib.ZLIB_RUNTIME_VERSION)
    return _digest((*python, *sorted(packages), *files))
