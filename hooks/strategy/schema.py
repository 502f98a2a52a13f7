"""JSON Schemas of ``data/``, for completion and red lines in editors."""

from __future__ import annotations

from typing import Any

from strategy.model import FILES


def schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schema (draft 2020-12) of each data file, by the file's name."""
    return {
        name: {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            **model.model_json_schema(),
        }
        for name, model in FILES.items()
    }
