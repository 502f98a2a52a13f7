"""``data/`` → one frozen `Strategy`, and every `Problem` at once.

Reading, shape, ids and references are all checked before anything is reported. Ids and references are
read from the nodes, not from the models, so that a fault in one item does not hide, or invent,
another.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from strategy.content import data_files, editions, opinions
from strategy.languages import calendar
from strategy.model import FILES, Consultation, Consultations, Editions, Opinion, Strategy
from strategy.model.call_states import state
from strategy.problems import Location, Problems, suggestion
from strategy.reading.fields import Model, RefersTo
from strategy.reading.model_fields import scalars
from strategy.reading.source import Mapping, Node, Scalar, Sequence, locate, node_at


@dataclass(frozen=True)
class Loaded:
    """What ``data/`` gave: the models that could be built, their nodes, the ids, the references.

    ``retired`` are ids that were used once, ``moment`` is when it was read, ``sources`` are the texts
    of the files.
    """

    models: dict[str, Model]
    nodes: dict[str, Node]
    ids: dict[str, Location]
    retired: frozenset[str]
    references: tuple[tuple[RefersTo, Scalar], ...]
    editions: Editions
    opinions: dict[str, tuple[Opinion, ...]]
    moment: datetime
    sources: dict[str, str]

    @property
    def complete(self) -> bool:
        """Whether every file could be read."""
        return set(self.models) == set(FILES)

    @cached_property
    def strategy(self) -> Strategy:
        """All models as one. Only the files in ``models`` are there unless it is ``complete``."""
        parts: dict[str, Any] = dict(self.models)
        identity = dict(parts.pop("strategy", {}))
        return Strategy.model_construct(
            **identity, **parts, editions=self.editions, opinions=self.opinions, moment=self.moment
        )


def load_data(root: Path, problems: Problems) -> Loaded:
    """Read, validate and cross-check all files of ``data/``."""
    moment = calendar.now()
    files = data_files.read(root, problems)
    nodes, models = files.nodes, files.models
    ids, retired = _ids(nodes, problems)
    references = tuple(
        (marker, scalar)
        for name, node in nodes.items()
        for scalar, metadata in scalars(FILES[name], node)
        for marker in metadata
        if isinstance(marker, RefersTo)
    )
    for marker, scalar in references:
        if marker.kind == "chapter" and "strategy" in nodes:
            _check_reference(scalar, _chapters(nodes["strategy"]), problems)
        elif marker.kind in ("figure", "body"):
            _check_reference(scalar, [i for i in ids if i.startswith(f"{marker.kind}.")], problems)
    known = editions.load(root, problems)
    given: dict[str, tuple[Opinion, ...]] = {}
    if isinstance(calls := models.get("consultations"), Consultations):
        known = _hide(known, calls, nodes["consultations"], moment, problems)
        given = {
            each.id: opinions.read(root, each, known, problems) for each in calls.consultations
        }
    return Loaded(models, nodes, ids, retired, references, known, given, moment, files.sources)


def _hide(
    known: Editions, calls: Consultations, node: Node, moment: datetime, problems: Problems
) -> Editions:
    """The editions, with those hidden about which nobody is asked yet."""
    for index, call in enumerate(calls.consultations):
        for key in ("draft", "base", "final"):
            ident = getattr(call, key)
            # The edition of the draft is made when the consultation is opened.
            if ident and key != "draft" and known.get(ident) is None:
                scalar = node_at(node, ("consultations", index, key))
                if isinstance(scalar, Scalar):
                    report_dangling(scalar, [edition.id for edition in known.all], problems)
        if state(call, moment) != "announced":
            _check_draft(call, known, locate(node, ("consultations", index, "draft")), problems)
    hidden = set()
    for edition in known.all:
        if edition.facts.status != "in_consultation":
            continue
        asked = calls.of_draft(edition.id)
        if asked is None or state(asked, moment) == "announced":
            hidden.add(edition.id)
        if asked is None:
            problems.tell(
                "edition-status", Location(f"{editions.FOLDER}/{edition.id}/{editions.FACTS}")
            )
    return replace(known, hidden=frozenset(hidden))


def _check_draft(call: Consultation, known: Editions, where: Location, problems: Problems) -> None:
    """Once a call is open, there is a draft to read."""
    if call.draft is None:
        return
    draft = known.get(call.draft)
    if draft is None or draft.record is None or draft.facts.status != "in_consultation":
        problems.tell("consultation-draft", where, draft=call.draft, call=call.id)


def _ids(nodes: dict[str, Node], problems: Problems) -> tuple[dict[str, Location], frozenset[str]]:
    """Every id with its place, and the retired ones; an id given twice, or used again after its end, is a problem.

    An id with a full stop is unique everywhere; a bare one (a page, a month) in its file, which
    its key names: ``data/strategy.yml#introduction``.
    """
    ids: dict[str, Location] = {}
    given, retired = _given_and_retired(list(nodes.values()))
    for scalar in given:
        ident = _key(scalar)
        if first := ids.get(ident):
            problems.tell(
                "duplicate-id", scalar.location, text=scalar.text, file=first.file, line=first.line
            )
        else:
            ids[ident] = scalar.location
    for ident in ids.keys() & retired:
        problems.tell("retired-id", ids[ident], id=ident.partition("#")[2] or ident)
    return ids, frozenset(retired)


def _key(scalar: Scalar) -> str:
    return scalar.text if "." in scalar.text else f"{scalar.location.file}#{scalar.text}"


def _given_and_retired(nodes: Iterable[Node]) -> tuple[list[Scalar], set[str]]:
    """The ids in the order of the files, and the keys of those that were used once."""
    given: list[Scalar] = []
    retired: set[str] = set()
    for node in nodes:
        inside: list[Node] = list(node.items) if isinstance(node, Sequence) else []
        for key, child in node.entries.items() if isinstance(node, Mapping) else ():
            if key == "id" and isinstance(child, Scalar):
                given.append(child)
            elif key == "retired" and isinstance(child, Sequence):
                retired.update(_key(each) for each in child.items if isinstance(each, Scalar))
            else:
                inside.append(child)
        below, gone = _given_and_retired(inside)
        given += below
        retired |= gone
    return given, retired


def _chapters(node: Node) -> list[str]:
    chapters = node.entries.get("chapters") if isinstance(node, Mapping) else None
    items = chapters.items if isinstance(chapters, Sequence) else ()
    ids = (item.entries.get("id") for item in items if isinstance(item, Mapping))
    return [ident.text for ident in ids if isinstance(ident, Scalar)]


def _check_reference(scalar: Scalar, known: list[str], problems: Problems) -> None:
    if scalar.value() is not None and scalar.text not in known:
        report_dangling(scalar, known, problems)


def report_dangling(scalar: Scalar, known: list[str], problems: Problems) -> None:
    """Report a reference to something that does not exist, with the nearest that does."""
    problems.tell(
        "dangling-reference", scalar.location, text=scalar.text, fix=suggestion(scalar.text, known)
    )
