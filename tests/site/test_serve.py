"""The live preview: what is saved is shown, also before anybody has declared the change."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from conftest import copy_project

PATIENCE = 120  # seconds; only a preview that never shows the change fails
Wait = Callable[[str, str], None]


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """The publication with its editions, so that changes have to be declared."""
    return copy_project(tmp_path / "city")


@pytest.fixture
def wait(city: Path) -> Iterator[Wait]:
    """Wait until a page of the preview has a text."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "strategy", "--root", str(city), "serve", "--address", address]
    log = (city / "serve.txt").open("wb")
    server = subprocess.Popen(command, stdout=log, stderr=log, env=os.environ | {"PYTHONPATH": ""})

    def wait(path: str, text: str) -> None:
        end = time.monotonic() + PATIENCE
        while text not in _page(f"http://{address}{path}"):
            assert server.poll() is None, (city / "serve.txt").read_text(encoding="utf-8")
            assert time.monotonic() < end, (city / "serve.txt").read_text(encoding="utf-8")
            time.sleep(0.1)

    yield wait
    server.terminate()
    server.wait()
    log.close()
    with pytest.raises(OSError):  # nothing is left behind
        urllib.request.urlopen(f"http://{address}/")


def _page(address: str) -> str:
    try:
        with urllib.request.urlopen(address) as answer:
            return str(answer.read().decode("utf-8"))
    except (urllib.error.URLError, ConnectionError):
        return ""


def test_what_is_saved_is_shown(city: Path, wait: Wait, replace: Callable[..., None]) -> None:
    wait("/introduction/", "仕事は増えています")
    replace(city / "docs/introduction.md", "仕事は増えています", "業務は増えています")
    wait("/introduction/", "業務は増えています")
    replace(city / "data/glossary.yml", "短い文を送り合って", "みじかい文を送り合って")
    wait("/about/", "みじかい文を送り合って")
    replace(city / "editions/r5-07/edition.yml", "ja: 令和5年7月", "ja: 見本の名前、令和5年7月")
    wait("/editions/", "見本の名前、")
    said = (city / "serve.txt").read_text(encoding="utf-8")
    assert "改定の記録にない変更が" in said
    assert "dirty" not in said  # MkDocs' warning, which is not true here
