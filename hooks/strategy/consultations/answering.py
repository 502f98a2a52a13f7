"""Whether the answers are complete: what `strategy consult answer` and every build ask."""

from collections.abc import Iterator
from pathlib import Path

from strategy.content import opinions
from strategy.languages.say import Say
from strategy.model import Consultation, Opinion, Strategy
from strategy.problems import Fault, Location, Problems
from strategy.record.compare import compare


def check(root: Path, consultation: Consultation, strategy: Strategy, problems: Problems) -> None:
    """Report each opinion without an answer or a disposition, and each "reflected" that is not so.

    A disposition that ``changes`` the text must name paragraphs of the final edition that really
    differ from the draft.
    """
    file = Location(opinions.path(root, consultation.id).relative_to(root).as_posix())
    changed = _changed(consultation, strategy)
    for opinion in strategy.opinions.get(consultation.id, ()):
        for fault in _missing(opinion, consultation, changed):
            what = fault.what
            told = Say(f"意見{opinion.number}：{what.ja}", f"opinion {opinion.number}: {what.en}")
            problems.report(fault.code, file, told, fault.fix)


def _missing(opinion: Opinion, consultation: Consultation, changed: list[str]) -> Iterator[Fault]:
    """What an opinion still lacks."""
    if not opinion.answer_ja:
        yield Fault.of("opinion-unanswered")
    disposition = consultation.disposition(opinion.disposition)
    if disposition is None:
        yield Fault.of("opinion-undecided")
    elif disposition.changes and not opinion.changed:
        yield Fault.of("opinion-reflected/none")
    for number in opinion.changed:
        if number not in changed:
            yield Fault.of(
                "opinion-reflected/unchanged",
                number=number,
                changed=Say("、".join(changed) or "なし", ", ".join(changed) or "none"),
            )


def _changed(consultation: Consultation, strategy: Strategy) -> list[str]:
    """The numbers of the final edition's paragraphs that differ from the draft, in its order."""
    draft = strategy.editions.get(consultation.draft)
    final = strategy.editions.get(consultation.final)
    if not (draft and draft.record and final and final.record):
        return []
    rows = compare(draft.record, final.record).changed
    return [row.new.number for row in rows if row.new and row.new.number]
