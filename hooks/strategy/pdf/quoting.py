"""Typst mark-up from text: the one place where text becomes source.

Text stands in string literals only (``#"…";``), so that no character of it can be taken for
mark-up. Inside a literal just the backslash and the quotation mark have a meaning
(https://typst.app/docs/reference/foundations/str/). The semicolon ends the expression: without
it a following bracket or dot would belong to it.
"""

import re


def literal(text: str) -> str:
    """A string in Typst's code."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(char if char.isprintable() else _code(char) for char in escaped) + '"'


def _code(char: str) -> str:
    return f"\\u{{{ord(char):x}}}"


def words(text: str) -> str:
    """Text in Typst's mark-up; nothing for an empty text.

    A line may begin with ～, as Unicode (UAX #14) has it, but not in Japanese: a box joins it to the
    character before it. A word joiner would do so too, but would stay in what readers copy. For the
    same reason a very long word, such as an address, breaks where white of hardly any width stands.
    """
    made = ""
    for part in re.split(rf"(\w～|{_LONG_WORD})", text):
        if part.endswith("～") and len(part) == 2:
            made += f"#box[#{literal(part)}];"
        elif re.fullmatch(_LONG_WORD, part):
            made += _BREAK.join(f"#{literal(piece)};" for piece in re.findall(".{1,10}", part))
        elif part:
            made += f"#{literal(part)};"
    return made


_LONG_WORD = r"[!-,.0-~\u00a1-\u024f]{30,}"  # without - and /, after which lines break anyway
_BREAK = "#h(0.01pt);"  # of no width at all it would be nothing


def call(function: str, *arguments: str, body: str | None = None) -> str:
    """A call in mark-up, with its last argument as content in brackets."""
    block = "" if body is None else f"[{body}]"
    given = f"({', '.join(arguments)})" if arguments or body is None else ""
    return f"#{function}{given}{block};"
