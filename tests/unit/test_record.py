"""The file of a record: the same bytes for the same record, whichever program wrote it."""

from __future__ import annotations

import json

from conftest import PUBLICATION
from record_maker import record
from strategy.record import read, write

SIGNS = "".join(map(chr, range(0x180))) + "\u2028\ufeff\uffff😀</script>"


def test_a_frozen_record_is_written_as_it_was() -> None:
    found = (PUBLICATION / "editions").glob("*/record.json")
    kept = [path.read_bytes() for path in found if path.parent.name != "schema"]
    assert kept and [write(read(data)) for data in kept] == kept


def test_a_record_is_written_as_python_writes_json() -> None:
    made = record([{"chapter one": SIGNS}, {"paragraph": {"ja": SIGNS, "en": ""}}])
    data = made.model_dump(mode="json")
    written = json.dumps(data, ensure_ascii=False, indent=1)
    assert write(made) == f"{written}\n".encode()
