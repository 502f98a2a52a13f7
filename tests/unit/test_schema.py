"""The schemas that editors use are current, and agree with the checks on the real data."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from strategy.model import FILES, FOLDERS
from strategy.model.schema import schemas

ROOT = Path(__file__).parents[2]
EDITIONS = sorted((ROOT / "editions").glob("*/edition.yml"))


@pytest.mark.parametrize("name", schemas())
def test_schema_is_current(name: str) -> None:
    stored = json.loads((ROOT / name).read_text(encoding="utf-8"))
    assert stored == schemas()[name], "run `make schema`"


def test_no_schema_is_left_over() -> None:
    found = {
        path.relative_to(ROOT).as_posix()
        for folder in ("data", "editions")
        for path in (ROOT / folder / "schema").glob("*.json")
    }
    assert found == set(schemas())


@pytest.mark.parametrize("path", EDITIONS, ids=lambda path: path.parent.name)
def test_editions_fit_their_schema_and_name_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../schema/edition.json\n")
    loaded = yaml.load(text, Loader=yaml.BaseLoader)
    validator = jsonschema.Draft202012Validator(_as_text(schemas()["editions/schema/edition.json"]))
    assert [error.message for error in validator.iter_errors(loaded)] == []


DATA = [(f"data/{name}.yml", f"schema/{name}.json") for name in FILES if name not in FOLDERS] + [
    (path.relative_to(ROOT).as_posix(), f"../schema/{name.removesuffix('s')}.json")
    for name in FOLDERS
    for path in sorted((ROOT / "data" / name).glob("*.yml"))
]


@pytest.mark.parametrize(("file", "schema"), DATA)
def test_data_fits_its_schema_and_names_it(file: str, schema: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    assert text.startswith(f"# yaml-language-server: $schema={schema}\n")
    # Editors read YAML 1.2, in which a date is text.
    loaded = yaml.load(text, Loader=yaml.BaseLoader)
    name = f"data/{schema.removeprefix('../')}"
    validator = jsonschema.Draft202012Validator(_as_text(schemas()[name]))
    assert [error.message for error in validator.iter_errors(loaded)] == []


def test_schema_refuses_an_unknown_key_and_a_missing_language() -> None:
    validator = jsonschema.Draft202012Validator(schemas()["data/schema/mission.json"])
    assert validator.is_valid({"text": {"ja": "あ", "en": "a"}})
    assert not validator.is_valid({"text": {"ja": "あ"}})
    assert not validator.is_valid({"text": {"ja": "あ", "en": "a"}, "x": 1})


def _as_text(schema: object) -> object:
    """The schema for values that were all read as text."""
    if isinstance(schema, dict):
        kept = {key: _as_text(value) for key, value in schema.items() if key != "minimum"}
        if kept.get("type") in ("number", "integer", "boolean", "null"):
            kept["type"] = "string"
        return kept
    return [_as_text(item) for item in schema] if isinstance(schema, list) else schema
