"""Nodes → models: pydantic's findings as located problems in words that an officer understands."""

import difflib
import re
import unicodedata
from typing import Any, TypeVar, cast, get_args

from pydantic import BaseModel, ValidationError

from strategy.languages.labels import LANGUAGE_NAMES
from strategy.languages.say import LANGUAGES, Say, enumerated
from strategy.problems import (
    Invalid,
    KeyPath,
    Location,
    Problems,
    misspelling,
    suggestion,
    to_write,
)
from strategy.reading.fields import Model, Text
from strategy.reading.model_fields import field_at, model_at, model_in, names_at
from strategy.reading.source import Mapping, Node, Scalar, Sequence, locate, node_at
from strategy.reading.yaml_slips import separator_slip

M = TypeVar("M", bound=Model)


def validate(model: type[M], node: Node, problems: Problems) -> M | None:
    """The model of a node, or None with a located problem for each fault."""
    try:
        return model.model_validate(node.value())
    except ValidationError as error:
        details = [cast(dict[str, Any], detail) for detail in error.errors()]
        meant = _misspelt(details)
        for detail in details:
            if detail["loc"] in meant.values():
                continue  # told where it is misspelt
            if key := meant.get(detail["loc"]):
                _report_unknown_key(node, detail["loc"], misspelling(str(key[-1])), problems)
            else:
                _report(model, node, detail, problems)
        return None


def _misspelt(details: list[dict[str, Any]]) -> dict[KeyPath, KeyPath]:
    """Each unknown key that looks like one that is missing beside it, with that one."""
    unknown = [detail["loc"] for detail in details if detail["type"] == "extra_forbidden"]
    missing = {detail["loc"] for detail in details if detail["type"] == "missing"}
    meant: dict[KeyPath, KeyPath] = {}
    for path in unknown:
        beside = [str(each[-1]) for each in missing if each[:-1] == path[:-1]]
        if near := difflib.get_close_matches(str(path[-1]), beside, n=1, cutoff=0.5):
            meant[path] = (*path[:-1], near[0])
            missing.discard(meant[path])
    return meant


def _report(model: type[Model], node: Node, detail: dict[str, Any], problems: Problems) -> None:
    path: KeyPath = detail["loc"]
    kind: str = detail["type"]
    context: dict[str, Any] = detail.get("ctx", {})
    cause = context.get("error")
    found = node_at(node, path)
    where = locate(node, path)
    if isinstance(found, Scalar) and _is_meant_as_null(model, found, path):
        _report_no_null(found.text, str(path[-1]), where, problems)
    elif isinstance(cause, Invalid):
        problems.add(cause.fault.at(locate(node, path + cause.at)))
    elif kind == "extra_forbidden":
        fields = model_at(model, path[:-1]).model_fields
        _report_unknown_key(node, path, suggestion(str(path[-1]), fields), problems)
    elif kind == "missing" or (isinstance(found, Scalar) and found.value() is None):
        key = str(path[-1]) if path else ""
        _report_missing(key, where, _ids_beside(node, path) if key == "id" else (), problems)
    elif kind == "literal_error":
        known = str(context["expected"]).replace(" or ", ", ").replace("'", "").split(", ")
        shown = found.text if isinstance(found, Scalar) else ""
        problems.tell(
            "value", where, shown=shown, fix=suggestion(shown, known, names_at(model, path))
        )
    elif kind == "too_short":
        if isinstance(found, Sequence) and found.items:
            return  # pydantic counts only the sound items; the others have their own problems
        problems.tell("empty/list", where)
    elif kind in ("greater_than_equal", "less_than_equal"):
        _report_range(context, where, problems)
    else:
        _report_type(model, found, where, kind, path, problems)


def _report_range(bounds: dict[str, Any], where: Location, problems: Problems) -> None:
    """A number below the least (``ge``) or above the most (``le``)."""
    if "ge" in bounds:
        problems.tell("number-range/least", where, least=f"{bounds['ge']:g}")
    else:
        problems.tell("number-range/most", where, most=f"{bounds['le']:g}")


def _report_unknown_key(node: Node, path: KeyPath, fix: Say, problems: Problems) -> None:
    problems.tell("unknown-key", locate(node, path, key=True), key=path[-1], fix=fix)


def _ids_beside(node: Node, path: KeyPath) -> tuple[str, ...]:
    """The ids of the other items of a list, where that of an item is missing."""
    items = node_at(node, path[:-2])
    beside = [item.entries.get("id") for item in items.items if isinstance(item, Mapping)] if (
        isinstance(items, Sequence)
    ) else []  # fmt: skip
    return tuple(ident.text for ident in beside if isinstance(ident, Scalar))


