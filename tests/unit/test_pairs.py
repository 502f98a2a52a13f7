"""Which editions are compared when the site is built: a number that grows as theirs does."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from record_maker import record
from strategy.editions import pairs
from strategy.languages.say import Say
from strategy.model import Edition, Editions, addresses
from strategy.site import redirects


def _strategy(*editions: tuple[str, str], base: str = "") -> Any:
    """A strategy with these editions, newest first, as (id, status); a call about each draft."""
    held = tuple(
        Edition(
            SimpleNamespace(id=ident, status=status, name=Say(ident, ident)),  # type: ignore[arg-type]
            record([], ident),
        )
        for ident, status in editions
    )
    calls = {ident: SimpleNamespace(base=base) for ident, kind in editions if "consult" in kind}
    return SimpleNamespace(
        editions=Editions(held),
        consultations=SimpleNamespace(of_draft=calls.get),
        redirects=SimpleNamespace(all=()),
    )


def _names(found: tuple[pairs.Pair, ...]) -> list[tuple[str, str]]:
    return [(pair.old.id, pair.new.id if pair.new else "now") for pair in found]


def test_each_edition_with_the_next_and_with_the_one_in_force() -> None:
    strategy = _strategy(("d", "in_force"), *((name, "superseded") for name in "cba"))
    assert _names(pairs.built(strategy)) == [
        ("d", "now"),
        ("c", "d"),
        ("b", "d"),
        ("b", "c"),
        ("a", "d"),
        ("a", "b"),
    ]
    assert _names(pairs.left(strategy)) == [("a", "c")]


def test_a_draft_with_the_edition_it_was_made_of_and_with_what_became_of_it() -> None:
    editions = [
        ("c", "in_force"),
        ("draft", "in_consultation"),
        ("b", "superseded"),
        ("a", "superseded"),
    ]
    strategy = _strategy(*editions, base="b")
    assert ("b", "draft") in _names(pairs.built(strategy))
    assert ("draft", "c") in _names(pairs.built(strategy))
    assert _names(pairs.left(strategy)) == [("a", "draft")]
    asked = _strategy(*editions[1:], base="b")
    assert ("draft", "now") not in _names(pairs.built(asked))


@pytest.mark.parametrize("count", [5, 20, 40])
def test_their_number_grows_as_that_of_the_editions(count: int) -> None:
    numbers = [(f"e{number:02}", "superseded") for number in range(count - 1)]
    strategy = _strategy(("last", "in_force"), *numbers)
    assert len(pairs.built(strategy)) == 2 * count - 2
    addresses_of_all = {pair.address("ja") for pair in pairs.built(strategy)}
    assert len(addresses_of_all) == 2 * count - 2


def test_the_address_of_one_that_is_not_built_leads_to_the_page_that_makes_it() -> None:
    strategy = _strategy(("d", "in_force"), *((name, "superseded") for name in "cba"))
    path = addresses.changes("a", "en", "c")
    for directory_urls, file in ((True, ""), (False, "index.html")):
        pages = redirects.pages(strategy, "en", directory_urls=directory_urls)
        assert list(pages) == [path]
        assert f'"0; url=../../../../editions/compare/{file}?old=a&amp;new=c"' in pages[path]
