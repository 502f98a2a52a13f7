"""The pages of a consultation in a browser: time, keyboard, the reader's own notes, accessibility."""

from __future__ import annotations

import re
from itertools import cycle, product
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import Page, expect

from browsing import MODES, OpenPage
from conftest import AUDIT
from consulted import CALL, IN_ANSWER, IN_DRAFT, IN_OPINION, STAGES
from engines import ENGINES

CALL_PAGE = f"consultations/{CALL}/"
DRAFT = "editions/sample-draft/"
FORM = f"consultations/{CALL}/form/"
RESULTS = f"consultations/{CALL}/results/"
MOMENT = "2027-02-01T12:00:00+09:00"


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Los_Angeles", "Pacific/Kiritimati"])
@pytest.mark.parametrize(
    ("built", "moment", "state", "left"),
    [
        ("announced", "2027-01-11T23:59:59+09:00", "募集の予告", ""),
        ("announced", "2027-01-12T00:00:00+09:00", "意見を募集中", "あと31日 最新の内容は、ページを読み込み直すと表示されます。"),
        ("open", "2027-01-12T00:00:00+09:00", "意見を募集中", "あと31日"),
        ("open", "2027-02-11T23:59:59+09:00", "意見を募集中", "あと1日"),
        ("open", "2027-02-12T00:00:00+09:00", "意見を募集中", "今日まで"),
        ("open", "2027-02-12T23:59:59+09:00", "意見を募集中", "今日まで"),
        ("open", "2027-02-13T00:00:00+09:00", "募集は終わりました（意見を検討中）", ""),
        ("closed", "2027-03-14T23:59:59+09:00", "募集は終わりました（意見を検討中）", ""),
        ("closed", "2027-03-15T00:00:00+09:00", "結果を公表しました", "最新の内容は、ページを読み込み直すと表示されます。"),
        ("answered", "2027-03-15T00:00:00+09:00", "結果を公表しました", ""),
    ],
)  # fmt: skip
def test_the_browser_knows_what_the_call_is_now(
    open_page: OpenPage, stages: str, zone: str, built: str, moment: str, state: str, left: str
) -> None:
    page = open_page(moment=moment, timezone_id=zone)
    page.goto(f"{stages}{built}/dx/{CALL_PAGE}")
    expect(page.locator(".call-state strong")).to_have_text(state)
    assert page.locator(".call-state .left").inner_text().strip() == left
    if built == "open":
        is_over = state.startswith("募集は")
        for way in page.locator(".while-open").all():
            expect(way).to_be_visible(visible=not is_over)
        expect(page.locator(".over")).to_be_visible(visible=is_over)
        expect(page.locator(".consultation")).to_be_visible(visible=not is_over)


def test_without_a_script_the_deadline_is_plain_and_everything_can_be_sent(
    open_page: OpenPage, stages: str
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{stages}open/dx/{CALL_PAGE}")
    expect(page.locator(".facts")).to_contain_text("令和9年2月12日（2027年2月12日、金曜日）")
    expect(page.locator(".call-state .left")).to_be_empty()
    expect(page.get_by_role("link", name="メール", exact=True)).to_have_attribute(
        "href", re.compile("^mailto:sample@example.org")
    )
    page.goto(f"{stages}open/dx/{DRAFT}")
    expect(page.get_by_role("link", name="段落1-2への意見を書く")).to_have_attribute(
        "href", "https://www.example.org/form?edition=sample-draft&paragraph=1-2"
    )
    expect(page.locator(".my-notes")).to_be_hidden()
    expect(page.locator("a.number").first).to_be_visible()
    page.goto(f"{stages}open/dx/{FORM}")
    expect(page.locator(".notes")).to_be_hidden()
    expect(page.locator("table.opinions tbody tr")).to_have_count(6)


@pytest.mark.parametrize("width", [1400, 1000, 320])
def test_numbers_of_the_draft_are_always_visible(page: Page, stages: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{stages}open/dx/{DRAFT}")
    boxes = page.locator(".draft a.number").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect()).map((box) => [box.left, box.right])"
    )
    assert len(boxes) > 50
    for left, right in boxes:
        assert right - left > 10 and left >= 0 and right <= width


