"""What the pages of a consultation are made from: the call, its editions, its opinions, the time."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from strategy.languages.say import Language, Say
from strategy.model import Consultation, Edition, Opinion, Strategy, addresses
from strategy.model.call_states import State, state

CALL_PAGE = Say("募集のページ", "The call for opinions")


@dataclass(frozen=True)
class View:
    """A consultation on a draft as a language of the site shows it at the moment of a build.

    ``draft`` and ``base`` are None where readers may not see them (yet); ``final`` is None and
    ``opinions`` is empty until the answers come out. ``sheets`` are the addresses of the PDFs that
    there are.
    """

    consultation: Consultation
    strategy: Strategy
    language: Language
    state: State
    draft: Edition | None
    base: Edition | None
    final: Edition | None
    opinions: tuple[Opinion, ...]
    sheets: frozenset[str]

    @property
    def draft_page(self) -> str:
        """The address of the draft's text, from the root of the site."""
        return addresses.edition(self.consultation.draft or "", self.language)

    def by_paragraph(self) -> dict[str, list[Opinion]]:
        """The opinions by the paragraph of the draft that they are about."""
        found: dict[str, list[Opinion]] = defaultdict(list)
        for opinion in self.opinions:
            for number in opinion.paragraphs:
                found[number].append(opinion)
        return found

    def by_change(self) -> dict[str, list[Opinion]]:
        """The opinions by the paragraph of the final edition that was changed after them."""
        found: dict[str, list[Opinion]] = defaultdict(list)
        for opinion in self.opinions:
            for number in opinion.changed:
                found[number].append(opinion)
        return found


def views(strategy: Strategy, language: Language, sheets: frozenset[str]) -> Iterator[View]:
    """A view of each consultation on a draft. Earlier ones, without a draft, have no pages."""
    held = {edition.id: edition for edition in strategy.editions.held}
    for call in strategy.consultations.consultations:
        if call.draft is None:
            continue
        now = state(call, strategy.moment)
        yield View(
            call,
            strategy,
            language,
            now,
            held.get(call.draft),
            held.get(call.base or ""),
            held.get(call.final or "") if now == "answered" else None,
            strategy.opinions.get(call.id, ()) if now == "answered" else (),
            sheets,
        )
