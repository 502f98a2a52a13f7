"""What checks of a single text found, kept between commands: a text that is the same has the same."""

import json
from collections.abc import Callable, Iterable

from strategy.cache import Cache
from strategy.languages.say import Say
from strategy.problems import Fault


def kept(
    cache: Cache, kind: str, made_of: Iterable[str], find: Callable[[], Iterable[Iterable[Fault]]]
) -> list[list[Fault]]:
    """The faults of each of some texts, which ``made_of`` decides; found only if they are not known."""

    def found() -> bytes:
        rows = [
            [(f.code, f.what, f.fix, f.start, f.end, f.right) for f in faults] for faults in find()
        ]
        return json.dumps(rows, ensure_ascii=False).encode()

    return [
        [Fault(code, Say._make(what), Say._make(fix), *rest) for code, what, fix, *rest in faults]
        for faults in json.loads(cache.kept(kind, made_of, found))
    ]