def test_a_citation_of_the_draft_says_that_it_is_one(page: Page, stages: str) -> None:
    page.goto(f"{stages}open/dx/{DRAFT}")
    page.locator("#p1-2").click()
    expect(page.locator("dialog.cite p")).to_contain_text(
        "概要版（案）、令和9年1月更新）、段落1-2、"
    )
    expect(page.locator("dialog.note")).to_be_hidden()


def _note(page: Page, paragraph: str, text: str) -> None:
    """Write a note with the keyboard alone."""
    page.get_by_role("link", name=f"段落{paragraph}への意見を書く").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name=f"段落{paragraph}への意見")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("textbox")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type(text)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("link", name=f"段落{paragraph}への意見を書く")).to_be_focused()


def test_notes_are_kept_printed_saved_mailed_and_deleted(open_page: OpenPage, stages: str) -> None:
    page = open_page(moment=MOMENT)
    page.goto(f"{stages}open/dx/{DRAFT}")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    _note(page, "1-2", "見本の意見です<b>")
    _note(page, "3-1", "次の意見です")
    _note(page, "1-10", "三つ目です")
    expect(page.locator(".my-notes [role=status]")).to_have_text("メモに保存しました")
    page.reload()
    expect(page.locator(".my-notes a")).to_have_text("自分のメモ（3件）")
    page.locator(".my-notes a").click()
    rows = page.locator("table.opinions tbody tr:visible")
    expect(rows).to_have_count(6)
    expect(rows.nth(0)).to_contain_text("見本の意見です<b>")
    assert [row.inner_text().split()[0] for row in rows.all()[:3]] == ["1-2", "1-10", "3-1"]
    with page.expect_download() as waiting:
        page.get_by_role("button", name="テキストファイルに保存する").click()
    saved = waiting.value.path().read_text(encoding="utf-8")
    assert waiting.value.suggested_filename == f"{CALL}.txt"
    for words in (
        "sample-draft",
        "氏名：",
        "段落番号 1-2\n見本の意見です<b>",
        "段落番号 3-1\n次の意見です",
    ):
        assert words in saved
    page.get_by_role("button", name="段落3-1のメモを消す").click()
    expect(page.locator("table.opinions .note")).to_have_count(2)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="メモをすべて消す").click()
    expect(page.locator("table.opinions .note")).to_have_count(0)
    expect(page.get_by_text("メモは、まだありません。")).to_be_visible()
    assert page.evaluate("localStorage.length") == 0
    assert all(url.startswith((stages, "blob:")) for url in requests)


MAILTO = """() => { globalThis.sent = []; addEventListener("beforeunload", () => {});
  navigation.addEventListener("navigate", (event) => {
    if (event.destination.url.startsWith("mailto:")) { sent.push(event.destination.url); event.preventDefault(); }
  }); }"""


def test_notes_become_one_mail_unless_it_is_too_long(open_page: OpenPage, stages: str) -> None:
    page = open_page(moment=MOMENT)
    page.goto(f"{stages}open/dx/{DRAFT}")
    _note(page, "1-2", "見本の意見です")
    page.goto(f"{stages}open/dx/{FORM}")
    page.evaluate(MAILTO)
    page.get_by_role("button", name="1通のメールにする").click()
    (mail,) = page.evaluate("sent")
    assert mail.startswith("mailto:sample@example.org?subject=")
    assert "段落番号 1-2\r\n見本の意見です" in unquote(mail)
    page.evaluate(
        f"localStorage.setItem('notes.{CALL}', JSON.stringify({{'1-2': '長い'.repeat(400)}}))"
    )
    page.get_by_role("button", name="1通のメールにする").click()
    expect(page.locator(".notes [role=status]")).to_contain_text("テキストファイルに保存して")
    assert len(page.evaluate("sent")) == 1


