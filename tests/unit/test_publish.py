"""Where a site may be built, and what becomes of the last one when something fails."""

import os
import time
from pathlib import Path

import pytest

from strategy.problems import InvalidStrategy
from strategy.site import publish


def _site(folder: Path) -> Path:
    folder.mkdir(parents=True)
    for name in ("index.html", "404.html"):
        (folder / name).write_text("old", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "target", [".", "..", "docs", "docs/site", "data", "editions/preview", "other", "file.txt"]
)
def test_only_a_site_or_a_new_folder_is_replaced(sample: Path, target: str) -> None:
    (sample / "other").mkdir()
    (sample / "other" / "letter.txt").write_text("keep", encoding="utf-8")
    (sample / "file.txt").write_text("keep", encoding="utf-8")
    before = sorted(sample.rglob("*"))
    with pytest.raises(publish.BuildError, match="cannot build into"):
        publish.build(sample, (sample / target).resolve(), "en")
    assert sorted(sample.rglob("*")) == before


@pytest.mark.parametrize("target", ["new", "new/deeper", "empty", "site"])
def test_new_and_empty_folders_and_sites_are_accepted(sample: Path, target: str) -> None:
    (sample / "empty").mkdir()
    _site(sample / "site")
    publish._refuse_other_folders(sample, sample / target, "en")


def test_the_last_site_comes_back_when_the_swap_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, aside = _site(tmp_path / "site"), tmp_path / ".site-x"
    fresh = _site(aside / "new")
    rename = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if self == fresh:
            raise OSError("no room")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(OSError, match="no room"):
        publish._swap(fresh, site, aside / "old")
    assert (site / "index.html").read_text(encoding="utf-8") == "old"


def test_the_last_site_comes_back_after_a_build_was_killed_while_replacing_it(sample: Path) -> None:
    """Even where the next build does not come to an end, and before it begins to clear away."""
    for name, text in (("a", "older"), ("b", "old")):
        kept = _site(sample / f".site-building-{name}" / "old")
        (kept / "index.html").write_text(text, encoding="utf-8")
        os.utime(kept.parent, (ord(name), ord(name)))
    (sample / "data" / "vision.yml").write_text("groups：", encoding="utf-8")
    with pytest.raises(InvalidStrategy):
        publish.build(sample, sample / "site", "en")
    assert (sample / "site" / "index.html").read_text(encoding="utf-8") == "old"


def test_the_pages_are_of_the_moment_at_which_the_build_began(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment: dict[str, str] = {}

    def later(_program: str, _arguments: list[str]) -> int:
        environment.update(os.environ)
        return 1

    monkeypatch.setattr(publish, "_print", lambda *_: None)
    monkeypatch.setattr(publish, "_run", later)
    before = time.time()
    with pytest.raises(publish.BuildError):
        publish.build(sample, sample / "site", "en")
    assert int(before) <= int(environment["SOURCE_DATE_EPOCH"]) <= time.time()


def test_what_a_killed_build_left_is_removed(tmp_path: Path) -> None:
    names = (".site-building-old", ".site-building-new", ".site-letters")
    stale, recent, other = (tmp_path / name for name in names)
    for folder in (stale, recent, other):
        folder.mkdir()
    for folder in (stale, other):
        os.utime(folder, (0, 0))
    publish._remove_stale(tmp_path / "site")
    assert [folder.exists() for folder in (stale, recent, other)] == [False, True, True]


def test_what_breaks_in_a_template_is_told_and_the_last_site_stays(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_program: str, _arguments: list[str]) -> None:
        raise ValueError("unknown tag")

    site = _site(sample / "site")
    monkeypatch.setattr(publish, "_print", lambda *_: None)
    monkeypatch.setattr(publish, "_run", broken)
    with pytest.raises(publish.BuildError, match="ValueError: unknown tag"):
        publish.build(sample, site, "en")
    assert (site / "index.html").read_text(encoding="utf-8") == "old"
    assert [path.name for path in sample.glob(".site-*")] == []
