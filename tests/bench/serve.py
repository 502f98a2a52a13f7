"""From saving a file to the page showing it, in the live preview: ``python tests/bench/serve.py``.

Each kind of file is saved five times in a copy of the project; the page is asked for until it shows
the change. What counts is the median.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import content

TIMES, PATIENCE, PAUSE = 5, 600, 0.02

# What is saved, what is replaced in it, and the page that shows it.
CASES = (
    ("docs/introduction.md", "仕事は増えています", "/introduction/"),
    ("docs/introduction.en.md", "more complex", "/en/introduction/"),
    ("data/glossary.yml", "短い文を送り合って", "/about/"),
)


def _page(address: str) -> str:
    try:
        with urllib.request.urlopen(address) as answer:
            return str(answer.read().decode("utf-8"))
    except (urllib.error.URLError, ConnectionError):
        return ""


def _wait(address: str, text: str) -> float:
    """Seconds until a page has a text."""
    start = time.perf_counter()
    while text not in _page(address):
        if time.perf_counter() - start > PATIENCE:
            raise TimeoutError(f"{address} does not show {text}")
        time.sleep(PAUSE)
    return time.perf_counter() - start


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def shown(root: Path) -> Iterator[tuple[str, list[float]]]:
    """Starts the preview of a project; the seconds of each save until the page shows it."""
    address = f"127.0.0.1:{_free_port()}"
    command = [sys.executable, "-m", "strategy", "--root", str(root), "serve", "--address", address]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield "first page", [_wait(f"http://{address}/", "</html>")]
        for file, old, page in CASES:
            path = root / file
            text = path.read_text(encoding="utf-8")
            found = []
            for number in range(TIMES):
                new = f"{old} {number}x"
                path.write_text(text.replace(old, new, 1), encoding="utf-8")
                found.append(_wait(f"http://{address}{page}", new))
            yield file, found
    finally:
        server.terminate()
        server.wait()


def main() -> None:
    """Print the median for each kind of file."""
    with tempfile.TemporaryDirectory() as folder:
        for file, found in shown(content.project(Path(folder) / "project")):
            print(f"{file}\t{median(found):.2f} s\t({min(found):.2f} to {max(found):.2f})")


if __name__ == "__main__":
    main()
