"""The menu shows the way without growing with every page."""

from strategy.site.menu import Entry, Item, Menu

PARTS = (
    Entry("One", "one/", (Entry("A", "one/"), Entry("B", "b/"))),
    Entry("Two", "two/", (Entry("C", "two/"), Entry("Deep", "d/", (Entry("D", "d/"),)))),
)
MENU = Menu((Entry("Home", ""), *PARTS, Entry("About", "about/")))


def _shown(items: tuple[Item, ...]) -> list[object]:
    return [[item.title, _shown(item.items)] if item.items else item.title for item in items]


def test_only_the_section_of_the_page_is_open() -> None:
    assert _shown(MENU.seen_from("about/")) == ["Home", "One", "Two", "About"]
    assert _shown(MENU.seen_from("b/")) == ["Home", ["One", ["A", "B"]], "Two", "About"]
    assert _shown(MENU.seen_from("d/"))[2] == ["Two", ["C", ["Deep", ["D"]]]]


def test_addresses_are_seen_from_the_page() -> None:
    assert [item.address for item in MENU.seen_from("")] == [".", "one/", "two/", "about/"]
    assert [item.address for item in MENU.seen_from("about/")][::3] == ["..", "./"]
    assert MENU.seen_from("editions/r8/")[3].address == "../../about/"


def test_the_page_itself_is_marked_once() -> None:
    home, one, *_ = MENU.seen_from("one/")
    assert not home.is_current and not one.is_current
    assert [item.is_current for item in one.items] == [True, False]


def test_an_error_page_has_addresses_from_the_root() -> None:
    assert [item.address for item in MENU.from_anywhere()] == ["", "one/", "two/", "about/"]
