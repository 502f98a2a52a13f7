"""What is kept between builds: used when whole, made anew when not, and never in the way."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import ROOT
from strategy import cache
from strategy.cache import KEEPS_NOTHING, Cache

CONTENT = b"what was made" * 100


def _counted(content: bytes = CONTENT) -> tuple[list[int], Callable[[], bytes]]:
    """How often something was made, and what makes it."""
    made: list[int] = []

    def make() -> bytes:
        made.append(1)
        return content

    return made, make


def _entry(folder: Path) -> Path:
    (path,) = folder.glob("[!.]*")
    return path


def test_what_is_kept_is_not_made_again(tmp_path: Path) -> None:
    made, make = _counted()
    for _ in range(3):
        assert Cache(tmp_path / "new" / "folder").kept("kind", ("text", b"bytes"), make) == CONTENT
    assert len(made) == 1


def test_each_kind_and_each_part_tells_entries_apart(tmp_path: Path) -> None:
    named = [
        ("a", ("b", "c")),
        ("a", ("bc",)),
        ("a", ("b", "d")),
        ("ab", ("c",)),
        ("a", ("c", "b")),
    ]
    made, make = _counted()
    for kind, parts in named * 2:
        Cache(tmp_path).kept(kind, parts, make)
    assert len(made) == len(named)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda entry: entry[:-1],
        lambda entry: entry[:40],
        lambda entry: entry[:8],
        lambda entry: b"",
        lambda entry: entry + b" ",
        lambda entry: entry[:-1] + bytes([entry[-1] ^ 1]),
        lambda entry: bytes([entry[0] ^ 1]) + entry[1:],
    ],
)
def test_a_damaged_entry_is_made_anew_and_mended(
    tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    made, make = _counted()
    Cache(tmp_path).kept("kind", ("text",), make)
    path = _entry(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(spoil(whole))
    assert Cache(tmp_path).kept("kind", ("text",), make) == CONTENT
    assert len(made) == 2
    assert _entry(tmp_path).read_bytes() == whole


def test_an_entry_under_the_name_of_another_is_not_believed(tmp_path: Path) -> None:
    Cache(tmp_path).kept("kind", ("one",), lambda: b"one")
    one = _entry(tmp_path)
    Cache(tmp_path).kept("other", ("one",), lambda: b"other")
    (other,) = set(tmp_path.glob("[!.]*")) - {one}
    one.write_bytes(other.read_bytes())
    assert Cache(tmp_path).kept("kind", ("one",), lambda: b"one") == b"one"


def test_without_a_folder_that_can_be_used_everything_is_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    made, make = _counted()
    for kept in (KEEPS_NOTHING, Cache(tmp_path / "file"), Cache(tmp_path / "file" / "below")):
        for _ in range(2):
            assert kept.kept("kind", ("text",), make) == CONTENT
    assert len(made) == 6
    assert (tmp_path / "file").read_text() == "no folder"


def test_an_entry_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    _made, make = _counted()
    Cache(tmp_path).kept("kind", ("text",), make)
    path = _entry(tmp_path)
    path.unlink()
    path.mkdir()
    (path / "in the way").touch()
    assert Cache(tmp_path).kept("kind", ("text",), make) == CONTENT
    assert [each.name for each in tmp_path.glob("[!.]*")] == [path.name]


def test_whoever_reads_an_entry_while_it_is_replaced_reads_one_or_the_other(tmp_path: Path) -> None:
    _made, make = _counted()
    Cache(tmp_path).kept("kind", ("text",), make)
    path = _entry(tmp_path)
    path.write_bytes(b"damaged")
    with path.open("rb") as reading:
        Cache(tmp_path).kept("kind", ("text",), make)
        assert reading.read() == b"damaged"


def test_what_fails_is_not_kept(tmp_path: Path) -> None:
    def fail() -> bytes:
        raise ValueError("no")

    kept = Cache(tmp_path)
    with pytest.raises(ValueError, match="no"):
        kept.kept("kind", ("text",), fail)
    assert list(tmp_path.glob("[!.]*")) == []


def test_what_another_maker_made_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, make = _counted()
    Cache(tmp_path).kept("kind", ("text",), make)
    monkeypatch.setattr(cache, "_maker", lambda: b"another")
    Cache(tmp_path).kept("kind", ("text",), make)
    assert len(made) == 2


def test_files_packages_and_python_make_another_maker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine, installed = tmp_path / "engine", tmp_path / "installed"
    (engine / "room").mkdir(parents=True)
    (installed / "typst-0.15.2.dist-info").mkdir(parents=True)
    monkeypatch.setattr(cache, "_ENGINE", engine)
    monkeypatch.setattr("sys.path", [str(installed)])
    found = []

    def look() -> None:
        found.append(cache._maker.__wrapped__())

    look()
    for name in ("module.py", "room/module.py", "room/template.typ"):
        (engine / name).write_text("one")
        look()
        (engine / name).write_text("other")
        look()
    (installed / "typst-0.15.2.dist-info").rename(installed / "typst-0.15.3.dist-info")
    look()
    monkeypatch.setattr("sys.version", "4.0")
    look()
    monkeypatch.setattr("zlib.ZLIB_RUNTIME_VERSION", "2.0")
    look()
    assert len(set(found)) == len(found)
    (engine / "__pycache__").mkdir()
    (engine / "__pycache__" / "module.pyc").write_text("compiled")
    look()
    assert found[-1] == found[-2]


def _age(path: Path, seconds: float) -> None:
    facts = path.stat()
    os.utime(path, (facts.st_atime - seconds, facts.st_mtime - seconds))


def test_what_was_not_used_for_long_is_removed(tmp_path: Path) -> None:
    made, make = _counted()
    for name in ("used", "unused"):
        Cache(tmp_path).kept(name, (), make)
    for path in tmp_path.glob("[!.]*"):
        _age(path, cache.UNUSED - 60)
    Cache(tmp_path).kept("used", (), make)  # which notes the use
    for path in tmp_path.glob("[!.]*"):
        _age(path, 120)
    Cache(tmp_path).kept("used", (), make)
    assert [path.name.partition("-")[0] for path in tmp_path.glob("[!.]*")] == ["used"]
    assert len(made) == 2


def test_of_too_much_the_oldest_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _made, make = _counted()
    for age, name in enumerate(("new", "older", "oldest")):
        Cache(tmp_path).kept(name, (), make)
        (path,) = tmp_path.glob(f"{name}-*")
        _age(path, age * 60)
    monkeypatch.setattr(cache, "MOST", 2 * path.stat().st_size)
    Cache(tmp_path).kept("new", (), make)
    assert sorted(each.name.partition("-")[0] for each in tmp_path.glob("[!.]*")) == [
        "new",
        "older",
    ]


def test_git_does_not_see_it_and_make_clean_removes_it() -> None:
    (above, *_below) = cache.FOLDER.parts
    assert f"{above}/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    (clean,) = re.findall(r"^clean:.*\n\trm -rf (.*)", (ROOT / "Makefile").read_text("utf-8"), re.M)
    assert above in clean.split()


def test_builds_at_the_same_time_do_not_harm_each_other(tmp_path: Path) -> None:
    found: list[bytes] = []
    start = threading.Barrier(4)

    def build() -> None:
        kept = Cache(tmp_path)
        start.wait()
        for number in range(50):
            content = b"%d" % number * 10_000
            found.append(kept.kept("kind", (str(number),), lambda content=content: content))
            assert found[-1] == content

    builds = [threading.Thread(target=build) for _ in range(4)]
    for each in builds:
        each.start()
    for each in builds:
        each.join()
    assert len(found) == 200
    made, make = _counted()
    for number in range(50):
        Cache(tmp_path).kept("kind", (str(number),), make)
    assert made == []
    assert len(list(tmp_path.glob("[!.]*"))) == 50  # and nothing half written
