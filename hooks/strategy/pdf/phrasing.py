"""Where the lines of a title break: between phrases, and rather before brackets than inside."""

import re

from strategy.markup.phrases import phrases
from strategy.pdf.quoting import call, words

LONGEST = 15
"""Characters of a phrase that is kept whole."""
OPENING, CLOSING = "（「『【", "）」』】"


def kept_whole(text: str, lang: str) -> str:
    """A title whose lines break rather before brackets than inside; Japanese between phrases.

    What is kept whole fits on a line of large print.
    """
    if lang != "ja":
        parts = re.split(r"(\([^()]{1,24}\))", text)
        return "".join(
            call("box", body=words(part)) if index % 2 else words(part)
            for index, part in enumerate(parts)
        )
    made: list[str] = []
    pieces = [
        piece
        for index, part in enumerate(re.split(r"(（[^（）]{1,13}）)", text))
        for piece in ([part] if index % 2 else phrases(part))
        if piece
    ]
    for index in reversed(range(1, len(pieces))):
        if len(pieces[index].rstrip(CLOSING)) < 2:
            pieces[index - 1] += pieces.pop(index)
    for index, piece in enumerate(pieces):
        # A bracket at the edge of a box is half as wide.
        length = len(piece) - (piece[0] in OPENING) / 2 - (piece[-1] in CLOSING) / 2
        made.append(call("box", body=words(piece)) if length <= LONGEST else words(piece))
        following = pieces[index + 1][0] if index + 1 < len(pieces) else ""
        if following and (piece[-1] in CLOSING or following in OPENING):
            made.append("#half;")
    return "".join(made)
