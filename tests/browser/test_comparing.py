"""Any two editions, compared in the reader's browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Page, Route, expect

from browsing import MODES, OpenPage
from conftest import build, copy_project, serving
from edition_maker import add_earlier
from engines import ENGINES
from strategy.checks import everything
from strategy.editions import comparison_page, revisions
from strategy.languages.say import LANGUAGES, Language
from strategy.model import addresses
from strategy.record.compare import compare

# Neither follows the other, and none is in force.
OLD, NEW = "sample-3", "sample-1"
ASKED = f"editions/compare/?old={OLD}&new={NEW}"
STATUS = ".compare-status"
DONE: dict[Language, str] = {"ja": "新旧対照表ができました。", "en": "The comparison is ready."}


@pytest.fixture(scope="session")
def grown(shared: Path) -> Path:
    """A project with four editions whose texts are held, built without PDFs, below a sub-path."""
    root = shared / "grown"
    with FileLock(shared / "grown.lock"):
        if not root.exists():
            copy_project(root)
            add_earlier(root, 3)
            build(root, "--site", str(root / "public" / "dx"), pdfs=False)
    return root


@pytest.fixture
def place(grown: Path) -> Iterator[str]:
    with serving(grown / "public") as address:
        yield f"{address}dx/"


def _tables(grown: Path, language: Language) -> str:
    """What Python makes of the pair."""
    strategy = everything.checked(grown, gate=False).strategy
    old, new = (strategy.editions.get(ident) for ident in (OLD, NEW))
    assert old and new and old.record and new.record
    comparison = compare(old.record, new.record)
    names = old.facts.name[language], new.facts.name[language]
    why = revisions.reasons(comparison, strategy, language)
    records = old.record, new.record
    return comparison_page.tables(comparison, records, names, why, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_browser_makes_what_python_makes(
    grown: Path, place: str, page: Page, language: Language
) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{place}{addresses.below(language)}{ASKED}")
    expect(page.locator(STATUS)).to_have_text(DONE[language])
    same = """(expected) => {
      const here = document.querySelector(".compared-here");
      const wanted = document.createElement("div");
      wanted.innerHTML = expected;
      const rows = (root) => [...root.querySelectorAll("tr, li")].map((row) => row.outerHTML);
      here.lastElementChild.remove();
      return [rows(here), rows(wanted), here.innerHTML.trim(), wanted.innerHTML];
    }"""
    rows, wanted, here, all_wanted = page.evaluate(same, _tables(grown, language))
    assert len(wanted) > 20
    assert rows == wanted
    assert here == all_wanted
    assert faults == []


def test_a_pair_is_chosen_and_has_an_address(place: str, page: Page) -> None:
    page.goto(f"{place}editions/")
    page.get_by_role("link", name="版を比べる").click()
    assert page.title().startswith("版を比べる – ")
    page.get_by_label("改正前").select_option("見本の版3")
    page.get_by_label("改正後").select_option("見本の版1")
    page.get_by_label("改正後").press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(STATUS)).to_have_text(DONE["ja"])
    assert page.url == f"{place}{ASKED}"
    title = "新旧対照表：見本の版3から見本の版1へ"
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    assert page.title().startswith(f"{title} – ")
    assert page.get_by_label("改正前").input_value() == OLD
    closing = page.locator(".compared-here > p").last
    expect(closing).to_contain_text("「見本の版3」が、その前の版から")
    assert closing.get_by_role("link").first.get_attribute("href") == "../../revisions/"
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("版を比べる")
    assert not page.locator(".compared-here > *").count()


def test_the_table_can_be_narrowed(place: str, page: Page) -> None:
    page.goto(place + ASKED)
    expect(page.locator(STATUS)).to_have_text(DONE["ja"])
    page.get_by_label("種類").select_option("added")
    shown = page.locator(".compared tr[data-kind]:visible")
    assert shown.count() == page.locator("tr[data-kind=added]").count() > 0
    expect(page.locator(".filter [role=status]")).to_have_text(
        f"{shown.count()}か所を表示しています"
    )


@pytest.mark.parametrize(
    ("old", "new", "built"),
    [
        ("sample-3", "sample-2", "editions/sample-3/changes/"),
        ("sample-3", "r8-05", "editions/sample-3/changes/r8-05/"),
    ],
)
def test_what_is_built_is_shown_from_there(
    place: str, page: Page, old: str, new: str, built: str
) -> None:
    page.goto(f"{place}editions/compare/?old={old}&new={new}#text")
    page.wait_for_url(f"{place}{built}#text")
    assert page.locator("table.comparison").count()


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_address_that_a_comparison_had_leads_to_it(
    place: str, page: Page, language: str
) -> None:
    page.goto(f"{place}{language}editions/{OLD}/changes/{NEW}/")
    page.wait_for_url(f"{place}{language}{ASKED}")
    expect(page.locator("table.comparison").first).to_be_visible()


def test_the_older_edition_may_be_the_new_one_and_both_the_same(place: str, page: Page) -> None:
    page.goto(f"{place}editions/compare/?old={NEW}&new={OLD}")
    expect(page.locator("tr[data-kind]").first).to_be_visible()
    page.goto(f"{place}editions/compare/?old={OLD}&new={OLD}")
    told = "変わったところはありません。見本の版3は、「見本の版3」と同じです。"
    expect(page.locator(".compared-here > p").first).to_have_text(told)


def test_what_cannot_be_compared_is_told(place: str, page: Page) -> None:
    page.goto(f"{place}editions/compare/?old=none&new={NEW}")
    expect(page.locator(STATUS)).to_have_text("その版はありません。一覧から選んでください。")

    def fail(route: Route) -> None:
        route.abort()

    page.route("**/record.json", fail)
    page.goto(place + ASKED)
    expect(page.locator(STATUS)).to_contain_text("版の記録を読み込めませんでした。")


def test_a_link_to_a_row_leads_there(place: str, page: Page) -> None:
    page.goto(place + ASKED)
    row = page.locator("tr[data-kind]").last
    mark = row.get_attribute("id")
    page.goto("about:blank")
    page.goto(f"{place}{ASKED}#{mark}")
    expect(row).to_be_in_viewport()


def test_without_a_script_the_built_ones_are_listed(open_page: OpenPage, place: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{place}editions/compare/")
    expect(page.locator(".no-script")).to_be_visible()
    expect(page.locator("form.compare")).to_be_hidden()
    links = page.locator("[data-pair]").all_text_contents()
    assert links == [
        "見本の版1から令和8年5月更新版へ",
        "見本の版2から令和8年5月更新版へ",
        "見本の版2から見本の版1へ",
        "見本の版3から令和8年5月更新版へ",
        "見本の版3から見本の版2へ",
    ]


@pytest.mark.parametrize(("scheme", "width"), MODES)
def test_no_finding(open_page: OpenPage, place: str, scheme: str, width: int) -> None:
    window = {"width": width, "height": 800}
    page = open_page(scheme=scheme, viewport=window, bypass_csp=True)
    page.goto(place + ASKED)
    expect(page.locator(STATUS)).to_have_text(DONE["ja"])
    for engine in ENGINES:
        assert engine.examine(page).findings == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
