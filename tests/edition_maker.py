"""Earlier editions for tests: what random edits make of a record, and a project that holds several."""

from __future__ import annotations

import random
from html import escape
from pathlib import Path
from typing import Any

from strategy.content import editions
from strategy.languages.say import LANGUAGES
from strategy.record import Record, load, sha256, slot, write

FACTS = """\
id: {id}
status: superseded
name: {{ja: 見本の版{number}, en: Sample edition {number}}}
kind: null
date: 令和{year}年4月
decided_by: null
changes: null
sha256: {sha256}
"""


def edited(made: Record, count: int, numbers: random.Random) -> Record:
    """A record after ``count`` edits, and now and then chapters in another order or of another id."""
    data = made.model_dump(mode="json")
    chapters = data["chapters"]
    texts = [block["ja"]["text"] for chapter in chapters for block in chapter["blocks"]]
    for _ in range(count):
        _edit(chapters, numbers, numbers.choice(texts))
    if count % 3 == 1:
        numbers.shuffle(chapters)
    if count % 4 == 2:
        numbers.choice(chapters)["id"] += "-renamed"
    for number, chapter in enumerate(chapters, 1):
        chapter["number"] = number
        cited = [block for block in chapter["blocks"] if block["number"]]
        for cite, block in enumerate(cited, 1):
            block["number"] = cite
    return Record.model_validate(data)


def _edit(chapters: list[Any], numbers: random.Random, other: str) -> None:
    blocks = numbers.choice(chapters)["blocks"]
    place = numbers.randrange(len(blocks))
    block = blocks[place]
    match numbers.choice(["replace", "delete", "insert", "move", "swap", "translate"]):
        case "replace":
            text, at = block["ja"]["text"], numbers.randrange(len(block["ja"]["text"]) + 1)
            block["ja"]["text"] = text[:at] + other[:9] + text[at + numbers.randrange(6) :]
        case "delete" if len(blocks) > 2:
            del blocks[place]
        case "insert":
            blocks.insert(place, {**block, "id": "", "ja": {"text": other, "html": other}})
        case "move" if len(blocks) > 2:
            numbers.choice(chapters)["blocks"].append(blocks.pop(place))
        case "swap":
            at = numbers.randrange(len(blocks))
            blocks[place], blocks[at] = blocks[at], blocks[place]
        case "translate":
            block["en"]["text"] = block["en"]["text"].replace("the", "a", 1)


def add_earlier(root: Path, number: int) -> None:
    """Give a project so many editions before the one in force: ``sample-1`` is the one before it."""
    folder = root / editions.FOLDER
    numbers, later = random.Random(5), load(folder / "r8-05" / editions.RECORD)
    for back in range(1, number + 1):
        ident = f"sample-{back}"
        later = edited(later, 15, numbers).model_copy(update={"edition": ident})
        data = write(_plain(later))
        (folder / ident).mkdir()
        (folder / ident / editions.RECORD).write_bytes(data)
        facts = FACTS.format(id=ident, number=back, year=8 - back, sha256=sha256(data))
        (folder / ident / editions.FACTS).write_text(facts, encoding="utf-8")


def _plain(made: Record) -> Record:
    """The record without mark-up, so that no link of it leads to what was edited away."""
    data = made.model_dump(mode="json")
    for chapter in data["chapters"]:
        blocks = chapter["blocks"]
        for language in LANGUAGES:
            for block in blocks:
                block[language]["html"] = escape(block[language]["text"])
            chapter["layout"][language] = "".join(
                f'<p id="{block["id"]}">{slot(index)}</p>'
                if block["number"]
                else f"<p>{slot(index)}</p>"
                for index, block in enumerate(blocks)
            )
    return Record.model_validate(data)
