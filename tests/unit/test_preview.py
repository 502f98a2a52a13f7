"""A live preview leaves alone the pages that are made of the same as before, and only those."""

import os
from pathlib import Path

from strategy.site.preview import Preview


def _again(folder: Path, made_of: object) -> bool:
    preview = Preview(folder, "ja")
    stays = preview.stays(folder / "page.html", [made_of])
    preview.keep()
    return stays


def test_only_what_is_made_of_the_same_stays(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert not _again(tmp_path, "one")  # not built yet
    page.write_text("built", encoding="utf-8")
    os.utime(page, (0, 0))
    assert _again(tmp_path, "one")
    assert page.stat().st_mtime > 0  # newer than its file, whenever that was saved
    assert not _again(tmp_path, "other")
    assert not page.exists()  # so that it is built


def test_a_page_that_is_gone_is_built(tmp_path: Path) -> None:
    _again(tmp_path, "one")
    assert not _again(tmp_path, "one")


def test_each_language_has_its_own_list(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("built", encoding="utf-8")
    _again(tmp_path, "one")
    (tmp_path / "page.html").write_text("built", encoding="utf-8")
    assert not Preview(tmp_path, "en").stays(tmp_path / "page.html", ["one"])
