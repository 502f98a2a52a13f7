"""The search's index and its query engine, the latter as it is published, run by Node."""

from __future__ import annotations

import gzip
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from conftest import PUBLICATION, ROOT
from node import printed
from strategy.checks import everything
from strategy.languages.say import Language
from strategy.pdf.booklet import Print
from strategy.search import grammar, index
from strategy.search.entries import PageSection
from strategy.search.fold import fold
from strategy.site import assets
from strategy.site.site import Site

FOLDED = json.loads((ROOT / "tests" / "golden" / "search" / "fold.json").read_text("utf-8"))
CASES = json.loads((ROOT / "tests" / "fixtures" / "searches.json").read_text("utf-8"))

UPDATED: dict[Language, str] = {"ja": "令和8年5月更新", "en": "Updated May 2026"}
PRINTS = tuple(
    Print("r8-05", False, language, large, f"{language}-{large}.pdf", 16, UPDATED, bytes(500_000))
    for language in UPDATED
    for large in (False, True)
)
"""The PDFs that a published site offers."""


def node(expression: str, data: object) -> Any:
    """What a JavaScript expression gives, with the engine's functions at hand and ``data``."""
    program = (
        f"{assets.search_engine(ROOT / 'overrides')}"
        "const [given, data] = JSON.parse(require('fs').readFileSync(0, 'utf8'));\n"
        f"readied(given);\nconsole.log(JSON.stringify({expression}));\n"
    )
    return printed(program, [grammar.tables("en"), data])


@cache
def project(root: Path = PUBLICATION) -> tuple[list[PageSection], dict[Language, Any]]:
    """All that can be found, and the index of each language."""
    checked = everything.checked(root, gate=False)
    sections = Site(root, checked, "", directory_urls=True, prints=PRINTS).sections
    made: dict[Language, Any] = {}
    for language in ("ja", "en"):
        script = index.index(checked.strategy, sections, language, lambda name: f"{name}/")
        made[language] = json.loads(script.decode().removeprefix(index.START))
    return sections, made


def hits(language: Language, queries: list[str], root: Path = PUBLICATION) -> list[list[str]]:
    """The places that each query finds, best first."""
    found: list[list[str]] = node(
        "((ready) => data.queries.map((query) => search(query, ready).map(({ entry }) => "
        "entry.hit.address.slice(0, -1) + (entry.hit.anchor && '#' + entry.hit.anchor))))"
        "(prepare(data.index))",
        {"queries": queries, "index": project(root)[1][language]},
    )
    return found


def test_both_sides_fold_alike() -> None:
    expected = list(FOLDED.values())
    assert [fold(text) for text in FOLDED] == expected
    assert node("data.map(fold)", list(FOLDED)) == expected


def test_all_texts_of_the_site_fold_alike() -> None:
    texts = [section.written[code].text() for section in project()[0] for code in ("ja", "en")]
    assert node("data.map(fold)", texts) == [fold(text) for text in texts]


@pytest.mark.parametrize(
    ("romaji", "kana"),
    [
        ("jinkou", "じんこう"), ("shinchoku", "しんちよく"), ("sinntyoku", "しんちよく"),
        ("kekka", "けつか"), ("matchi", "まつち"), ("shimbun", "しんぶん"), ("gen'in", "げんいん"),
        ("population", ""), ("xyz", ""), ("fu", "ふ"), ("tsuzuki", "つずき"), ("je", ""),
    ],
)  # fmt: skip
def test_romaji(romaji: str, kana: str) -> None:
    assert node("kana(data)", romaji) == kana


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("令和5年7月", "m2023-7"), ("R5.7", "m2023-7"), ("R5.7月", "m2023-7"),
        ("2023-07", "m2023-7"), ("2023/7/3", "d2023-7-3"), ("July 2023", "m2023-7"),
        ("3 July 2023", "d2023-7-3"), ("令和元年", "y2019"), ("平成14年", "y2002"),
        ("令和12年度", "f2030"), ("Reiwa 5", "y2023"), ("２０２３年７月", "m2023-7"),
        ("fiscal year 2030", "f2030"), ("令和五年七月", "m2023-7"), ("十二月", "n12"), ("7月3日", "e7-3"), ("90%", None), ("AI 3つ", None), ("第3章", None),
    ],
)  # fmt: skip
def test_dates(text: str, mark: str | None) -> None:
    assert (node("dates(data).found", text) or [[None]])[0][-1] == mark