def test_notes_work_where_the_browser_keeps_nothing(fresh: Page, stages: str) -> None:
    errors: list[str] = []
    fresh.on("pageerror", lambda error: errors.append(str(error)))
    fresh.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })"
    )
    fresh.goto(f"{stages}open/dx/{DRAFT}")
    fresh.get_by_role("link", name="段落1-2への意見を書く").click()
    fresh.keyboard.type("意見")
    fresh.get_by_role("button", name="メモに保存する").click()
    _says_that_nothing_was_kept(fresh, "意見")
    fresh.goto(f"{stages}open/dx/{FORM}")
    expect(fresh.get_by_text("メモは、まだありません。")).to_be_visible()
    assert errors == []


def _says_that_nothing_was_kept(page: Page, text: str) -> None:
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("status")).to_contain_text("メモを保存できませんでした")
    expect(dialog.get_by_role("textbox")).to_have_value(text)
    expect(page.locator(".my-notes [role=status]")).to_be_empty()
    dialog.get_by_role("button", name="閉じる").click()
    expect(dialog).to_be_hidden()


def test_a_note_that_the_full_storage_does_not_take_stays_in_its_box(
    open_page: OpenPage, stages: str
) -> None:
    page = open_page(moment=MOMENT)
    page.goto(f"{stages}open/dx/{DRAFT}")
    _note(page, "1-2", "前のメモ")
    page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('full'); }; }"
    )
    page.get_by_role("link", name="段落1-10への意見を書く").click()
    page.keyboard.type("長い意見")
    page.get_by_role("button", name="メモに保存する").click()
    _says_that_nothing_was_kept(page, "長い意見")
    expect(page.locator(".my-notes a")).to_have_text("自分のメモ（1件）")
    page.get_by_role("link", name="段落1-2への意見を書く").click()
    expect(page.get_by_role("dialog").get_by_role("status")).to_be_empty()
    expect(page.get_by_role("dialog").get_by_role("textbox")).to_have_value("前のメモ")


def test_an_opinion_is_mailed_letter_for_letter_unless_it_is_too_long(
    open_page: OpenPage, stages: str
) -> None:
    page = open_page(moment=MOMENT)
    page.goto(f"{stages}open/dx/{DRAFT}")
    page.evaluate(MAILTO)
    page.get_by_role("link", name="段落1-2への意見を書く").click()
    text = "$& $` $' $$ $1 {} 5%"
    page.get_by_role("dialog").get_by_role("textbox").fill(text)
    page.get_by_role("button", name="この意見をメールで送る").click()
    (mail,) = page.evaluate("sent")
    assert f"意見とその理由：\r\n{text}\r\n" in unquote(mail)
    page.get_by_role("dialog").get_by_role("textbox").fill("長い" * 400)
    page.get_by_role("button", name="この意見をメールで送る").click()
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text(
        "段落番号とともに、sample@example.orgへのメールに"
    )
    expect(page.get_by_role("dialog").get_by_role("textbox")).to_have_value("長い" * 400)
    assert len(page.evaluate("sent")) == 1


def _follow(page: Page, target: str) -> None:
    """Reach a link with the Tab key alone, and follow it."""
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.matches({target!r})"):
            # The page that is left is loaded already: only the new one says that it has come.
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    raise AssertionError(f"no {target}")


