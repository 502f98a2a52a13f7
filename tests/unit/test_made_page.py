"""Pages made from records: their titles and contents lists, when those look like HTML."""

from conftest import PUBLICATION
from strategy.checks import everything
from strategy.content.made_page import MadePage
from strategy.search import entries

TITLE = 'A & B <c> "d"'
PAGE = MadePage(
    "consultations/x/index.html",
    TITLE,
    "A description",
    '<h2 id="first"><em>E &amp; F</em> &lt;g&gt;</h2>\n<p>Text.</p>',
)


def test_the_contents_list_is_html_without_tags() -> None:
    assert [heading.title for heading in PAGE.contents] == ["E &amp; F &lt;g&gt;"]


def test_the_search_finds_the_title_as_it_was_typed() -> None:
    checked = everything.checked(PUBLICATION, gate=False)
    made = {"ja": PAGE, "en": PAGE}
    found = entries.sections({}, checked.composition.record, [made])
    assert [section.written["ja"].title for section in found] == [TITLE, "E & F <g>"]