def _report_missing(key: str, where: Location, beside: tuple[str, ...], problems: Problems) -> None:
    name = next((LANGUAGE_NAMES[each] for each in LANGUAGES if each == key), None)
    if name:
        problems.tell("missing-language", where, key=key, name=name)
    elif beside:
        problems.tell("missing-key/id", where, beside=enumerated(beside))
    else:
        problems.tell("missing-key", where, key=key)


_NUMBER = Say("数（例: 77.8）", "a number (such as 77.8)")
_PAIRS = Say("「キー: 値」の組", "“key: value” pairs")
_EXPECTED = {
    "string": Say("文字（1つの値）", "text (one value)"),
    "int": Say("整数（例: 2020）", "a whole number (such as 2020)"),
    "finite": _NUMBER,
    "float": _NUMBER,
    "tuple": Say("「- 」で始まる項目の並び", "a list of lines that begin with “- ”"),
    "model": _PAIRS,
}


_NEEDS_QUOTES = re.compile(r"[,:#{}\[\]\"']")


_NO_VALUE = {
    "なし", "無し", "無", "未定", "不明", "未記載", "記載なし", "記録なし", "none", "None", "n/a", "-", "－", "ー"
}  # fmt: skip


def _is_meant_as_null(model: type[BaseModel], found: Scalar, path: KeyPath) -> bool:
    """Whether somebody wrote a word for "nothing" where ``null`` can stand."""
    return (
        found.text in _NO_VALUE
        and isinstance(path[-1] if path else None, str)
        and type(None) in get_args(field_at(model, path).annotation)
    )


def _report_no_null(text: str, key: str, where: Location, problems: Problems) -> None:
    problems.tell("no-value", where, text=text, key=key)


def _number_in(text: str) -> str | None:
    """The only number in a text, in plain digits; None for years of an era, which are other numbers."""
    plain = unicodedata.normalize("NFKC", text).replace(",", "")
    numbers = re.findall(r"\d+(?:\.\d+)?", plain)
    is_era = re.search(r"[明大昭平令]|\b[MTSHR]\.?\d", plain)
    return numbers[0] if len(numbers) == 1 and not is_era else None


def _report_type(
    model: type[BaseModel],
    found: Node | None,
    where: Location,
    kind: str,
    path: KeyPath,
    problems: Problems,
) -> None:
    expected = _EXPECTED.get(kind.partition("_")[0], _EXPECTED["string"])
    if kind == "model_type" and isinstance(found, Scalar):
        if slip := separator_slip(found.text):
            problems.add(slip.at(Location(where.file, where.line, where.column + slip.start)))
            return
        if model_at(model, path) is Text:
            _report_one_language(found.text, where, path, problems)
            return
    shown = (
        Say(f"「{found.text[:40]}」", f"“{found.text[:40]}”") if isinstance(found, Scalar)
        else Say("項目の並び", "a list") if isinstance(found, Sequence)
        else _PAIRS
    )  # fmt: skip
    problems.tell(
        "type",
        where,
        shown=shown,
        fix=_as_line(model, found, kind, path)
        or Say(f"{expected.ja}を書いてください", f"write {expected.en}"),
    )


def _as_line(model: type[BaseModel], found: Node | None, kind: str, path: KeyPath) -> Say | None:
    """What to type instead of a value: a plain number, words in brackets, or the keys that belong here."""
    key = path[-1] if path else None
    if not isinstance(key, str):
        return None
    if kind == "model_type":
        form = ", ".join(f"{name}: …" for name in model_at(model, path).model_fields)
        return Say(f"「{key}: {{{form}}}」の形で書いてください", f"write it as “{key}: {{{form}}}”")
    if not isinstance(found, Scalar):
        return None
    if kind.startswith(("int", "float", "finite")) and (number := _number_in(found.text)):
        return Say(
            f"「{key}: {number}」と、半角の数字だけで書いてください",
            f"write “{key}: {number}”, in plain digits only",
        )
    if kind.startswith("tuple") and model_in(field_at(model, path).annotation) is None:
        return to_write(f"{key}: [{found.text}]")
    return None


def _report_one_language(text: str, where: Location, path: KeyPath, problems: Problems) -> None:
    """One line where a text is wanted in both languages: the form, with the words put in."""
    quoted = text.replace("'", "''")
    words = f"'{quoted}'" if _NEEDS_QUOTES.search(text) else text
    key = f"{path[-1]}:" if isinstance(path[-1], str) else "-"
    if text.isascii():
        form = Say(f"ja: （日本語の文）, en: {words}", f"ja: (the Japanese text), en: {words}")
        missing = LANGUAGE_NAMES["ja"]
    else:
        form = Say(f"ja: {words}, en: （英語の文）", f"ja: {words}, en: (the English text)")
        missing = LANGUAGE_NAMES["en"]
    problems.tell(
        "missing-language/alone", where, text=text[:40], key=key, form=form, missing=missing
    )