def test_an_index_is_small_enough() -> None:
    sections, made = project()
    for document in made.values():
        text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
        assert len(gzip.compress(text.encode(), 9)) <= 512 * len(sections)


def test_the_code_is_small_enough() -> None:
    script = assets.search_script(ROOT / "overrides")
    assert len(gzip.compress(script.encode(), 9)) <= 8 * 1024


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("automate", "automation"), ("automated", "automating"), ("worker", "working"),
        ("adviser", "advisors"), ("consultation", "consult"), ("improvement", "improve"),
        ("complexity", "complex"), ("approval", "approve"), ("procedural", "procedure"), ("caring", "care"), ("applied", "applies"),
        ("organizer", "organisation"), ("analyzed", "analysis"), ("programme", "program"),
        ("centre", "center"), ("licence", "licenses"), ("labour", "labor"),
    ],
)  # fmt: skip
def test_forms_of_an_english_word_are_one(one: str, other: str) -> None:
    assert node("data.map(stem)", [one, other]) == [node("stem(data)", one)] * 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("moving", "move"),
        ("housing", "houses"),
        ("university", "universal"),
        ("care", "car"),
        ("publication", "public"),
    ],
)
def test_different_english_words_stay_different(one: str, other: str) -> None:
    first, second = node("data.map(stem)", [one, other])
    assert first != second


@pytest.mark.parametrize(
    ("language", "query", "place"),
    [
        ("en", "email", "consultations#past"),  # it stands there as e-mail
        ("en", "comparis", "editions/index"),  # not finished
        ("en", "saigai", "introduction#workload"),  # only the groups have 災害 here
        ("ja", "アクションプランはどこで見られますか", "mission-vision-values#action-plan"),
        ("ja", "テレワークできる職場", "mission-vision-values#efficiency"),
        ("ja", "けいひ", "mission-vision-values#values"),  # only the groups have 経費
        ("ja", "御意見", "history#r5-01"),
        ("ja", "第一回本部会議", "history#r4-10"),  # for 第1回
        ("ja", "友達登録", "history#since"),  # for 友だち登録
        ("ja", "打合せ", "history#r4-10"),  # for 打ち合わせ, of one group with 会議
    ],
)
def test_other_writings_are_found(language: Language, query: str, place: str) -> None:
    assert place in hits(language, [query])[0]


def test_a_day_is_found_where_its_year_stands_only_in_the_title() -> None:
    assert hits("ja", ["2023年7月3日"])[0][0] == "history#r5-06"


def test_a_compound_is_not_put_together_from_what_other_pages_repeat() -> None:
    assert hits("ja", ["手続方法"])[0][0] == "mission-vision-values#convenience"


def test_a_kanji_stands_for_a_word_only_where_that_is_inflected() -> None:
    assert hits("ja", ["生ごみ"]) == [[]]


def test_only_the_last_word_may_be_unfinished() -> None:
    assert hits("en", ["compari table", "table compari"])[0] != []
    guessed = "[...guesses('compari', false, data.last, prepare(data.index)).keys()]"
    english = project()[1]["en"]
    assert node(guessed, {"index": english, "last": False}) == []
    assert node(guessed, {"index": english, "last": True}) != []


