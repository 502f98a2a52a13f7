"""How long the print edition takes, and how big it is: ``python tests/bench/pdf.py``.

The strategy itself in both languages and both sizes, and made-up records with its chapters again and
again, to about 100 pages and more. Medians of three runs, each in a process of its own (Typst keeps
what it has set once), from the record to the bytes, fonts included. Where other programs use the
machine the processor's time says more than the clock.
"""

from __future__ import annotations

import re
import statistics
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

from strategy.checks import everything
from strategy.languages.say import LANGUAGES, Language
from strategy.pdf.booklet import booklet
from strategy.pdf.press import press
from strategy.record import Record

ROOT = Path(__file__).parents[2]
RUNS = 3
TIMES = (7, 14)


def repeated(record: Record, times: int) -> Record:
    """The record with all its chapters ``times`` times, each with a number and an id of its own."""
    chapters = []
    for turn in range(times):
        for chapter in record.chapters:
            ident = chapter.id if turn == 0 else f"{chapter.id}-{turn}"
            number = len(chapters) + 1
            chapters.append(chapter.model_copy(update={"id": ident, "number": number}))
    return record.model_copy(update={"chapters": tuple(chapters)})


def measure(language: Language, times: int, *, large: bool) -> tuple[int, int, float, float]:
    """Pages, bytes, seconds by the clock and of the processor."""
    found = everything.checked(ROOT, gate=False)
    made = booklet(found.strategy, found.composition, language, "", large=large)
    made = replace(made, record=repeated(made.record, times))
    clock, processor = time.perf_counter(), time.process_time()
    pdf = press(made)
    return (
        len(re.findall(rb"/Type/Page[/>\s]", pdf)),
        len(pdf),
        time.perf_counter() - clock,
        time.process_time() - processor,
    )


def main() -> None:
    """Print a line for each document."""
    kinds: list[tuple[Language, int, bool]] = [
        *((language, 1, large) for language in LANGUAGES for large in (False, True)),
        *(("ja", times, False) for times in TIMES),
    ]
    for language, times, large in kinds:
        runs = []
        for _ in range(RUNS):
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
                runs.append(pool.submit(measure, language, times, large=large).result())
        pages, size, *_ = runs[0]
        clock, processor = (statistics.median(run[place] for run in runs) for place in (2, 3))
        name = f"{language}{', large' * large}{f', {times} times' * (times > 1)}"
        print(
            f"{name:14} {pages:4} pages {clock:6.2f} s ({processor:.2f} s CPU) {size / 1e6:5.2f} MB"
        )


if __name__ == "__main__":
    main()
