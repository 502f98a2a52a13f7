"""JSON Schemas of ``data/`` and ``editions/``, for editors and for those who read the records."""

from typing import Any

from strategy.model import FILES, FOLDERS
from strategy.model.editions import EditionFacts
from strategy.reading.fields import Model
from strategy.record import Record

SCHEMA = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, dict[str, Any]]:
    """Path below the project → JSON Schema (draft 2020-12)."""
    models: dict[str, type[Model]] = {
        **{f"data/schema/{name}.json": FILES[name] for name in FILES if name not in FOLDERS},
        **{f"data/schema/{name.removesuffix('s')}.json": FOLDERS[name] for name in FOLDERS},
        "editions/schema/edition.json": EditionFacts,
        "editions/schema/record.json": Record,
    }
    return {
        path: {"$schema": SCHEMA, **model.model_json_schema()} for path, model in models.items()
    }