@pytest.mark.parametrize(
    ("language", "query", "place", "marked"),
    [
        ("ja", "書類の電子化", "mission-vision-values#efficiency", "書類"),
        ("en", "remote work", "mission-vision-values#efficiency", "work"),
    ],
)
def test_what_only_staff_name_is_marked_by_its_parts(
    language: Language, query: str, place: str, marked: str
) -> None:
    assert hits(language, [query])[0][0] == place
    words = node(
        "answer(data.query, prepare(data.index)).words",
        {"query": query, "index": project()[1][language]},
    )
    assert marked in words


def test_staff_s_words_are_those_of_the_language() -> None:
    for language, word, other in (("ja", "電子申請", "paperless"), ("en", "paperless", "電子申請")):
        aliases = "|".join(project()[1][language]["aliases"]).split("|")  # type: ignore[index]
        assert word in aliases
        assert other not in aliases


def test_an_index_holds_its_own_language() -> None:
    for title in project()[1]["en"]["titles"]:
        assert not re.search("[ぁ-ゖ]", title), title


def test_passages_lead_to_their_anchors() -> None:
    passages = [
        passage
        for section in project()[0]
        if section.place == "mission-vision-values#convenience"
        for passage in section.written["ja"].passages
    ]
    assert passages[0].anchor == "vision.convenience.1"
    assert re.fullmatch(r"3-\d+", passages[0].number)


def test_the_browser_counts_the_numbers_as_they_are() -> None:
    sections, made = project()
    read = node(
        "prepare(data).entries.map(({ hit }) => hit.blocks.map("
        "({ text, number, anchor }) => [text, number || '', anchor || '']))",
        made["ja"],
    )
    assert read == [
        [
            [passage.text, passage.number, passage.anchor]
            for passage in section.written["ja"].passages
        ]
        for section in sections
    ]


def test_a_page_can_stay_out(sample: Path) -> None:
    page = sample / "docs" / "chapter.md"
    assert any(section.page == "chapter" for section in _sample(sample))
    text = page.read_text("utf-8")
    page.write_text(
        text.replace("description:", "search: {exclude: true}\ndescription:", 1), "utf-8"
    )
    assert not any(section.page == "chapter" for section in _sample(sample))


def _sample(root: Path) -> list[PageSection]:
    checked = everything.checked(root, gate=False)
    return Site(root, checked, "", directory_urls=True).sections


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_sentence_is_found(language: Language) -> None:
    """Of the text as it is now."""
    wanted: list[tuple[str, str]] = []
    for section in project(ROOT)[0]:
        for passage in section.written[language].passages:
            for sentence in re.split(r"(?<=[。.])\s*", passage.text):
                if 3 < len(sentence) < 1000:
                    wanted.append((sentence, section.place))
    found = hits(language, [sentence for sentence, _ in wanted], ROOT)
    # The same short cell or label stands in many places; all of them are the answer.
    whole = {fold(sentence).replace(" ", "") for sentence, _ in wanted}
    assert whole
    missed = [
        (sentence, place)
        for (sentence, place), places in zip(wanted, found, strict=True)
        if place not in places
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("language", "recall", "rank", "silent", "noise"),
    [("ja", 0.95, 0.90, 0.01, 0.05), ("en", 0.93, 0.88, 0.03, 0.05)],
)
def test_searches_are_answered(
    language: Language, recall: float, rank: float, silent: float, noise: float
) -> None:
    """In the text as it is now: a change of it that loses searches is seen."""
    cases = [case for case in CASES if case["lang"] == language]
    found = hits(language, [case["q"] for case in cases], ROOT)
    ranks = [
        next((1 / place for place, hit in enumerate(places, 1) if hit in case["rel"]), 0.0)
        for case, places in zip(cases, found, strict=True)
        if case["rel"]
    ]
    empty = [not places for case, places in zip(cases, found, strict=True) if case["rel"]]
    answered = [bool(places) for case, places in zip(cases, found, strict=True) if not case["rel"]]
    assert sum(value >= 1 / 5 for value in ranks) / len(ranks) >= recall
    assert sum(ranks) / len(ranks) >= rank
    assert sum(empty) / len(empty) <= silent
    assert sum(answered) / len(answered) <= noise
