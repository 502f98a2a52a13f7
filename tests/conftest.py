"""Fixtures: copies of projects to spoil, a site built once, a server."""

from __future__ import annotations

import contextlib
import gc
import gzip
import http.server
import io
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from filelock import FileLock

from strategy import cli

pytest_plugins = ["record", "consulted", "browsing"]

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT / "tests" / "fixtures"
SAMPLE = FIXTURES / "sample"
KNOWN = FIXTURES / "publication"
"""The content as it stood when its text was written into tests. Staff change the present one."""
PUBLICATION = Path(os.environ.get("PUBLICATION", KNOWN))
"""The content whose site is examined: the present one in ``make audit``, else what is known."""
AUDIT = "PUBLICATION" in os.environ
SITE_URL = "https://example.org/dx/"


def pytest_collection_finish() -> None:
    """Let the collector of garbage leave alone what was imported and collected, and come seldom: with
    a Java in the process (verapdf.py) that one collects, too, each time."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


def page_names(root: Path) -> list[str]:
    """The pages below ``docs/``: ``about``, ``editions/index``."""
    return sorted(
        path.relative_to(root / "docs").as_posix().removesuffix(".md")
        for path in (root / "docs").rglob("*.md")
        if not path.stem.endswith(".en")
    )


def page_path(name: str) -> str:
    """The address of a page of ``docs/`` below its language: ``editions/`` of editions/index."""
    return f"{name}/".removesuffix("index/")


def page_paths(root: Path) -> list[str]:
    """The addresses of all pages of a publication, in both languages, with its error pages."""
    held = sorted(
        path.parent.name
        for path in (root / "editions").glob("*/record.json")
        if path.with_name("edition.yml").exists()
    )
    return [
        f"{language}{path}"
        for language in ("", "en/")
        for path in [
            *map(page_path, page_names(root)),
            *(f"editions/{ident}/{part}" for ident in held for part in ("", "changes/")),
            *(["editions/compare/"] if len(held) > 1 else []),
        ]
    ] + ["404.html", "en/404.html"]


NAMES = page_names(PUBLICATION)
PATHS = page_paths(PUBLICATION)
IN_TURN = [
    f"en/{path}" if number % 2 else path
    for number, path in enumerate(path for path in PATHS if not path.startswith("en/"))
]
EACH = PATHS if AUDIT else IN_TURN
"""For long sweeps: each page in Japanese or in English, in turn; in ``make audit`` in both."""
EDITION = yaml.safe_load((PUBLICATION / "data/strategy.yml").read_text(encoding="utf-8"))["edition"]
COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".webmanifest", "/")


def run(
    root: Path, *arguments: str, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run ``strategy`` on a project in this process, where all that it needs was imported long ago.

    Nobody answers its questions. See `run_program` for builds.
    """
    said, wrong = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    command = ["--root", str(root), *arguments]
    with (
        pytest.MonkeyPatch.context() as patch,
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(wrong),
    ):
        for name, value in ({"SITE_URL": SITE_URL} | (env or {})).items():
            patch.setenv(name, value)
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
        time.tzset()
        try:
            code = cli.main(command)
        except SystemExit as ended:  # argparse
            code = int(ended.code or 0)
    time.tzset()
    texts = []
    for stream in (said, wrong):
        stream.seek(0)
        texts.append(stream.read())
    return subprocess.CompletedProcess(command, code, *texts)


