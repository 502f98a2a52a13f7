"""A build gives the same bytes whether or not something is kept of the last one."""

from __future__ import annotations

import shutil
from pathlib import Path

from conftest import build
from strategy.cache import FOLDER


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".gitignore"
    }


def test_builds_with_and_without_the_cache_are_the_same(
    revised: tuple[Path, str], tmp_path: Path
) -> None:
    root = tmp_path / "project"
    shutil.copytree(revised[0], root)
    shutil.rmtree(root / FOLDER, ignore_errors=True)
    done = {}
    for name in ("cold", "warm", "damaged"):
        if name == "damaged":
            for number, path in enumerate(sorted((root / FOLDER).glob("[!.]*"))):
                whole = path.read_bytes()
                path.write_bytes(whole[:-1] if number % 2 else bytes([whole[0] ^ 1]) + whole[1:])
        build(root, "--site", str(tmp_path / name))
        kept = _files(root / FOLDER)
        # What is known of the last site has the moment at which it was built.
        of_site = {each for each in kept if each.startswith("site-")}
        assert of_site
        done[name] = _files(tmp_path / name), {n: kept[n] for n in kept.keys() - of_site}
    assert done["cold"] == done["warm"] == done["damaged"]
    kinds = {name.partition("-")[0] for name in done["cold"][1]}
    assert kinds == {"article", "card", "icon", "pdf", "sheet", "slips", "words", "writing"}
