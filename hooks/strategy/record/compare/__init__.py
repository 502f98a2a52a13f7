"""Two records side by side (新旧対照表): which block became which, and what changed in it.

`align` pairs the blocks, `wording` marks the words, `comparison` makes the rows. `chapters`,
`similar`, `pairs` and `moves` are what `align` stands on. ``overrides/js/compare/`` does the same in
a reader's browser, module for module; `cuts` are what it needs beside the records.

Used from outside: the names below, and `moves` for lists of other things that were moved about.
"""

from strategy.record.compare.comparison import (
    AND_MOVED,
    COLUMNS,
    HEADING,
    NAMES,
    Comparison,
    Row,
    compare,
)
from strategy.record.compare.cuts import cuts
from strategy.record.compare.pairs import Cited
from strategy.record.compare.wording import Piece, changes

__all__ = [
    "AND_MOVED",
    "COLUMNS",
    "HEADING",
    "NAMES",
    "Cited",
    "Comparison",
    "Piece",
    "Row",
    "changes",
    "compare",
    "cuts",
    "moves",
]
