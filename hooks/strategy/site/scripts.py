"""A script as it is published: without comments and spaces, its own names made short.

Who wants to read a script reads its source in ``overrides/js/``. The parser is Tree-sitter's.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import count, product
from string import ascii_lowercase, ascii_uppercase

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

_DECLARING = {
    "variable_declarator": "name",
    "function_declaration": "name",
    "arrow_function": "parameter",
    "assignment_pattern": "left",
    "pair_pattern": "value",
    "for_in_statement": "left",
}
"""What declares a name, and in which of its fields."""
_LISTING = {"formal_parameters", "array_pattern", "rest_pattern"}
_SHORT_PATTERN = "shorthand_property_identifier_pattern"
_SHORTHANDS = {"shorthand_property_identifier", _SHORT_PATTERN}
_NEEDLESS = {(";", "}"), (",", "}"), (",", "]"), (",", ")")}
_RESERVED = {"do", "if", "in", "of", "for", "let", "new", "try", "var"}
_NAMES = {"identifier", *_SHORTHANDS}


# Both languages use the same scripts, and a live preview makes it again and again.
@lru_cache(maxsize=16)
def shortened(script: str) -> str:
    """The same script in fewer characters; it must end its statements with semicolons.

    A name that the script declares gets one short name wherever it stands, so that no two scopes
    need telling apart; properties and what the browser gives keep theirs.
    """
    root = _parser().parse(script.encode()).root_node
    if root.has_error:
        raise ValueError("not JavaScript that Tree-sitter knows")
    tokens = list(_tokens(root))
    counted = Counter(text for kind, text in tokens if kind in _NAMES)
    declared = {_text(node) for node in _nodes(root) if _declares(node)}
    kept = _RESERVED | (counted.keys() - declared)
    free = (name for name in _short_names() if name not in kept)
    short = {name: next(free) for name, _ in counted.most_common() if name in declared}
    written: list[str] = []
    for kind, text in tokens:
        new = short.get(text, text) if kind in _NAMES else text
        if kind in _SHORTHANDS and new != text:
            new = f"{text}:{new}"
        if written and (written[-1], text) in _NEEDLESS:
            written.pop()
        if written and re.search(r"\w\w|\+\+|--", written[-1][-1:] + new[:1]):
            written.append(" ")
        written.append(new)
    return "".join(written)


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _nodes(child)


def _tokens(node: Node) -> Iterator[tuple[str, str]]:
    """Kind and text of the leaves; strings whole, no comments, ``const a; const b;`` in one."""
    parts = [child for child in node.children if child.type != "comment"]
    if not parts or node.type in {"string", "regex"}:
        yield node.type, _text(node)
        return
    for before, child, after in zip([None, *parts], parts, [*parts[1:], None], strict=False):
        tokens = list(_tokens(child))
        if _both_declare(before, child):
            tokens = tokens[1:]
        if _both_declare(child, after):
            tokens[-1] = (",", ",")
        yield from tokens


def _both_declare(one: Node | None, other: Node | None) -> bool:
    return (
        one is not None
        and other is not None
        and one.type == other.type == "lexical_declaration"
        and _text(one.children[0]) == _text(other.children[0])
    )


def _text(node: Node) -> str:
    return (node.text or b"").decode()


def _declares(node: Node) -> bool:
    if node.type == _SHORT_PATTERN:
        return True
    parent = node.parent
    if node.type != "identifier" or parent is None:
        return False
    return parent.type in _LISTING or node == parent.child_by_field_name(
        _DECLARING.get(parent.type, "-")
    )


def _short_names() -> Iterator[str]:
    letters = ascii_lowercase + ascii_uppercase
    for length in count(1):
        yield from ("".join(name) for name in product(letters, repeat=length))


@cache
def _parser() -> Parser:
    return Parser(Language(tree_sitter_javascript.language()))
