"""The search as readers meet it: typing, IME, keys, phone, no script, a broken index, bad input."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, Route, expect

from browsing import OpenPage

FIELD = "サイト内を検索"


@pytest.fixture
def page(open_page: OpenPage, address: str) -> Page:
    page = open_page()
    page.goto(f"{address}purpose/")
    return page


def results(page: Page, address: str, query: str, language: str = "") -> list[str]:
    """The links of the results page, below the language, when the search has ended."""
    page.goto(f"{address}{language}search/?{_encoded(query)}")
    page.wait_for_selector("#search-results[data-state=done]", state="attached")
    links = page.locator("#search-results > li").evaluate_all(
        "items => items.map((item) => item.querySelector('a').href)"
    )
    return [link.removeprefix(f"{address}{language}") for link in links]


def _encoded(query: str) -> str:
    return urlencode({"q": query}, errors="surrogatepass")


def _faults(page: Page) -> list[str]:
    """The errors of the page's scripts from now on."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


def test_nothing_is_fetched_before_the_first_focus(fresh: Page, address: str) -> None:
    asked: list[str] = []
    fresh.on("request", lambda request: asked.append(request.url))
    for path in ("search/", "purpose/"):
        fresh.goto(f"{address}{path}", wait_until="networkidle")
        assert not [url for url in asked if "/assets/search" in url]
    fresh.get_by_role("combobox", name=FIELD).focus()
    fresh.keyboard.type("人口")
    expect(fresh.get_by_role("option").first).to_be_visible()
    # The script is asked for by the page and by its worker, and comes once.
    assert {url.removeprefix(address) for url in asked if "/assets/search" in url} == {
        "assets/search.js",
        "assets/search.ja.js",
    }
    assert all(url.startswith(address) for url in asked)
    assert not [url for url in asked if "%E4%BA%BA" in url]


def test_results_begin_before_the_page_is_drawn(page: Page, address: str) -> None:
    page.route("**/assets/site.css", lambda _: None)  # never comes
    with page.expect_request("**/assets/search.ja.js"):
        page.goto(f"{address}search/?{_encoded('人口')}", wait_until="commit")


def test_arrows_enter_and_escape(page: Page, address: str) -> None:
    field = page.get_by_role("combobox", name=FIELD)
    field.press_sequentially("推進体制")
    first = page.get_by_role("option").first
    expect(first).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".finder [role=status]")).to_contain_text("件")
    field.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", first.get_attribute("id") or "")
    field.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") is None
    field.press("Tab")
    field.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.locator(".finder [role=status]")).to_be_empty()
    expect(field).to_be_focused()
    field.press("ArrowDown")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}governance/#structure")