def test_opinion_answer_and_paragraph_are_walked_both_ways_by_keyboard(
    page: Page, stages: str
) -> None:
    page.goto(f"{stages}answered/dx/{RESULTS}")
    steps = (
        ("#opinion-1 a[href*=sample-draft]", r"editions/sample-draft/#p1-1$"),
        ("a.opinion[href$=opinion-1]", r"results/#opinion-1$"),
        ("#opinion-1 a[href*=sample-final]", r"editions/sample-final/#p1-1$"),
        ("a.opinion[href$=opinion-1]", r"results/#opinion-1$"),
    )
    for target, address in steps:
        _follow(page, target)
        expect(page).to_have_url(re.compile(address))


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_calls_opinions_and_answers_are_found_by_the_search(
    page: Page, stages: str, prefix: str
) -> None:
    for stage, words, place in (
        ("answered", IN_ANSWER, f"{RESULTS}#"),
        ("answered", IN_OPINION, f"{RESULTS}#"),
        ("open", "【見本】" if not prefix else "[Sample]", CALL_PAGE),
        ("open", IN_DRAFT, ""),
    ):
        page.goto(f"{stages}{stage}/dx/{prefix}search/?q={quote(words)}")
        expect(page.locator("#search-results")).to_have_attribute("data-state", "done")
        found = page.locator("#search-results a").evaluate_all("all => all.map((a) => a.href)")
        # A draft repeats the chapters: it is read from its call.
        assert not any(DRAFT in address for address in found)
        if place:
            assert any(f"/dx/{prefix}{place}" in address for address in found), (stage, words)


def test_results_are_narrowed_by_outcome_and_chapter(page: Page, stages: str) -> None:
    page.goto(f"{stages}answered/dx/{RESULTS}")
    page.locator(".filter [name=kind]").select_option("反映")
    expect(page.locator("tr[data-kind]:visible")).to_have_count(1)
    expect(page.locator(".filter [role=status]")).to_have_text("1件を表示しています")
    page.locator(".filter [name=chapter]").select_option("案の全体")
    expect(page.locator("tr[data-kind]:visible")).to_have_count(0)


PAGES = [
    *((stage, CALL_PAGE) for stage in STAGES),
    *(("open", path) for path in (DRAFT, f"{DRAFT}redline/", FORM, "consultations/")),
    *(("answered", path) for path in (RESULTS, DRAFT, "introduction/", "editions/")),
]


# Each page in one of the modes in turn; in the audit in all of them.
PAIRS = product(PAGES, MODES) if AUDIT else zip(PAGES, cycle(MODES), strict=False)


@pytest.mark.parametrize(
    ("stage", "path", "scheme", "width"), [(*page, *mode) for page, mode in PAIRS]
)
def test_no_finding_and_no_sideways_scrolling(
    open_page: OpenPage, stages: str, stage: str, path: str, scheme: str, width: int
) -> None:
    prefix = "en/" if scheme == "dark" else ""
    page = open_page(
        scheme=scheme,
        moment=STAGES[stage],
        viewport={"width": width, "height": 800},
        bypass_csp=True,
        reduced_motion="reduce",
    )
    page.goto(f"{stages}{stage}/dx/{prefix}{path}")
    assert ENGINES[0].examine(page).findings == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_no_finding_with_a_note_open_and_on_the_form(
    open_page: OpenPage, stages: str, scheme: str
) -> None:
    page = open_page(scheme=scheme, viewport={"width": 320, "height": 800}, bypass_csp=True)
    page.goto(f"{stages}open/dx/{DRAFT}")
    page.get_by_role("link", name="段落1-2への意見を書く").click()
    assert ENGINES[0].examine(page).findings == []
    page.keyboard.type("意見")
    page.get_by_role("button", name="メモに保存する").click()
    page.goto(f"{stages}open/dx/{FORM}")
    expect(page.locator("table.opinions .note")).to_have_count(1)
    assert ENGINES[0].examine(page).findings == []


@pytest.mark.parametrize("path", [CALL_PAGE, DRAFT, FORM])
def test_targets_are_large(open_page: OpenPage, stages: str, path: str) -> None:
    page = open_page(moment=MOMENT, viewport={"width": 375, "height": 800})
    page.goto(f"{stages}open/dx/{path}")
    targets = page.locator(".actions a, .actions button, a.way, .comment, .my-notes a")
    visible = [target for target in targets.all() if target.is_visible()]
    assert visible or path == FORM
    for target in visible[:30]:
        box = target.bounding_box()
        assert box and box["height"] >= 43.9 and box["width"] >= 43.9
