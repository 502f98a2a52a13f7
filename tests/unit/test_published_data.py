import csv
import io
import json
from pathlib import Path

from strategy.checks.everything import checked
from strategy.model import FILES, published_data

# The words of the search are in its index.
WANTED = FILES.keys() - {"synonyms"}
SAMPLE = Path(__file__).parents[1] / "fixtures" / "sample"


def test_every_file_is_published_and_carries_both_languages() -> None:
    files = published_data.published(checked(SAMPLE)[0])
    for name in WANTED:
        document = json.loads(files[f"data/{name}.json"])
        assert document["title"] == {"ja": "見本戦略", "en": "Sample Strategy"}
        assert document["edition"] == {
            "id": "r8-05",
            "kind": {"ja": "見本版", "en": "Sample edition"},
        }
        assert document[name]
    assert set(files) == {f"data/{n}.json" for n in WANTED} | {
        f"data/{n}.csv" for n in published_data.TABLES
    }


def test_json_has_plain_texts_and_iso_dates() -> None:
    files = published_data.published(checked(SAMPLE)[0])
    assert (
        json.loads(files["data/values.json"])["values"]["values"][0]["text"]["ja"]
        == "見本は太字で進めます"
    )
    strategy = json.loads(files["data/strategy.json"])["strategy"]
    assert strategy["period"] == {"first": 2023, "last": 2030}
    assert strategy["edition"]["adopted"]["date"] == "2023-07"
    assert b"retired" not in files["data/vision.json"]


def test_csv_opens_in_excel_and_has_a_row_an_item() -> None:
    content = published_data.published(checked(SAMPLE)[0])["data/timeline.csv"]
    assert content.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in content
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert [row["id"] for row in rows] == [
        "r1-05.event.1",
        "r1-05.progress.1",
        "r1-05.progress.2",
        "evidence.sample",
        "r1-06.event.1",
        "evidence.later",
    ]
    assert (rows[0]["start"], rows[0]["end"]) == ("2019-04-27", "2019-05-06")
    assert rows[3]["kind"] == "public-record"


def test_whole_numbers_have_no_decimals() -> None:
    files = published_data.published(checked(SAMPLE)[0])
    assert b'"value": 66,' in files["data/figures.json"]
    assert b'"computed": 66.7,' in files["data/figures.json"]
    content = files["data/figures.csv"]
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert [(row["value"], row["computed"]) for row in rows] == [
        ("66", "66.7"),
        ("3", ""),
        ("2", ""),
        ("2", ""),
    ]
