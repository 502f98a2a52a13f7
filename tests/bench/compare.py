"""How long it takes to compare two records, and how that grows: ``python tests/bench/compare.py``.

Two made-up editions of 500, 1,000, 2,000 and 4,000 blocks: a tenth of the blocks has other words,
one in twenty has moved, and one in twenty is new. The same in every run.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from content import DONE, HOW, WHAT, WHO

from record_maker import record
from strategy.record import Record
from strategy.record.compare import compare

SIZES = (500, 1000, 2000, 4000)
IN_CHAPTER, IN_SECTION = 50, 10


def sentence(numbers: random.Random) -> str:
    """A sentence as such texts have them: what is common is common in all of them."""
    one, two, three = numbers.sample([*WHAT], 3)
    return (
        f"{numbers.choice([*WHO])}は、{one}と{two}の{three}について、{numbers.choice([*HOW])}"
        f"{numbers.randrange(10, 9999)}件を{numbers.choice([*DONE])}。"
    )


def edited(text: str, numbers: random.Random) -> str:
    """The same with two words changed."""
    for words in numbers.sample((WHO, WHAT, HOW, DONE), 2):
        for word in words:
            if word in text:
                text = text.replace(word, numbers.choice([*words]), 1)
                break
    return f"また、{text}"


def editions(size: int) -> tuple[Record, Record]:
    """An edition of ``size`` paragraphs and items, and the next one."""
    numbers = random.Random(size)
    old: list[dict[str, str]] = []
    for place in range(size):
        if place % IN_CHAPTER == 0:
            old.append({f"chapter c{place}": f"第{place}の章"})
        if place % IN_SECTION == 0:
            old.append({f"heading s{place}": f"第{place}の節"})
        old.append({"item": sentence(numbers)})
    new = old[:]

    def some(share: int) -> list[int]:
        items = [place for place, line in enumerate(new) if "item" in line]
        return numbers.sample(items, size // share)

    for place in some(10):
        new[place] = {"item": edited(new[place]["item"], numbers)}
    for line in [new[place] for place in some(20)]:
        new.remove(line)
        new.insert(numbers.randint(2, len(new)), line)
    for place in sorted(some(20), reverse=True):
        new.insert(place, {"item": sentence(numbers)})
    return record(old), record(new)


def main() -> None:
    """Print the figures."""
    last = 0.0
    print("blocks  rows (s)  words (s)  grows by  what the rows are")
    for size in SIZES:
        old, new = editions(size)
        begun = time.process_time()
        comparison = compare(old, new)
        rows = time.process_time() - begun
        for row in comparison.changed:
            row.pieces("ja")
        words = time.process_time() - begun - rows
        growth = f"× {(rows + words) / last:.2f}" if last else ""
        last = rows + words
        kinds = Counter(row.change for row in comparison.rows)
        moved = sum(row.moved for row in comparison.rows)
        print(
            f"{size:6}  {rows:8.2f}  {words:9.2f}  {growth:>8}  "
            f"{', '.join(f'{count} {kind}' for kind, count in sorted(kinds.items()))}"
            f" ({moved} moved)"
        )


if __name__ == "__main__":
    main()