def test_tab_reaches_the_hits_and_escape_returns(page: Page) -> None:
    field = page.get_by_role("combobox", name=FIELD)
    field.focus()
    field.fill("DX")
    expect(page.get_by_role("option").first).to_be_visible()
    field.press("Tab")  # the button
    page.keyboard.press("Tab")
    expect(page.get_by_role("option").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option").nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).to_be_focused()
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_enter_leads_to_the_results(page: Page, address: str) -> None:
    field = page.get_by_role("combobox", name=FIELD)
    field.fill("職員数")
    field.press("Enter")
    page.wait_for_selector("#search-results[data-state=done]")
    assert page.url.startswith(f"{address}search/?q=")
    expect(page.get_by_role("combobox", name=FIELD)).to_have_value("職員数")
    first = page.locator("#search-results > li").first
    expect(first.locator("a").first).to_have_attribute("href", f"{address}introduction/#population")
    expect(first.get_by_role("heading", level=2).get_by_role("link")).to_have_count(1)
    expect(first.locator("mark").first).to_be_visible()
    expect(first.locator(".where")).to_contain_text("1. はじめに")
    expect(first.locator(".paragraph")).to_contain_text("段落1-")
    expect(page.locator("#search-status")).to_contain_text("職員数")


def test_a_query_is_not_sent(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for query in ("職員数", "推進体制"):
        field = page.get_by_role("combobox", name=FIELD)
        field.fill(query)
        expect(page.get_by_role("option").first).to_be_visible()
        field.press("Enter")
        expect(page.locator("#search-status")).to_contain_text(query)
        assert page.url == f"{address}search/?{_encoded(query)}"
    sent = [url.partition("#")[0] for url in asked]
    assert f"{address}search/" in sent
    assert not [url for url in sent if "?" in url]


def test_nothing_happens_while_an_ime_composes(page: Page) -> None:
    field = page.get_by_role("combobox", name=FIELD)
    field.focus()
    session = page.context.new_cdp_session(page)
    session.send(
        "Input.imeSetComposition", {"text": "じんこう", "selectionStart": 4, "selectionEnd": 4}
    )
    page.wait_for_load_state("networkidle")
    before = page.url
    field.dispatch_event("keydown", {"key": "Enter", "keyCode": 229, "isComposing": True})
    expect(page.get_by_role("listbox")).to_be_hidden()
    assert page.url == before
    session.send("Input.insertText", {"text": "人口"})
    expect(page.get_by_role("option").first).to_be_visible()


@pytest.mark.parametrize("query", ["ごみの出し方", "ごみ 収集日", "図書館", "zzzzqq", "🎉🎉"])
def test_nothing_found_says_so_and_offers_pages(page: Page, address: str, query: str) -> None:
    assert results(page, address, query) == []
    expect(page.locator("#search-status")).to_contain_text("見つかりませんでした")
    expect(page.get_by_role("link", name="DXとは何か").last).to_be_visible()
    expect(page.locator("article").get_by_role("link", name="問い合わせ先")).to_be_visible()


@pytest.mark.parametrize(
    "query",
    [
        "人口" * 500,
        "<img src=x onerror=document.title=1>",
        "(.*+?[]{}\\^$|",
        "\x00\x07\x1b人口",
        "👩‍👩‍👧‍👦か\u3099",
        "a" * 10000,
        "{}{q}{n}$&$1",
        "' \" ; -- __proto__ constructor",
    ],
)
def test_hostile_queries(page: Page, address: str, query: str) -> None:
    faults = _faults(page)
    results(page, address, query)
    assert page.locator("main img").count() == 0
    assert faults == []


def test_ten_thousand_characters_in_the_field(page: Page) -> None:
    field = page.get_by_role("combobox", name=FIELD)
    field.focus()
    page.evaluate(
        "() => { const field = document.querySelector('.finder input');"
        " field.value = '人口とDXの推移ー'.repeat(1250); field.dispatchEvent(new Event('input')); }"
    )
    expect(page.locator(".finder [role=status]")).not_to_be_empty()


def test_lone_surrogates(page: Page) -> None:
    page.get_by_role("combobox", name=FIELD).focus()
    faults = _faults(page)
    page.evaluate(
        "() => { const field = document.querySelector('.finder input');"
        " field.value = '\\ud83d人口\\udc00'; field.dispatchEvent(new Event('input')); }"
    )
    expect(page.get_by_role("option").first).to_be_visible()
    assert faults == []


@pytest.mark.parametrize(
    "answer",
    [{"status": 404}, {"body": "{"}, {"body": "self.searchIndex={format: 9}"}, {"body": ""}],
)
def test_a_broken_index_is_told(page: Page, address: str, answer: dict[str, object]) -> None:
    page.route("**/assets/search.ja.js", lambda route: route.fulfill(**answer))  # type: ignore[arg-type]
    assert results(page, address, "人口") == []
    expect(page.locator("#search-status")).to_contain_text("準備ができませんでした")
    expect(page.get_by_role("heading", name="戦略の目次")).to_be_visible()


def test_without_workers_the_page_searches(fresh: Page, address: str) -> None:
    fresh.add_init_script("window.Worker = class { constructor() { throw new Error('no'); } };")
    assert results(fresh, address, "推進体制")[0] == "governance/#structure"
    fresh.get_by_role("combobox", name=FIELD).fill("人口")
    expect(fresh.get_by_role("option").first).to_be_visible()


def test_a_missing_script_is_told(page: Page, address: str) -> None:
    page.route("**/assets/search.js", lambda route: route.abort())
    assert results(page, address, "人口") == []
    expect(page.locator("#search-status")).to_contain_text("準備ができませんでした")
    expect(page.get_by_role("heading", name="戦略の目次")).to_be_visible()


@pytest.mark.parametrize(
    ("file", "answer"),
    [
        ("search.js", {"status": 404}),
        ("search.ja.js", {"status": 404}),
        ("search.ja.js", {"body": "{"}),
        ("search.ja.js", {"body": "self.searchIndex={format: 9}"}),
    ],
)
def test_suggestions_say_what_is_missing_and_the_next_key_tries_again(
    page: Page, file: str, answer: dict[str, object]
) -> None:
    page.route(f"**/assets/{file}", lambda route: route.fulfill(**answer))  # type: ignore[arg-type]
    field = page.get_by_role("combobox", name=FIELD)
    status = page.locator(".finder [role=status]")
    for key in "人口":
        field.press_sequentially(key)
        expect(status).to_have_text("検索の準備ができませんでした")
        expect(page.get_by_role("listbox")).to_be_hidden()
    page.unroute_all()
    field.press_sequentially("の")
    expect(page.get_by_role("option").first).to_be_visible()
    expect(status).to_contain_text("件")


def test_hits_go_when_the_search_fails(page: Page) -> None:
    field = page.get_by_role("combobox", name=FIELD)
    field.press_sequentially("人口")
    expect(page.get_by_role("option").first).to_be_visible()
    page.evaluate("Worker.prototype.postMessage = () => { throw new Error('no'); }; 0")
    page.route("**/assets/search.ja.js", lambda route: route.abort())
    field.press_sequentially("の")
    expect(page.locator(".finder [role=status]")).to_have_text("検索の準備ができませんでした")
    expect(page.get_by_role("listbox")).to_be_hidden()


# The first worker's script is not there. The page tells what became of its workers.
FIRST_FAILS = """
  let begun = 0;
  window.Worker = class extends Worker {
    constructor(url, options) {
      super(begun ? url : url.replace("search", "gone"), options);
      const told = document.documentElement.dataset;
      told.begun = begun += 1;
      this.addEventListener("error", () => { told.failed = true; });
    }
  };
"""


def test_a_worker_that_failed_is_not_kept(fresh: Page, address: str) -> None:
    fresh.add_init_script(FIRST_FAILS)
    fresh.goto(f"{address}purpose/")
    field = fresh.get_by_role("combobox", name=FIELD)
    field.focus()
    expect(fresh.locator("html[data-failed]")).to_be_attached()
    field.press_sequentially("人口")
    expect(fresh.get_by_role("option").first).to_be_visible()
    expect(fresh.locator("html")).to_have_attribute("data-begun", "2")


def _held_at(page: Page, url: str) -> Route:
    """Open a page whose first worker failed, and whose script is on its way until the test goes on."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.add_init_script(FIRST_FAILS)
    page.route("**/assets/search.js", hold, times=1)
    page.goto(url, wait_until="domcontentloaded")
    expect(page.locator("html[data-failed]")).to_be_attached()
    return held[0]


def test_a_worker_that_failed_before_the_search_came_is_not_waited_for(
    fresh: Page, address: str
) -> None:
    _held_at(fresh, f"{address}search/?{_encoded('推進体制')}").continue_()
    expect(fresh.locator("#search-results > li").first).to_be_visible()


def test_a_script_that_came_late_keeps_what_was_typed(fresh: Page, address: str) -> None:
    held = _held_at(fresh, f"{address}search/?{_encoded('推進体制')}")
    field = fresh.get_by_role("combobox", name=FIELD)
    field.press_sequentially("人")
    held.continue_()
    expect(fresh.locator("#search-results > li").first).to_be_visible()
    expect(field).to_have_value("人")


# Nothing reaches a worker before release() is called. The page tells how much was sent to it.
HELD_WORKER = """
  const held = [];
  window.release = () => held.splice(0).forEach((send) => send());
  window.Worker = class extends Worker {
    postMessage(data) {
      held.push(() => super.postMessage(data));
      document.documentElement.dataset.sent = held.length;
    }
  };
"""


def test_the_page_is_answered_though_more_was_typed_meanwhile(fresh: Page, address: str) -> None:
    """Both queries are: the one of the address, and the one in the field."""
    fresh.add_init_script(HELD_WORKER)
    fresh.goto(f"{address}search/?{_encoded('推進体制')}", wait_until="domcontentloaded")
    field = fresh.get_by_role("combobox", name=FIELD)
    expect(field).to_have_value("推進体制")
    field.fill("人口")
    expect(fresh.locator("html[data-sent='3']")).to_be_attached()  # the first asks nothing
    assert fresh.locator("#search-results > li").count() == 0
    fresh.evaluate("release()")
    expect(fresh.locator("#search-results > li").first).to_contain_text("推進体制")
    expect(fresh.get_by_role("option").first).to_be_visible()


@pytest.mark.parametrize(
    ("language", "words"), [("", "JavaScriptが使えない"), ("en/", "JavaScript")]
)
def test_without_script(open_page: OpenPage, address: str, language: str, words: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{address}{language}purpose/")
    page.get_by_role("combobox").fill("DX")
    page.locator(".finder button").click()
    page.wait_for_url("**/search/?q=DX")
    expect(page.locator(".no-script")).to_contain_text(words)
    assert page.locator(".search-lists a").count() >= 12


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone(open_page: OpenPage, address: str, width: int) -> None:
    page = open_page(viewport={"width": width, "height": 640}, has_touch=True)
    for language in ("", "en/"):
        found = results(page, address, "DX", language)
        assert found
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width
        field = page.get_by_role("combobox")
        for target in (
            field,
            page.locator(".finder button"),
            page.locator("#search-results a").first,
        ):
            box = target.bounding_box()
            assert box
            assert box["height"] >= 44
        field.fill("AI")
        option = page.get_by_role("option").first
        expect(option).to_be_visible()
        box = option.bounding_box()
        assert box
        assert box["height"] >= 44
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width


def test_results_stay_in_their_language(page: Page, address: str) -> None:
    assert results(page, address, "population", "en/")[0] == "introduction/#population"
    for query in ("population", "ミッション"):
        assert not [link for link in results(page, address, query) if link.startswith("en/")]
        assert all("://" not in link for link in results(page, address, query, "en/"))


def test_nothing_moves_when_results_arrive(fresh: Page, address: str) -> None:
    fresh.set_viewport_size({"width": 390, "height": 844})
    fresh.add_init_script(
        "window.moved = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries())"
        " window.moved += entry.value; }).observe({type: 'layout-shift', buffered: true});"
    )
    results(fresh, address, "人口")
    assert fresh.evaluate("window.moved") < 0.01
    results(fresh, address, "ごみの出し方")
    assert fresh.evaluate("window.moved") < 0.01


def test_what_is_typed_while_the_search_loads_is_kept(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    field = page.get_by_role("combobox", name=FIELD)
    field.fill("DX")
    page.wait_for_load_state("networkidle")
    expect(field).to_have_value("DX")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=DX")
