"""The published data: what ``data/`` holds as JSON, and as CSV where it is a table.

JSON carries both languages. CSV is UTF-8 with a byte-order mark and CRLF, which is what Excel in
a Japanese office opens without garbling (RFC 4180 for the rest).
"""

import csv
import io
import json
from collections.abc import Callable, Iterator
from typing import Any

from strategy.languages.calendar import Moment
from strategy.languages.say import LANGUAGES
from strategy.model import FILES, Identity, Strategy
from strategy.reading.fields import Text, number, plain

PUBLISHED = tuple(name for name in FILES if name != "synonyms")
"""All but what serves the search alone, whose index holds it."""
NOT_STATED = Text(ja="出典の記載なし", en="source not stated in the strategy")

Row = dict[str, str | int | float | None]


def published(strategy: Strategy) -> dict[str, bytes]:
    """The data files of the site: path below the site's root → content."""
    files: dict[str, bytes] = {}
    for name in PUBLISHED:
        files[f"data/{name}.json"] = _json(strategy, name)
        if name in TABLES:
            files[f"data/{name}.csv"] = _csv(list(TABLES[name](strategy)))
    return files


def _json(strategy: Strategy, name: str) -> bytes:
    fields = set(Identity.model_fields)
    part = (
        strategy.model_dump(mode="json", include=fields)
        if name == "strategy"
        else getattr(strategy, name).model_dump(mode="json")
    )
    document = {
        "title": strategy.title.model_dump(),
        "city": strategy.city.model_dump(),
        "edition": {"id": strategy.edition.id, "kind": strategy.edition.kind.model_dump()},
        "note": {
            "ja": "日本語が正文です。英語は参考訳です。",
            "en": "The Japanese text prevails. English is a reference translation.",
        },
        name: _plain(part),
    }
    return (json.dumps(document, ensure_ascii=False, allow_nan=False) + "\n").encode()


def _plain(value: Any) -> Any:
    """The value with ``**strong**`` mark-up removed from its texts, and whole numbers as such."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items() if key != "retired"}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return plain(value) if isinstance(value, str) else value


def _csv(rows: list[Row]) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode("utf-8-sig")


def _texts(**texts: Text | None) -> Row:
    return {
        f"{name}_{language}": plain(text[language]) if text else None
        for name, text in texts.items()
        for language in LANGUAGES
    }


def _iso(moment: Moment | None) -> str | None:
    return moment.isoformat() if moment else None


def _vision(strategy: Strategy) -> Iterator[Row]:
    for group in strategy.vision.groups:
        for goal in group.goals:
            yield {
                "id": goal.id,
                "group": group.id,
                **_texts(group_title=group.title, text=goal.text),
            }


def _values(strategy: Strategy) -> Iterator[Row]:
    for value in strategy.values.values:
        yield {"id": value.id, **_texts(text=value.text)}


def _timeline(strategy: Strategy) -> Iterator[Row]:
    for month in strategy.timeline.months:
        for kind, items in (("event", month.events), ("progress", month.progress)):
            for item in items:
                yield {
                    "id": item.id,
                    "month": _iso(month.month),
                    "kind": kind,
                    "start": _iso(item.period.start) if item.period else None,
                    "end": _iso(item.period.end) if item.period else None,
                    **_texts(text=item.text),
                    "page": None,
                }
        for evidence in month.evidence:
            yield _evidence_row(
                evidence.id, _iso(month.month), evidence.date, evidence.text, evidence.page
            )
    for evidence in strategy.timeline.since:
        yield _evidence_row(evidence.id, None, evidence.date, evidence.text, evidence.page)


def _evidence_row(ident: str, month: str | None, date: Moment, text: Text, page: str) -> Row:
    return {
        "id": ident,
        "month": month,
        "kind": "public-record",
        "start": _iso(date),
        "end": _iso(date),
        **_texts(text=text),
        "page": page,
    }


def _figures(strategy: Strategy) -> Iterator[Row]:
    for figure in strategy.figures.figures:
        yield {
            "id": figure.id,
            **_texts(statement=figure.statement, printed=figure.printed),
            "value": number(figure.value),
            "unit": figure.unit,
            "relation": figure.relation,
            "out_of": figure.out_of,
            "base_year": figure.base_year,
            "target_year": figure.target_year,
            "computed": None if figure.computed is None else number(figure.computed),
            **_texts(source=figure.source.text if figure.source else NOT_STATED),
            "section": figure.section,
        }


def _governance(strategy: Strategy) -> Iterator[Row]:
    for body in strategy.governance.bodies:
        yield {
            "id": body.id,
            "kind": "body",
            "body": body.id,
            **_texts(name=body.name, text=body.role),
        }
    names = {body.id: body.name for body in strategy.governance.bodies}
    for step in strategy.governance.progress:
        yield {
            "id": step.id,
            "kind": "step",
            "body": step.body,
            **_texts(name=names[step.body], text=step.action),
        }


def _glossary(strategy: Strategy) -> Iterator[Row]:
    for term in strategy.glossary.terms:
        yield {
            "id": term.id,
            "reading": term.reading,
            **_texts(term=term.term, meaning=term.meaning),
        }


def _consultations(strategy: Strategy) -> Iterator[Row]:
    for call in strategy.consultations.consultations:
        yield {
            "id": call.id,
            "opens": call.opens.isoformat(),
            "closes": call.closes.isoformat(),
            **_texts(subject=call.subject),
            "ways": " ".join(way.kind for way in call.ways) if call.ways else None,
            "people": call.people,
            "answered": _iso(call.answered),
            "call": call.call,
        }


TABLES: dict[str, Callable[[Strategy], Iterator[Row]]] = {
    "vision": _vision,
    "values": _values,
    "timeline": _timeline,
    "figures": _figures,
    "governance": _governance,
    "glossary": _glossary,
    "consultations": _consultations,
}
"""The files that are tables, and how each becomes rows."""