def run_program(
    root: Path, *arguments: str, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run ``strategy`` as a program of its own, as staff do: builds, and what concerns the process."""
    return subprocess.run(
        [sys.executable, "-m", "strategy", "--root", str(root), *arguments],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"SITE_URL": SITE_URL, "PYTHONPATH": ""} | (env or {}),
    )


def build(root: Path, *arguments: str, pdfs: bool = True, env: dict[str, str] | None = None) -> str:
    """Build a site that must succeed; into ``site/`` of the project, if no other is named.

    Without ``pdfs`` as on a machine that lacks their fonts. Returns what the command said.
    """
    fonts = {} if pdfs else {"STRATEGY_FONT_FOLDERS": str(root / "data")}
    done = run_program(root, "build", *arguments, env=fonts | (env or {}))
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


Replace = Callable[[Path, str, str], None]


def replace_once(path: Path, old: str, new: str) -> None:
    """Replace a text in a file; the text must be there exactly once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the small sample project."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "sample"))


def copy_publication(root: Path, content: Path = KNOWN) -> Path:
    """Put the publication's content there, with the templates: enough to check it."""
    for name in ("data", "docs", "editions"):
        shutil.copytree(content / name, root / name)
    shutil.copytree(ROOT / "overrides", root / "overrides")
    return root


def copy_project(root: Path, content: Path = KNOWN) -> Path:
    """The publication as a project that can be built."""
    copy_publication(root, content)
    ignore = shutil.ignore_patterns("__pycache__", "*.egg-info")
    shutil.copytree(ROOT / "hooks", root / "hooks", ignore=ignore)
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


def copy_draft(root: Path) -> Path:
    """The same without its editions, so that its text may be changed."""
    copy_project(root)
    shutil.rmtree(root / "editions")
    return root


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A copy of the publication's content, to be changed and checked."""
    return copy_publication(tmp_path / "city")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the publication that can be changed and built."""
    return copy_draft(tmp_path / "project")


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def share_cache(root: Path, shared: Path) -> None:
    """Keep what a project's builds make of the same bytes where those of other projects find it."""
    (shared / "cache").mkdir(exist_ok=True)
    shutil.rmtree(root / ".cache", ignore_errors=True)  # of the project that was copied
    (root / ".cache").symlink_to(shared / "cache")


@pytest.fixture(scope="session")
def publication(shared: Path) -> Path:
    """The publication as a project, unchanged."""
    root = shared / "publication"
    with FileLock(shared / "publication.lock"):
        if not root.exists():
            copy_project(root, PUBLICATION)
            share_cache(root, shared)
    return root


@pytest.fixture(scope="session")
def site(shared: Path, publication: Path) -> Path:
    """The publication's site, built once for all workers, below a sub-path."""
    target = shared / "public" / "dx"
    with FileLock(shared / "public.lock"):
        if not target.exists():
            build(publication, "--site", str(target))
    return target


@pytest.fixture(scope="session")
def prose(shared: Path, site: Path) -> Path:
    """A site with a page of everything that staff may write, served beside the real one; and with
    pages whose titles look like HTML, once from the heading and once from the navigation."""
    target = site.parent / "prose"
    with FileLock(shared / "prose.lock"):
        if not target.exists():
            root = copy_draft(shared / "prose-project")
            share_cache(root, shared)
            config = (root / "mkdocs.yml").read_text(encoding="utf-8")
            added = "  - about.md\n  - prose.md\n  - titled.md\n  - 'M & N <o> \"p\"': named.md\n"
            config = config.replace("  - about.md\n", added)
            (root / "mkdocs.yml").write_text(config, encoding="utf-8")
            for name in ("prose", "titled"):
                for suffix in (".md", ".en.md"):
                    shutil.copy(FIXTURES / f"{name}{suffix}", root / "docs")
            for suffix in (".md", ".en.md"):
                shutil.copy(FIXTURES / f"titled{suffix}", root / "docs" / f"named{suffix}")
            build(root, "--site", str(target), pdfs=False)
    return target


GONE = "図については、このウェブ版のもとになった文書データに図の中の文字がないため"
GONE_EN = "The document from which this web edition was made does not contain the text of that"
REVISION = """\
    kind: wording
    decided: 令和8年12月1日
    decided_by: null
    summary:
      ja: 見本の変更です
      en: A sample change
    reason:
      ja: 見本の理由です
      en: A sample reason
"""


def revise(project: Path) -> None:
    """Change a word, insert a goal, swap two values, delete a paragraph."""

    def edit(name: str, change: Callable[[str], str]) -> None:
        path = project / name
        text = path.read_text(encoding="utf-8")
        assert change(text) != text, name
        path.write_text(change(text), encoding="utf-8")

    edit("docs/introduction.md", lambda t: t.replace("のに、仕事は増え", "のに、業務は増え"))
    edit(
        "data/vision.yml",
        lambda t: t.replace(
            "  - id: efficiency\n",
            "      - id: vision.convenience.5\n"
            "        text: {ja: 見本の目標, en: A sample goal}\n\n  - id: efficiency\n",
        ),
    )
    edit(
        "data/values.yml",
        lambda t: re.sub(
            r"(  - id: value\.2.*?)(  - id: value\.3.*?)(?=  - id: value\.4)",
            r"\2\1",
            t,
            flags=re.DOTALL,
        ),
    )
    edit("docs/governance.md", lambda t: re.sub(f"{GONE}.*\n\n", "", t))
    edit("docs/governance.en.md", lambda t: re.sub(f"{GONE_EN}.*\n\n", "", t))


def declare(project: Path, shown: str) -> None:
    """Paste the entry that the check has ``shown``, and fill in what is empty."""
    (entry,) = re.findall(r"^  - id: revision\..*?(?=\n\n)", shown, re.S | re.M)
    filled = re.sub(r"    kind:\n.*?(?=    changes:)", REVISION, entry, flags=re.DOTALL)
    path = project / "data" / "revisions.yml"
    path.write_text(f"{path.read_text(encoding='utf-8').rstrip()}\n{filled}\n", encoding="utf-8")


@pytest.fixture(scope="session")
def revised(shared: Path) -> tuple[Path, str]:
    """A project whose text was revised since r8-05 and declared, built; and what the check said."""
    root = shared / "revised"
    with FileLock(shared / "revised.lock"):
        if not root.exists():
            copy_draft(root)
            share_cache(root, shared)
            assert run(root, "edition", "freeze", "r8-05").returncode == 0
            revise(root)
            check = run(root, "check", "--lang", "ja")
            assert check.returncode == 1
            (root / "check.txt").write_text(check.stdout, encoding="utf-8")
            declare(root, check.stdout)
            build(root)
    return root, (root / "check.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def pages(site: Path) -> list[Path]:
    """All HTML files of the site."""
    found = sorted(site.rglob("*.html"))
    assert len(found) >= 20
    return found


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files, compressed where usual hosts compress them, and logs nothing."""

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""

    def send_head(self) -> Any:
        """Compress what is text, as usual hosts do."""
        path = self.path.partition("?")[0]
        if not path.endswith(COMPRESSED) or "gzip" not in self.headers.get("Accept-Encoding", ""):
            return super().send_head()
        file = Path(self.translate_path(path))
        file = file / "index.html" if file.is_dir() else file
        if not file.exists():
            return super().send_head()
        body = gzip.compress(file.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a file; a browser that has gone to another page may hang up."""
        with contextlib.suppress(ConnectionError):
            super().copyfile(source, outputfile)


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of a folder on this machine."""

    def handler(*arguments: object) -> Quiet:
        return Quiet(*arguments, directory=str(folder))  # type: ignore[arg-type]

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The site at the sub-path ``/dx/``."""
    with serving(site.parent) as root:
        yield f"{root}dx/"


@pytest.fixture
def replace() -> Replace:
    """The function, for tests that change a copy of their own."""
    return replace_once
