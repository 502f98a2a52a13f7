"""The words of problems: each language has them all, and each call gives what its message tells."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable, Iterator
from string import Formatter

from conftest import ROOT
from strategy.languages.say import LANGUAGES
from strategy.problems.messages import CATALOGUES

TREES = [
    ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "hooks/strategy").rglob("*.py")
]
JAPANESE = CATALOGUES["ja"]


def _values(texts: Iterable[str]) -> set[str]:
    """The names of the values that a message tells."""
    return {name for text in texts for _said, name, *_ in Formatter().parse(text) if name}


def _calls() -> Iterator[tuple[ast.Call, set[str]]]:
    """Each call that tells a message by name, with the names that it may tell."""
    for tree in TREES:
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and node.args
                and _function(node) in ("tell", "of", "message", "refusal")
            ):
                first = node.args[0]
                said = (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,)
                prefix = "refused/" if _function(node) == "refusal" else ""
                names = {
                    prefix + name.value
                    for name in said
                    if isinstance(name, ast.Constant) and isinstance(name.value, str)
                }
                if names:
                    yield node, names


def _function(call: ast.Call) -> str:
    return str(getattr(call.func, "id", getattr(call.func, "attr", "")))


def test_all_languages_have_the_same_messages_with_the_same_values() -> None:
    assert list(CATALOGUES) == list(LANGUAGES)
    of_each = [
        {name: _values(texts) for name, texts in catalogue.items()}
        for catalogue in CATALOGUES.values()
    ]
    assert of_each[0] and all(other == of_each[0] for other in of_each)


def test_what_is_wrong_comes_with_what_to_do_and_a_refusal_is_one_text() -> None:
    for catalogue in CATALOGUES.values():
        for name, texts in catalogue.items():
            assert len(texts) == (1 if name.startswith("refused/") else 2), name


def test_names_are_in_order_and_each_stands_once() -> None:
    for language in LANGUAGES:
        path = ROOT / f"hooks/strategy/problems/messages.{language}.json"
        names = [line.split('"')[1] for line in path.read_text(encoding="utf-8").splitlines()[1:-1]]
        assert names == sorted(set(names)) == list(CATALOGUES[language])


def test_what_is_told_is_in_the_catalogue_and_nothing_else_is() -> None:
    told = {name for _call, names in _calls() for name in names}
    refused = {name for name in told if name.startswith("refused/")}
    written = refused | {
        node.value
        for tree in TREES
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert told <= JAPANESE.keys() <= written


def test_a_call_gives_the_values_of_its_message() -> None:
    for call, names in _calls():
        given = {keyword.arg for keyword in call.keywords} - {"at"}
        assert given == set().union(*(_values(JAPANESE[name]) for name in names)), names


def test_no_two_messages_of_a_code_are_the_same() -> None:
    for catalogue in CATALOGUES.values():
        said = Counter((name.partition("/")[0], *texts) for name, texts in catalogue.items())
        assert [texts for texts, times in said.items() if times > 1] == []
