"""A build makes nothing where it would make again what stands there, and only there."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from strategy.cache import Cache
from strategy.checks import everything
from strategy.languages.calendar import EPOCH
from strategy.problems import Problems
from strategy.site.unchanged import Before

Change = Callable[[Path, pytest.MonkeyPatch], object]
MIDDAY = 1_785_726_000  # 3 August 2026, 12:00 in Japan


def _notes(root: Path) -> Problems | None:
    return _before(root).notes(root / "site")


def _before(root: Path) -> Before:
    return Before(root, Cache(root / ".cache"), offline=False)


@pytest.fixture
def built(sample: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of which something stands in ``site`` that was remembered."""
    monkeypatch.setenv(EPOCH, str(MIDDAY))
    (sample / "site").mkdir()
    (sample / "site" / "index.html").write_text("built", encoding="utf-8")
    (sample / "mkdocs.yml").write_text("site_url: !ENV [SITE_URL, '']\n", encoding="utf-8")
    found = everything.checked(sample, gate=False)
    _before(sample).keep(sample / "site", found.strategy, found.problems)
    return sample


def test_nothing_is_to_be_done_where_nothing_changed(built: Path) -> None:
    found = everything.checked(built, gate=False).problems
    assert list(_notes(built) or ()) == list(found) != []


def _later(hours: float) -> Change:
    return lambda _, patch: patch.setenv(EPOCH, str(MIDDAY + int(hours * 3600)))


def _write(name: str, text: str = "x") -> Change:
    return lambda root, _: (root / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "change",
    [
        _write("docs/index.md"),
        _write("docs/new.png"),
        _write("data/vision.yml"),
        _write("mkdocs.yml"),
        _write("site/index.html", "edited"),
        _write("site/more.html"),
        lambda root, _: (root / "site" / "index.html").unlink(),
        lambda root, _: (root / "docs" / "about.md").unlink(),
        lambda _, patch: patch.setenv("SITE_URL", "https://example.org/"),
        _later(-1),
        _later(12),
        lambda root, _: next((root / ".cache").glob("site-*")).write_bytes(b"damaged"),
    ],
)
def test_any_change_is_seen(built: Path, change: Change, monkeypatch: pytest.MonkeyPatch) -> None:
    change(built, monkeypatch)
    assert _notes(built) is None


def test_a_later_hour_of_the_same_day_changes_nothing(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _later(11.9)(built, monkeypatch)
    assert _notes(built) is not None


def test_a_site_without_a_server_is_another(built: Path) -> None:
    other = Before(built, Cache(built / ".cache"), offline=True)
    assert other.notes(built / "site") is None


def test_the_turn_of_a_call_ends_what_holds(tmp_path: Path) -> None:
    from conftest import KNOWN
    from strategy.content.data import load_data  # the publication's calls are over
    from strategy.model import call_states

    calls = load_data(KNOWN, Problems()).strategy.consultations.consultations
    opens = calls[0].opens.begins
    assert call_states.next_change(calls, opens - timedelta(minutes=1)) == opens
    ends = calls[0].closes.ends
    assert call_states.next_change(calls, ends - timedelta(minutes=1)) == ends
