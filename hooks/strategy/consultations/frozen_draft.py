"""The draft stays as it was opened: the text in work is compared with it, and never published.

Both hold where ``data/strategy.yml`` calls the text by the id of the draft, as on the branch on
which the draft is written.
"""

from collections.abc import Mapping

from strategy.content.page import Pages
from strategy.editions import revisions
from strategy.model import Edition, Strategy
from strategy.problems import Location, Problems
from strategy.record import Record
from strategy.record.compare import compare


def opened(strategy: Strategy) -> Edition | None:
    """The draft that the text in work is, if the consultation on it was opened."""
    edition = strategy.editions.get(strategy.edition.id)
    if edition and edition.record and edition.facts.status == "in_consultation":
        return edition
    return None


def is_draft(strategy: Strategy) -> bool:
    """Whether the text in work is a draft: an edition on which opinions are, or will be, asked."""
    edition = strategy.editions.get(strategy.edition.id)
    is_proposed = edition is not None and edition.facts.status in ("draft", "in_consultation")
    return is_proposed or strategy.consultations.of_draft(strategy.edition.id) is not None


def check(
    strategy: Strategy,
    draft: Edition,
    record: Record,
    pages: Pages,
    ids: Mapping[str, Location],
    problems: Problems,
) -> None:
    """Report each block of the text in work that is not as in the draft that was opened."""
    assert draft.record is not None
    for row in compare(draft.record, record).changed:
        place, text, where = revisions.locate(row, pages, ids)
        problems.tell("draft-changed", where, draft=draft.id, place=place, text=text[:30])


def refuse(strategy: Strategy, problems: Problems) -> None:
    """Report a text that is a draft: the site shows the edition in force."""
    ident = strategy.edition.id
    if is_draft(strategy):
        problems.tell("draft-text", Location("data/strategy.yml"), id=ident)
